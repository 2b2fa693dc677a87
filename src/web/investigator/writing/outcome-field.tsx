import { OUTCOMES, type Outcome } from "../../../protocol/rules/casework.ts";
import { OUTCOME_NAMES } from "../../../words/glossary.ts";
import { FieldError } from "../parts/fields/field-error.tsx";
import { useSpeech } from "../../screen/speech.ts";
import { MOVE_FORM } from "./words.ts";

export type OutcomeFieldProps = {
  readonly value: Outcome | undefined;
  readonly isMissing: boolean;
  readonly onOutcome: (outcome: Outcome | undefined) => void;
};

/** How a case ends. Nothing is chosen beforehand. */
export function OutcomeField({ value, isMissing, onOutcome }: OutcomeFieldProps) {
  const { say } = useSpeech();
  return (
    <div class="field">
      <label for="outcome">
        {say(MOVE_FORM.outcome)} <span class="muted">{say(MOVE_FORM.required)}</span>
      </label>
      {isMissing && <FieldError id="outcome-error" text={MOVE_FORM.outcomeMissing} />}
      <select
        id="outcome"
        value={value ?? ""}
        aria-invalid={isMissing}
        aria-describedby={isMissing ? "outcome-error" : undefined}
        onChange={({ currentTarget }) => onOutcome(OUTCOMES.find((outcome) => outcome === currentTarget.value))}
      >
        <option value="">{say(MOVE_FORM.outcomeChoose)}</option>
        {OUTCOMES.map((outcome) => (
          <option key={outcome} value={outcome}>
            {say(OUTCOME_NAMES[outcome])}
          </option>
        ))}
      </select>
    </div>
  );
}
