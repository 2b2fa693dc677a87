/** Which days, channel and unit: a period by its name with the one before and after, or any two days. */
import { useState } from "preact/hooks";
import {
  type Period,
  SPAN_NAMES as SPANS,
  type Span,
  after,
  before,
  periodAt,
  spanOf,
} from "../../../client/figures/period.ts";
import { isDay } from "../../../protocol/encoding/day.ts";
import { useSpeech } from "../../screen/speech.ts";
import { DayInput } from "../parts/fields/day-input.tsx";
import { Icon } from "../parts/icons.tsx";
import { periodName } from "./period-words.ts";
import { FIGURES, SPAN_NAMES } from "./words.ts";

const OWN = "own";

export type PeriodChoiceProps = {
  readonly period: Period;
  readonly today: string;
  readonly onPeriod: (period: Period) => void;
};

export function PeriodChoice({ period, today, onPeriod }: PeriodChoiceProps) {
  const speech = useSpeech();
  const { say } = speech;
  const [own, setOwn] = useState<Period | undefined>(spanOf(period) === undefined ? period : undefined);
  const span = own === undefined ? (spanOf(period) ?? OWN) : OWN;
  const choose = (chosen: string): void => {
    if (chosen === OWN) return setOwn(period);
    setOwn(undefined);
    // The newest of that kind within what was looked at, as far as it has begun.
    onPeriod(periodAt(chosen as Span, period.to < today ? period.to : today));
  };
  const change = (typed: Period): void => {
    setOwn(typed);
    if (isPeriod(typed)) onPeriod(typed);
  };
  return (
    <div class="period-choice">
      <select aria-label={say(FIGURES.span)} value={span} onChange={({ currentTarget }) => choose(currentTarget.value)}>
        {SPANS.map((one) => (
          <option key={one} value={one}>
            {say(SPAN_NAMES[one])}
          </option>
        ))}
        <option value={OWN}>{say(FIGURES.ownDays)}</option>
      </select>
      {own === undefined ? (
        <>
          <button
            type="button"
            class="button square"
            aria-label={say(FIGURES.earlier)}
            onClick={() => onPeriod(before(period))}
          >
            <Icon name="back" />
          </button>
          <p class="period-name" role="status">
            <strong>{periodName(period, speech)}</strong>
            {spanOf(period) !== "month" && <span class="second">{daysOf(period, speech)}</span>}
          </p>
          <button
            type="button"
            class="button square later"
            aria-label={say(FIGURES.later)}
            aria-disabled={period.to >= today}
            onClick={() => period.to < today && onPeriod(after(period))}
          >
            <Icon name="back" />
          </button>
        </>
      ) : (
        <>
          {(["from", "to"] as const).map((end) => (
            <label key={end} for={`figures-${end}`} class="own-day">
              {say(FIGURES[end])}{" "}
              <DayInput
                id={`figures-${end}`}
                value={own[end]}
                aria-invalid={!isPeriod(own)}
                aria-describedby={isPeriod(own) ? undefined : "figures-days-wrong"}
                onValue={(value) => change({ ...own, [end]: value })}
              />
            </label>
          ))}
          {!isPeriod(own) && (
            <p id="figures-days-wrong" class="field-error">
              <Icon name="warning" /> {say(FIGURES.daysWrong)}
            </p>
          )}
        </>
      )}
    </div>
  );
}

/** No office counts before its century, and a slip of the hand must not ask for ten thousand months. */
function isPeriod({ from, to }: Period): boolean {
  return isDay(from) && isDay(to) && from <= to && from >= "2000-01-01" && to < "2200-01-01";
}

function daysOf({ from, to }: Period, { say, day }: Pick<ReturnType<typeof useSpeech>, "say" | "day">): string {
  return say(FIGURES.days, { from: day(from), to: day(to) });
}
