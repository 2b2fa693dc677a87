/** Counting for a page: cases are taken once and counted for as many periods as somebody looks at. */
import { type FigureCase, disagrees, figureCaseOf } from "../../../client/figures/figure-case.ts";
import { figuresOf, isMeant } from "../../../client/figures/figures.ts";
import { before, isWithin } from "../../../client/figures/period.ts";
import type { Asked } from "../../shared/ask-worker.ts";
import type { FiguresCalls } from "./figures-messages.ts";

type Answer = FiguresCalls[keyof FiguresCalls]["answer"];

export function makeCounting(): (asked: Asked<FiguresCalls>) => Promise<Answer> {
  let cases: readonly FigureCase[] = [];
  return async ({ call, ask }) => {
    if (call === "take") {
      const { sources, calendar } = ask;
      cases = sources.map((source) => figureCaseOf(source, calendar));
      const units = new Set(cases.map(({ unit }) => unit).filter((unit) => unit !== ""));
      return {
        disagreeing: sources.flatMap((source, at) => (disagrees(source) ? [at] : [])),
        units: [...units].toSorted(),
      };
    }
    const period = before(ask.period);
    const received = cases.filter((one) => isMeant(one, ask) && isWithin(one.receivedOn, period)).length;
    return { figures: figuresOf(cases, ask), earlier: { period, received } };
  };
}
