/** What the page and the worker that counts say to each other: days and codes, no title and no text of a case. */
import type { FigureCalendar, FigureSource } from "../../../client/figures/figure-case.ts";
import type { Counting, Figures } from "../../../client/figures/figures.ts";
import type { Period } from "../../../client/figures/period.ts";

export type FiguresCalls = {
  /** Cases to count from now on; answers which of them the server shows otherwise than they were opened, by their place. */
  readonly take: {
    readonly ask: { readonly sources: readonly FigureSource[]; readonly calendar: FigureCalendar };
    readonly answer: { readonly disagreeing: readonly number[]; readonly units: readonly string[] };
  };
  readonly count: {
    readonly ask: Counting;
    readonly answer: {
      readonly figures: Figures;
      readonly earlier: { readonly period: Period; readonly received: number };
    };
  };
};
