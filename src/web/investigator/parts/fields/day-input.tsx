import { isDay } from "../../../../protocol/encoding/day.ts";
import { fullDayIn } from "../../../../words/speech.ts";
import { useSpeech } from "../../../screen/speech.ts";

export type DayInputProps = {
  readonly id: string;
  /** "2025-02-03"; "" where none is chosen */
  readonly value: string;
  readonly min?: string;
  readonly max?: string;
  readonly readOnly?: boolean;
  readonly "aria-invalid"?: boolean;
  readonly "aria-describedby"?: string | undefined;
  readonly onValue: (value: string) => void;
};

/** A browser writes a day in its own language, not in the page's: beside its field stands in words which was chosen. */
export function DayInput({ onValue, ...input }: DayInputProps) {
  const { language } = useSpeech();
  const { id, value } = input;
  return (
    <span class="day-input">
      <input {...input} type="date" onInput={({ currentTarget }) => onValue(currentTarget.value)} />
      <output for={id}>{isDay(value) ? fullDayIn(value, language) : ""}</output>
    </span>
  );
}
