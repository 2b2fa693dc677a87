import type { Wishes } from "../../../protocol/rules/notices.ts";
import { MAX_ABSENCES } from "../../../protocol/rules/notices.ts";
import { DayInput } from "../parts/fields/day-input.tsx";
import { FieldError } from "../parts/fields/field-error.tsx";
import { useSpeech } from "../../screen/speech.ts";
import { NOTICES } from "./words.ts";

export type AbsencesProps = {
  readonly absences: Wishes["absences"];
  readonly isWrong: boolean;
  readonly onChange: (absences: Wishes["absences"]) => void;
};

/** Leaves, each from a day until a day. */
export function Absences({ absences, isWrong, onChange }: AbsencesProps) {
  const { say } = useSpeech();
  const change = (at: number, part: Partial<Wishes["absences"][number]>) =>
    onChange(absences.map((one, index) => (index === at ? { ...one, ...part } : one)));
  return (
    <fieldset>
      <legend>{say(NOTICES.absences)}</legend>
      <p class="hint">{say(NOTICES.absencesHint)}</p>
      {isWrong && <FieldError id="notices-absences-error" text={NOTICES.absenceWrong} />}
      {absences.map(({ from, to }, at) => (
        <div key={at} class="absence" role="group" aria-label={say(NOTICES.absence, { n: at + 1 })}>
          {(["from", "to"] as const).map((end) => (
            <div key={end} class="field">
              <label for={`absence-${at}-${end}`}>{say(NOTICES[end])}</label>
              <DayInput
                id={`absence-${at}-${end}`}
                value={end === "from" ? from : to}
                onValue={(day) => change(at, { [end]: day })}
              />
            </div>
          ))}
          <button
            type="button"
            class="button quiet"
            onClick={() => onChange(absences.filter((_, index) => index !== at))}
          >
            {say(NOTICES.removeAbsence)}
          </button>
        </div>
      ))}
      {absences.length < MAX_ABSENCES && (
        <button type="button" class="button" onClick={() => onChange([...absences, { from: "", to: "" }])}>
          {say(NOTICES.addAbsence)}
        </button>
      )}
    </fieldset>
  );
}
