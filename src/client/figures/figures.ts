/**
 * Figures of a period, from one record a case. Received are the cases that came in the period, shown as they stand today;
 * beside them what ended in it, whenever it came. Counts of one split add up to what was split.
 */
import { DAY_MS } from "../../protocol/encoding/day.ts";
import { DEADLINE_KINDS, type DeadlineKind } from "../../protocol/rules/deadlines.ts";
import { type FigureCase, type Keeping, hasEnded } from "./figure-case.ts";
import { type Period, isWithin, monthsIn } from "./period.ts";
import { GROUPS, type Group, type Share, groupOf, shareOf } from "./share.ts";

/** One part of a split, most cases first; `undefined`: cases of which it is not known. */
export type Count = { readonly key: string | undefined; readonly n: number };

/** Days from arrival; undefined where nobody is counted. Of an even number, half the sum of the two in the middle. */
type Median = { readonly days: number | undefined; readonly of: number };

/** A part of whom more is told: where its cases are now, and how long those that ended have taken. */
export type Part = Count & { readonly groups: Readonly<Record<Group, number>>; readonly conclusion: Median };

type Kept = Readonly<Record<Keeping, number>> & { readonly kind: DeadlineKind };

/** Calendar days of age; `to` is undefined for the last band, which is open. */
type Band = { readonly from: number; readonly to: number | undefined; readonly n: number };

export type Figures = {
  readonly received: number;
  /** Of these, not opened yet by this member: what is not clear of them is not known */
  readonly unopened: number;
  readonly months: readonly { readonly month: Period; readonly received: number; readonly ended: number }[];
  readonly groups: Readonly<Record<Group, number>>;
  readonly states: readonly Count[];
  readonly categories: readonly Count[];
  readonly units: readonly Part[];
  readonly channels: readonly Part[];
  readonly ways: readonly Count[];
  /** Of those received that are closed */
  readonly outcomes: readonly Count[];
  /** Of those received that have one: which class the finding has */
  readonly results: readonly Count[];
  readonly followedUp: Share;
  readonly answer: Median;
  readonly verification: Median;
  /** From arrival to the end, of those received that have ended */
  readonly conclusion: Median;
  readonly promises: readonly Kept[];
  readonly protection: number;
  /** Reporters who have written again */
  readonly returned: number;
  /** Open when it began + received = ended in it + open when it was over */
  readonly flow: { readonly before: number; readonly received: number; readonly ended: number; readonly after: number };
  /** Open today, whenever they came, by age */
  readonly ages: readonly Band[];
};

export type Counting = {
  readonly period: Period;
  /** The day that counts, "2026-11-25" */
  readonly today: string;
  /** The rule `share-followed-up` */
  readonly formula: string;
  /** The rule `age-bands`: first days, ascending */
  readonly bands: readonly number[];
  readonly channel?: string | undefined;
  readonly unit?: string | undefined;
};

export function figuresOf(cases: readonly FigureCase[], counting: Counting): Figures {
  const { period, today, formula, bands } = counting;
  const all = cases.filter((one) => isMeant(one, counting));
  const received = all.filter(({ receivedOn }) => isWithin(receivedOn, period));
  const groups = groupsOf(received);
  const count = (key: (one: FigureCase) => string | undefined) => countBy(received, key);
  return {
    received: received.length,
    unopened: received.filter(({ isOpened }) => !isOpened).length,
    months: byMonth(all, period),
    groups,
    states: count(({ state }) => state),
    categories: count(({ category }) => category),
    units: partsOf(received, ({ unit }) => (unit === "" ? undefined : unit)),
    channels: partsOf(received, ({ channel }) => channel),
    ways: count(({ way }) => way),
    outcomes: countBy(
      received.filter(({ state }) => groupOf(state) === "closed"),
      ({ outcome }) => outcome,
    ),
    results: countBy(
      received.filter(({ result }) => result !== undefined),
      ({ result }) => result,
    ),
    followedUp: shareOf(groups, formula),
    answer: medianOf(received, ({ answeredOn }) => answeredOn),
    verification: medianOf(received, ({ verifiedOn }) => verifiedOn),
    conclusion: conclusionOf(received),
    promises: keptIn(received),
    protection: received.filter(({ asksProtection }) => asksProtection).length,
    returned: received.filter(({ returned }) => returned).length,
    flow: flowOf(all, period),
    ages: agesOf(all, bands, today),
  };
}

export function isMeant(one: FigureCase, { channel, unit }: Pick<Counting, "channel" | "unit">): boolean {
  return (channel === undefined || one.channel === channel) && (unit === undefined || one.unit === unit);
}

export function countBy(cases: readonly FigureCase[], keyOf: (one: FigureCase) => string | undefined): Count[] {
  return [...groupedBy(cases, keyOf)].map(([key, { length }]) => ({ key, n: length })).toSorted(mostFirst);
}

function partsOf(cases: readonly FigureCase[], keyOf: (one: FigureCase) => string | undefined): Part[] {
  return [...groupedBy(cases, keyOf)]
    .map(([key, part]) => ({ key, n: part.length, groups: groupsOf(part), conclusion: conclusionOf(part) }))
    .toSorted(mostFirst);
}

function groupedBy<Key>(cases: readonly FigureCase[], keyOf: (one: FigureCase) => Key): Map<Key, FigureCase[]> {
  const groups = new Map<Key, FigureCase[]>();
  for (const one of cases) {
    const group = groups.get(keyOf(one));
    if (group === undefined) groups.set(keyOf(one), [one]);
    else group.push(one);
  }
  return groups;
}

/** What is not known comes after what is as many. */
function mostFirst(a: Count, b: Count): number {
  const order = (a.key ?? "\uffff") < (b.key ?? "\uffff") ? -1 : 1;
  return b.n - a.n || order;
}

export function groupsOf(cases: readonly FigureCase[]): Record<Group, number> {
  const groups = Object.fromEntries(GROUPS.map((group) => [group, 0])) as Record<Group, number>;
  for (const { state } of cases) groups[groupOf(state)]++;
  return groups;
}

function byMonth(cases: readonly FigureCase[], period: Period): Figures["months"] {
  const months = monthsIn(period).map((month) => ({ month, received: 0, ended: 0 }));
  const at = new Map(months.map((one) => [one.month.from.slice(0, 7), one]));
  for (const { receivedOn, endedOn } of cases) {
    const came = isWithin(receivedOn, period) ? at.get(receivedOn.slice(0, 7)) : undefined;
    if (came !== undefined) came.received++;
    const went = endedOn !== undefined && isWithin(endedOn, period) ? at.get(endedOn.slice(0, 7)) : undefined;
    if (went !== undefined) went.ended++;
  }
  return months;
}

function flowOf(cases: readonly FigureCase[], { from, to }: Period): Figures["flow"] {
  const flow = { before: 0, received: 0, ended: 0, after: 0 };
  for (const { receivedOn, endedOn = "9999" } of cases) {
    if (receivedOn < from && endedOn >= from) flow.before++;
    if (from <= receivedOn && receivedOn <= to) flow.received++;
    if (from <= endedOn && endedOn <= to) flow.ended++;
    if (receivedOn <= to && endedOn > to) flow.after++;
  }
  return flow;
}

function keptIn(cases: readonly FigureCase[]): Kept[] {
  const sums = new Map<DeadlineKind, Record<Keeping, number>>();
  for (const { promises } of cases)
    for (const { kind, is } of promises) {
      const sum = sums.get(kind) ?? { kept: 0, missed: 0, running: 0 };
      sum[is]++;
      sums.set(kind, sum);
    }
  return DEADLINE_KINDS.flatMap((kind) => {
    const sum = sums.get(kind);
    return sum === undefined ? [] : [{ kind, ...sum }];
  });
}

function agesOf(cases: readonly FigureCase[], bands: readonly number[], today: string): Band[] {
  const firsts = bands.toSorted((a, b) => a - b);
  const found = firsts.map((from, at) => ({ from, to: upTo(firsts[at + 1]), n: 0 }));
  for (const one of cases) {
    if (hasEnded(one) || one.receivedOn > today) continue;
    const age = daysBetween(one.receivedOn, today);
    const band = found.findLast(({ from }) => from <= age);
    if (band !== undefined) band.n++;
  }
  return found;
}

function upTo(next: number | undefined): number | undefined {
  return next === undefined ? undefined : next - 1;
}

function medianOf(cases: readonly FigureCase[], dayOf: (one: FigureCase) => string | undefined): Median {
  const days = cases.flatMap((one) => {
    const day = dayOf(one);
    return day === undefined ? [] : [Math.max(0, daysBetween(one.receivedOn, day))];
  });
  return { days: median(days), of: days.length };
}

function conclusionOf(cases: readonly FigureCase[]): Median {
  return medianOf(cases, ({ endedOn }) => endedOn);
}

export function median(numbers: readonly number[]): number | undefined {
  const sorted = numbers.toSorted((a, b) => a - b);
  const half = Math.floor(sorted.length / 2);
  const [low, high] = [sorted[sorted.length % 2 === 0 ? half - 1 : half], sorted[half]];
  return low === undefined || high === undefined ? undefined : (low + high) / 2;
}

/** Calendar days. */
function daysBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / DAY_MS;
}
