/** A period as people say it, and a rule's day of reading. */
import { type Period, numberOf, spanOf } from "../../../client/figures/period.ts";
import { roman } from "../../../words/roman.ts";
import { type Speech, monthIn } from "../../../words/speech.ts";
import { FIGURES, PERIOD_NAMES } from "./words.ts";

/** "Semester II 2024"; the days themselves where it is none that has a name. */
export function periodName(period: Period, { say, day, language }: Pick<Speech, "say" | "day" | "language">): string {
  const span = spanOf(period);
  if (span === undefined) return say(FIGURES.days, { from: day(period.from), to: day(period.to) });
  const number = numberOf(span, period);
  return say(PERIOD_NAMES[span], {
    month: monthIn(period.from, language),
    year: period.from.slice(0, 4),
    roman: roman(number),
  });
}
