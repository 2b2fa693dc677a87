/** The numbers that follow from the table of forty cases, each by a count of its own. */
import type { DeadlineKind } from "../../../../src/protocol/rules/deadlines.ts";
import { AFTER_QUARTER, CASES, ROUND_DAYS, type StoryCase, dayOfRound } from "./forty-cases.ts";
import { type Keeping, isLate, keptOf } from "./promises.ts";

export type Counts = Readonly<Record<string, number>>;

/** Where a case is, as an office tells it. */
type Standing = "closed" | "working" | "archived" | "referred";
type Whole = Readonly<Record<Standing | "received", number>>;
/** Days from arrival, the one in the middle, of so many */
export type Median = { readonly days: number | undefined; readonly of: number };
export type Part = Whole & { readonly conclusion: Median };
export type Kept = Readonly<Record<Keeping, number>>;

type FollowUp = Pick<StoryCase, "state" | "outcome" | "result"> & { readonly weeks: number | undefined };
type CaseHandOver = Pick<StoryCase, "category" | "sentTo" | "receipted"> & { readonly month: string };

export type Expected = {
  readonly cases: readonly StoryCase[];
  readonly total: Whole;
  readonly states: Counts;
  readonly categories: Counts;
  readonly outcomes: Counts;
  readonly standings: Counts;
  readonly returned: Counts;
  readonly ways: Counts;
  readonly byCategory: Readonly<Record<string, Whole>>;
  /** As reporters call them */
  readonly byUnit: Readonly<Record<string, Part>>;
  readonly byChannel: Readonly<Record<string, Part>>;
  /** By month, "2026-07": of those that came in it */
  readonly byMonth: Readonly<Record<string, Whole>>;
  /** By month, of the quarter alone */
  readonly endedIn: Counts;
  /** In the quarter */
  readonly ended: number;
  readonly promises: Readonly<Partial<Record<DeadlineKind, Kept>>>;
  /** Open cases in which something is owed whose day has passed */
  readonly late: number;
  readonly answer: Median;
  readonly verification: Median;
  readonly conclusion: Median;
  readonly results: Counts;
  readonly followUps: readonly FollowUp[];
  /** Of the quarter */
  readonly caseHandOvers: readonly CaseHandOver[];
};

const VERIFIED: readonly string[] = ["reviewing", "investigating", "referred", "closed", "archived"];

export function expectedOf(from: string, today: string): Expected {
  const month = (round: number) => dayOfRound(from, round).slice(0, 7);
  const within = CASES.filter((one) => hasEnded(one) && one.worked < AFTER_QUARTER);
  return {
    cases: CASES,
    total: wholeOf(CASES),
    states: countBy(CASES, ({ state }) => state),
    categories: countBy(CASES, ({ category }) => category),
    outcomes: countBy(CASES, ({ outcome }) => outcome ?? undefined),
    standings: countBy(CASES, standingOf),
    returned: countBy(CASES, ({ returns }) => (returns ? "yes" : "no")),
    ways: countBy(CASES, ({ way }) => way),
    byCategory: groupedBy(({ category }) => category, wholeOf),
    byUnit: groupedBy(({ unit }) => unit, partOf),
    byChannel: groupedBy(({ channel }) => channel, partOf),
    byMonth: groupedBy(({ arrives }) => month(arrives), wholeOf),
    endedIn: countBy(within, ({ worked }) => month(worked)),
    ended: within.length,
    promises: promisesIn(from, today),
    late: CASES.filter((one) => !hasEnded(one) && isLate(one, from, today)).length,
    answer: medianOf(CASES.flatMap(({ arrives, answered }) => (answered === undefined ? [] : [answered - arrives]))),
    verification: medianOf(roundsOf(CASES.filter(({ state }) => VERIFIED.includes(state)))),
    conclusion: conclusionOf(CASES),
    results: countBy(CASES, ({ result }) => result),
    followUps: CASES.map((one) => ({
      ...one,
      weeks: hasEnded(one) ? (ROUND_DAYS / 7) * (one.worked - one.arrives) : undefined,
    })),
    caseHandOvers: CASES.filter(({ state, worked }) => state === "referred" && worked < AFTER_QUARTER).map((one) => ({
      ...one,
      month: month(one.worked),
    })),
  };
}

/** What was referred is another office's to end. */
function hasEnded({ state }: StoryCase): boolean {
  return state === "closed" || state === "archived";
}

function standingOf({ state }: StoryCase): Standing {
  return state === "closed" || state === "archived" || state === "referred" ? state : "working";
}

function wholeOf(cases: readonly StoryCase[]): Whole {
  const { closed = 0, working = 0, archived = 0, referred = 0 } = countBy(cases, standingOf);
  return { received: cases.length, closed, working, archived, referred };
}

function partOf(cases: readonly StoryCase[]): Part {
  return { ...wholeOf(cases), conclusion: conclusionOf(cases) };
}

function conclusionOf(cases: readonly StoryCase[]): Median {
  return medianOf(roundsOf(cases.filter(hasEnded)));
}

function roundsOf(cases: readonly StoryCase[]): number[] {
  return cases.map(({ arrives, worked }) => worked - arrives);
}

/** Of an even number, half the sum of the two in the middle. */
function medianOf(rounds: readonly number[]): Median {
  const sorted = rounds.map((one) => one * ROUND_DAYS).toSorted((a, b) => a - b);
  const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
  return { days: low === undefined || high === undefined ? undefined : (low + high) / 2, of: sorted.length };
}

function promisesIn(from: string, today: string): Expected["promises"] {
  const all = CASES.flatMap((one) => keptOf(one, from, today));
  const kinds = [...new Set(all.map(({ kind }) => kind))];
  const count = (kind: DeadlineKind, wanted: Keeping) =>
    all.filter((one) => one.kind === kind && one.is === wanted).length;
  return Object.fromEntries(
    kinds.map((kind) => [
      kind,
      { kept: count(kind, "kept"), missed: count(kind, "missed"), running: count(kind, "running") },
    ]),
  );
}

function groupedBy<Sum>(
  keyOf: (one: StoryCase) => string,
  sum: (some: readonly StoryCase[]) => Sum,
): Record<string, Sum> {
  const keys = new Set(CASES.map(keyOf));
  return Object.fromEntries([...keys].map((key) => [key, sum(CASES.filter((one) => keyOf(one) === key))]));
}

function countBy(cases: readonly StoryCase[], keyOf: (one: StoryCase) => string | undefined): Counts {
  return tallied(cases.map(keyOf).filter((key) => key !== undefined));
}

/** How often each is there. */
export function tallied(all: readonly string[]): Counts {
  const counts = new Map<string, number>();
  for (const one of all) counts.set(one, (counts.get(one) ?? 0) + 1);
  return Object.fromEntries(counts);
}
