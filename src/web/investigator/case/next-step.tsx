/** The next step: the only filled button of the case view, and one sentence why. */
import { useEffect, useRef, useState } from "preact/hooks";
import { STATE_RULES, type State, isIn } from "../../../protocol/rules/casework.ts";
import { sayCode } from "../../../words/codes.ts";
import { STATE_NAMES, STATE_VERBS, UNKNOWN } from "../../../words/glossary.ts";
import { JudgingSlot } from "../judging/rail/judging-slot.tsx";
import type { CaseView } from "../vault/messages/vault.ts";
import { joinTexts, takeAside } from "../writing/drafts.ts";
import { type OpenedCaseProps, movesOf } from "../writing/opened-case.ts";
import { MoveForm } from "../writing/move-form.tsx";
import { type OfficeCalendar, promisesTo } from "../list/next-deadline.ts";
import { isSilent, nextStepOf } from "./next-step-rules.ts";
import { SetAside } from "../writing/set-aside.tsx";
import { useSpeech } from "../../screen/speech.ts";
import { useWriting } from "../writing/use-writing.ts";
import { MOVE_FORM, WRITING } from "../writing/words.ts";
import { NEXT_STEP } from "./words.ts";

type NextStepProps = OpenedCaseProps & { readonly calendar: OfficeCalendar; readonly onWrite: () => void };

export function NextStep({ calendar, onWrite, ...opened }: NextStepProps) {
  const { say, today } = useSpeech();
  const { view, draft, onDraft, work } = opened;
  const { move } = draft;
  const heading = useRef<HTMLHeadingElement>(null);
  const wasOpen = useRef(move !== undefined);
  const writing = useWriting(
    async () => {
      if (move?.to === undefined)
        return { is: "failed", failure: { kind: "refusal", code: "move-not-allowed", findings: [] } };
      return work.move({
        to: move.to,
        outcome: STATE_RULES[move.to].needs === "outcome" ? (move.outcome ?? null) : null,
        text: move.text,
        nextBy: isIn("ended", move.to) || move.nextBy === "" ? undefined : move.nextBy,
      });
    },
    () => onDraft({ move: undefined }),
  );
  // Another office will read what is handed over: whether that could show who the reporter is, is asked first.
  const [asks, setAsks] = useState(false);
  const asksFirst = move?.to === "referred" && !wasAskedOn(today(), view);
  const guarded = asksFirst ? { ...writing, submit: () => setAsks(true) } : writing;
  // The form has gone, and with it the focus.
  useEffect(() => {
    if (wasOpen.current && move === undefined) heading.current?.focus();
    wasOpen.current = move !== undefined;
  }, [move]);

  const promises = promisesTo(view.row, view.course, opened.member.channels, calendar);
  const step = nextStepOf(view, isSilent(promises, calendar.today));
  const openForm = (to: State | undefined) => onDraft({ move: { to, outcome: undefined, text: "" } });
  const { act } = step;
  return (
    <section class="next-step" aria-labelledby="next-step-title">
      <div class="frame">
        <h2 id="next-step-title" ref={heading} tabIndex={-1}>
          {say(move === undefined ? NEXT_STEP.title : MOVE_FORM.moveTitle)}
        </h2>
        {move !== undefined ? (
          <MoveForm {...opened} move={move} writing={guarded} />
        ) : (
          <>
            <p>{say(step.why)}</p>
            {act !== undefined && (
              <button
                type="button"
                class="button primary"
                onClick={() => (act.kind === "answer" ? onWrite() : openForm(act.to))}
              >
                {say(act.kind === "answer" ? NEXT_STEP.answer : STATE_VERBS[act.to])}
              </button>
            )}
            <p class="links">
              {step.asks && (
                <button type="button" class="link" onClick={onWrite}>
                  {say(
                    view.conversation.some(
                      ({ direction, message }) => direction === "team" && message?.kind !== "epoch",
                    )
                      ? NEXT_STEP.askAgain
                      : NEXT_STEP.answer,
                  )}
                </button>
              )}
              {step.moves && movesOf(view).length > 0 && (
                <button type="button" class="link" onClick={() => openForm(undefined)}>
                  {say(NEXT_STEP.other)}
                </button>
              )}
            </p>
          </>
        )}
        {asks && (
          <JudgingSlot
            place="exposure"
            {...opened}
            exposure={{ step: "forwarding", onClose: () => setAsks(false), onDone: writing.submit }}
          />
        )}
        <SetAside
          texts={draft.aside.move}
          onRestore={(back, at) =>
            onDraft({
              move: { ...(move ?? { to: undefined, outcome: undefined }), text: joinTexts(move?.text ?? "", back) },
              ...takeAside(draft, "move", at),
            })
          }
          onDiscard={(at) => onDraft(takeAside(draft, "move", at))}
        />
        <p class="done" role="status">
          {writing.done === "stored" &&
            move === undefined &&
            say(NEXT_STEP.moved, { state: sayCode(say, STATE_NAMES, view.state, UNKNOWN.code) })}
          {writing.done === "stored-before" && move === undefined && say(WRITING.conflictSame)}
        </p>
      </div>
    </section>
  );
}

/** Answered today, by whomever: the step that is taken now. */
function wasAskedOn(day: string, { records }: CaseView): boolean {
  return records.some(
    ({ record, storedOn }) => record.kind === "exposure" && record.step === "forwarding" && storedOn === day,
  );
}
