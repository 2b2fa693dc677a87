/**
 * The evaluation report of a month or quarter, as the worksheet of a Zona Integritas asks for it: counted from the same
 * records as the figures, joined with what the office has written into its ledger. No word of a reporter, no case by name.
 */
import { DAY_MS } from "../../protocol/encoding/day.ts";
import type { Evaluation, Evidence, HandOver, Ledger, Obstacle } from "../../protocol/documents/ledger.ts";
import type { EvidenceKind } from "../../protocol/law/evaluation-items.ts";
import type { CaseHandOver } from "../casework/hand-overs.ts";
import type { FigureCase } from "../figures/figure-case.ts";
import { type Figures, countBy, figuresOf, groupsOf } from "../figures/figures.ts";
import { type Period, isWithin, monthsIn } from "../figures/period.ts";
import { type Share, shareOf } from "../figures/share.ts";

/** The three counts of the worksheet, and where all are: received = closed + working + referred + archived. */
export type Counts = {
  readonly received: number;
  /** Must be followed up, and of these done: by the formula that the office counts by */
  readonly due: number;
  readonly done: number;
  readonly closed: number;
  readonly working: number;
  readonly referred: number;
  readonly archived: number;
};

/** One report as a list of follow-ups tells of it: the month, and codes. */
type FollowUp = Pick<FigureCase, "state" | "category" | "outcome" | "result"> & {
  /** "2026-11" */
  readonly month: string;
  /** Whole weeks until it ended; undefined while it is open. Days would tell, to who knows its end, the day on which it came. */
  readonly weeks: number | undefined;
};

/** A case that was handed on: the month, and codes. */
type HandedCase = Pick<CaseHandOver, "to" | "answered"> & Pick<FigureCase, "category"> & { readonly month: string };

export type Worksheet = {
  readonly period: Period;
  readonly total: Counts;
  readonly months: readonly (Counts & { readonly month: Period })[];
  /** Most first; `category` is undefined where it is not known */
  readonly types: readonly (Counts & { readonly category: string | undefined })[];
  /** Each type of each month, where there is any */
  readonly monthTypes: readonly (Counts & { readonly month: Period; readonly category: string | undefined })[];
  readonly share: Share;
  readonly formula: string;
  readonly promises: Figures["promises"];
  readonly flow: Figures["flow"];
  /** Not opened by whoever prepares it: of these nothing but the state is counted */
  readonly unopened: number;
  readonly followUps: readonly FollowUp[];
  /** Noted in the period or before, and not done before it began */
  readonly obstacles: readonly Obstacle[];
  readonly evaluations: readonly Evaluation[];
  readonly evidence: readonly Evidence[];
  readonly handOvers: readonly HandOver[];
  /** Of cases handed to other bodies and units in the period, whenever they came */
  readonly caseHandOvers: readonly HandedCase[];
};

export type Preparing = {
  readonly period: Period;
  readonly today: string;
  /** The rule `share-followed-up` */
  readonly formula: string;
};

export function worksheetOf(cases: readonly FigureCase[], ledger: Ledger, preparing: Preparing): Worksheet {
  const { period, formula } = preparing;
  const received = cases.filter(({ receivedOn }) => isWithin(receivedOn, period));
  const { followedUp, promises, flow, unopened } = figuresOf(cases, { ...preparing, bands: [] });
  const count = (some: readonly FigureCase[]) => countsOf(some, formula);
  const typesOf = (some: readonly FigureCase[]) =>
    countBy(some, ({ category }) => category).map(({ key }) => ({
      category: key,
      ...count(some.filter(({ category }) => category === key)),
    }));
  const months = monthsIn(period).map((month) => ({
    month,
    cases: received.filter(({ receivedOn }) => isWithin(receivedOn, month)),
  }));
  return {
    period,
    total: count(received),
    months: months.map(({ month, cases: some }) => ({ month, ...count(some) })),
    types: typesOf(received),
    monthTypes: months.flatMap(({ month, cases: some }) => typesOf(some).map((type) => ({ month, ...type }))),
    share: followedUp,
    formula,
    promises,
    flow,
    unopened,
    followUps: received.map(followUpOf).toSorted(byMonth),
    obstacles: ledger.obstacles.filter(({ on, done }) => on <= period.to && (done === null || done >= period.from)),
    evaluations: ledger.evaluations.filter(({ on }) => isWithin(on, period)),
    evidence: ledger.evidence.filter((one) => isEvidenceIn(one, period)),
    handOvers: ledger.handOvers.filter(({ on }) => isWithin(on, period)),
    caseHandOvers: handedIn(cases, period),
  };
}

/** Within a month by what they are, as follow-ups. */
function handedIn(cases: readonly FigureCase[], period: Period): HandedCase[] {
  return cases
    .flatMap(({ category, handOvers = [] }) =>
      handOvers
        .filter(({ on }) => isWithin(on, period))
        .map(({ to, on, answered }) => ({ month: on.slice(0, 7), to, category, answered })),
    )
    .toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
}

function countsOf(cases: readonly FigureCase[], formula: string): Counts {
  const groups = groupsOf(cases);
  const { done, of } = shareOf(groups, formula);
  return { received: cases.length, due: of, done, ...groups };
}

function followUpOf({ receivedOn, endedOn, state, category, outcome, result }: FigureCase): FollowUp {
  const weeks =
    endedOn === undefined ? undefined : Math.floor((Date.parse(endedOn) - Date.parse(receivedOn)) / (7 * DAY_MS));
  return { month: receivedOn.slice(0, 7), state, category, outcome, result, weeks };
}

/** Within a month by what they are, so that the order tells not which came first. */
function byMonth(a: FollowUp, b: FollowUp): number {
  const key = ({ month, category = "", state, weeks = -1 }: FollowUp) => `${month} ${category} ${state} ${weeks}`;
  return key(a) < key(b) ? -1 : 1;
}

/** What is decided once and goes on; the rest counts in the period in which it was done. */
const STANDING: readonly EvidenceKind[] = ["appointment", "policy", "innovation", "integration", "mapping"];

function isEvidenceIn({ kind, on }: Evidence, period: Period): boolean {
  return STANDING.includes(kind) ? on <= period.to : isWithin(on, period);
}
