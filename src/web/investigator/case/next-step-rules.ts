/** What a case needs next: suggestions from its state and its last messages, never something that happens by itself. */
import type { Texts } from "../../../words/text.ts";
import type { State } from "../../../protocol/casework.ts";
import type { CaseView, EntryView } from "../vault/vault-messages.ts";
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

export function nextStepOf(view: CaseView): Suggestion {
  if (!view.writable.conversation) return { why: NEXT_STEP.alarm, act: undefined, asks: false, moves: false };
  return { moves: true, ...stepIn(view) };
}

function stepIn(view: CaseView): Omit<Suggestion, "moves"> {
  const spoken = view.conversation.filter(({ effective, message }) => effective && message !== undefined);
  const last = spoken.at(-1);
  const lastIsReporters = last?.direction === "reporter";
  const withdrawn = spoken.some(({ message }) => message?.kind === "withdraw");
  switch (view.state) {
    case "received":
      return { why: NEXT_STEP.received, act: { kind: "move", to: "verifying" }, asks: true };
    case "awaiting_reporter":
      if (lastIsReporters)
        return { why: NEXT_STEP.awaitingAnswered, act: { kind: "move", to: "reviewing" }, asks: true };
      return {
        why: wasSeen(view, spoken) ? NEXT_STEP.awaitingSeen : NEXT_STEP.awaitingUnseen,
        act: undefined,
        asks: true,
      };
    case "closed":
    case "archived":
      if (lastIsReporters) return { why: NEXT_STEP.wroteAfterEnd, act: { kind: "move", to: "reviewing" }, asks: true };
      return { why: view.state === "closed" ? NEXT_STEP.closed : NEXT_STEP.archived, act: undefined, asks: false };
    case "verifying":
    case "reviewing":
    case "investigating":
    case "referred":
      if (withdrawn) return { why: NEXT_STEP.withdrawn, act: { kind: "move", to: "closed" }, asks: true };
      if (lastIsReporters) return { why: NEXT_STEP.unanswered, act: { kind: "answer" }, asks: false };
      return { why: NEXT_STEP[view.state], act: { kind: "move", to: ONWARDS[view.state] }, asks: true };
  }
}

const ONWARDS = {
  verifying: "reviewing",
  reviewing: "investigating",
  investigating: "closed",
  referred: "closed",
} as const satisfies Partial<Record<State, State>>;

/** There is no read receipt: only a later message of the reporter that rests on the question proves it. */
function wasSeen({ seenByReporter }: CaseView, spoken: readonly EntryView[]): boolean {
  const asked = spoken.findLast(({ direction }) => direction === "team");
  return asked !== undefined && seenByReporter >= asked.sequence;
}
