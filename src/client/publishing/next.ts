/** When the figures after the newest come: a server that withholds them shows itself to whoever reads the days. */
import { countedFrom } from "../../protocol/publishing/chain.ts";
import { periodAfter } from "../../protocol/publishing/period.ts";
import { dueOn } from "../../protocol/rules/deadlines.ts";

export type NextFigures = {
  /** As long as the newest */
  readonly period: string;
  /** The first day on which anybody may publish them, and the last by law */
  readonly from: string;
  readonly by: string;
};

/** @param everyMonths the rule `publish-every` */
export function nextFigures(newest: string, publishedOn: string, everyMonths: number): NextFigures {
  const period = periodAfter(newest);
  return {
    period,
    from: countedFrom(period),
    by: dueOn(publishedOn, { count: everyMonths, unit: "month" }, {}),
  };
}
