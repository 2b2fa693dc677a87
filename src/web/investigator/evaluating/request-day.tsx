/** By which day evaluation is asked for: the rule's, or the office's own. */
import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { isDay } from "../../../protocol/encoding/day.ts";
import { DayInput } from "../parts/fields/day-input.tsx";
import { FailureNotice } from "../parts/notices.tsx";
import { useSpeech } from "../../screen/speech.ts";
import { type Ask, type PageFailure, pageFailureOf } from "../vault/vault-client.ts";
import type { LedgerView } from "../vault/messages/evaluation.ts";
import { EVALUATING } from "./words.ts";

export type RequestDayProps = {
  readonly ask: Ask;
  readonly day: string;
  readonly isWritable: boolean;
  readonly onView: (view: LedgerView) => void;
  readonly children: ComponentChildren;
};

export function RequestDay({ ask, day, isWritable, onView, children }: RequestDayProps) {
  const { say } = useSpeech();
  const [typed, setTyped] = useState<string | undefined>(undefined);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<PageFailure | undefined>(undefined);
  const save = async (): Promise<void> => {
    if (typed === undefined || !isDay(typed) || busy) return;
    setBusy(true);
    setFailure(undefined);
    try {
      onView(await ask("changeLedger", { list: "evaluatedOn", after: typed.slice(5) }));
      setTyped(undefined);
    } catch (error) {
      setFailure(pageFailureOf(error));
    }
    setBusy(false);
  };
  return (
    <div class="request-day">
      <p>
        {children}{" "}
        {isWritable && typed === undefined && (
          <button type="button" class="link" onClick={() => setTyped(day)}>
            {say(EVALUATING.changeDay)}
          </button>
        )}
      </p>
      {failure !== undefined && <FailureNotice failure={failure} />}
      {typed !== undefined && (
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            void save();
          }}
        >
          <label for="request-day">{say(EVALUATING.ownDay)}</label>
          <DayInput id="request-day" value={typed} readOnly={busy} onValue={setTyped} />
          <p class="actions">
            <button type="submit" class="button primary" aria-disabled={busy}>
              {say(busy ? EVALUATING.saving : EVALUATING.save)}
            </button>
            <button type="button" class="button" onClick={() => setTyped(undefined)}>
              {say(EVALUATING.back)}
            </button>
          </p>
        </form>
      )}
    </div>
  );
}
