/** The days of a period that is published, as figures are counted for it. */
import { daysOf } from "../../../protocol/publishing/period.ts";
import type { Period } from "../../../client/figures/period.ts";

export function spanOfPublished(period: string): Period {
  const { from, until } = daysOf(period);
  return { from, to: until };
}
