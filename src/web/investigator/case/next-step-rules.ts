/** What a case needs next: suggestions from its state and its last messages, never something that happens by itself. */
import { STATE_ADVICE, UNKNOWN } from "../../../words/glossary.ts";
import type { Texts } from "../../../words/text.ts";
import { type Promised, isMissed } from "../../../protocol/rules/deadlines.ts";
import { STATE_RULES, type State, isIn, rulesOf } from "../../../protocol/rules/casework.ts";
import type { CaseView, EntryView } from "../vault/messages/vault.ts";
import { NEXT_STEP } from "./words.ts";

export type Suggestion = {
  readonly why: Texts;
  /** Undefined when nothing is to be done, or nothing must be */
  readonly act: { readonly kind: "move"; readonly to: State } | { readonly kind: "answer" } | undefined;
  /** Whether asking the reporter (again) stands beside it */
  readonly asks: boolean;
  /** Whether the state may be changed at all */
  readonly moves: boolean;
};

/** The reporter was asked, and the time for an answer is over. */
export function isSilent(promises: readonly Promised[], today: string): boolean {
  return promises.some((promise) => promise.kind === "reporter-answer" && isMissed(promise, today));
}

/** @param silent nothing was answered within the profile's time: archiving is proposed, and a person decides */
export function nextStepOf(view: CaseView, silent: boolean): Suggestion {
  if (!view.writable.conversation) return { why: NEXT_STEP.alarm, act: undefined, asks: false, moves: false };
  return { moves: true, ...stepIn(view, silent) };
}

function stepIn(view: CaseView, silent: boolean): Omit<Suggestion, "moves"> {
  const { state } = view;
  const { onward, moves } = rulesOf(state);
  const spoken = view.conversation.filter(isWord);
  const lastIsReporters = spoken.at(-1)?.direction === "reporter";
  const closing = moves.find((to) => STATE_RULES[to].needs === "outcome");
  const withdrawn = spoken.some(({ message }) => message?.kind === "withdraw");
  if (view.burnt) {
    const to = isIn("working", state) && withdrawn && closing !== undefined ? closing : onward;
    const isOver = isIn("ended", state) || to === undefined;
    return { why: NEXT_STEP.burnt, act: isOver ? undefined : { kind: "move", to }, asks: false };
  }
  const goOn = { act: onward && ({ kind: "move", to: onward } as const), asks: true };
  if (isIn("asking", state)) {
    if (lastIsReporters) return { why: NEXT_STEP.awaitingAnswered, ...goOn };
    const seen = wasSeen(view, spoken);
    // The server could have hidden the question: what is proposed says so, and nothing moves by itself.
    const shelf = moves.find((to) => STATE_RULES[to].needs === "reason");
    if (silent && shelf !== undefined) {
      const why = seen ? NEXT_STEP.silentSeen : NEXT_STEP.silentUnseen;
      return { why, act: { kind: "move", to: shelf }, asks: true };
    }
    return { why: seen ? NEXT_STEP.awaitingSeen : NEXT_STEP.awaitingUnseen, act: undefined, asks: true };
  }
  if (isIn("ended", state)) {
    if (lastIsReporters) return { why: NEXT_STEP.wroteAfterEnd, ...goOn };
    return { why: adviceIn(state), act: undefined, asks: false };
  }
  if (isIn("working", state)) {
    if (withdrawn && closing !== undefined)
      return { why: NEXT_STEP.withdrawn, act: { kind: "move", to: closing }, asks: true };
    if (lastIsReporters) return { why: NEXT_STEP.unanswered, act: { kind: "answer" }, asks: false };
  }
  return { why: adviceIn(state), ...goOn };
}

/** What one answers, or is an answer: a receipt and the wish for one are neither. */
function isWord({ effective, message }: EntryView): boolean {
  return effective && message !== undefined && !["receipt", "receipt-request", "epoch"].includes(message.kind);
}

function adviceIn(state: string): Texts {
  const known: Readonly<Record<string, Texts>> = STATE_ADVICE;
  return (Object.hasOwn(known, state) && known[state]) || UNKNOWN.advice;
}

/** There is no read receipt: only a later message of the reporter that rests on the question proves it. */
function wasSeen({ seenByReporter }: CaseView, spoken: readonly EntryView[]): boolean {
  const asked = spoken.findLast(({ direction }) => direction === "team");
  return asked !== undefined && seenByReporter >= asked.sequence;
}
