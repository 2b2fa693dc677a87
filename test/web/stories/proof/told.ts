/**
 * What everybody may be told of the forty cases: the rule of docs/protocol.md, "Published figures", followed here by going
 * through all that a reader could think, and by nothing that the product decides it with.
 */
import { CATEGORIES, OUTCOMES } from "../../../../src/protocol/rules/casework.ts";
import { SOURCE_WAYS } from "../../../../src/protocol/rules/source-ways.ts";
import type { Property } from "../../../../src/protocol/publishing/snapshot.ts";
import { type Counts, type Expected, type Kept, tallied } from "./expected.ts";
import { type Channel, UNITS } from "./forty-cases.ts";

/** Fewer are not told; of units; and shares and medians are told of so many. */
const [FEW, FEW_IN_UNIT] = [5, 10];
export const SHARES_FROM = 10;

type Row = readonly [key: string, n: number];
export type ToldTable = { readonly rows: readonly Row[]; readonly rest: number | null };
export type ToldTables = Readonly<Partial<Record<Property, ToldTable>>>;

type Rule = {
  readonly few: number;
  /** What the office did: that there is none of it may be told */
  readonly tellsNone?: boolean;
  /** Hidden whatever it counts */
  readonly always?: string;
};

/** Units that the office does not list. */
const UNLISTED = "";

export function toldOf(expected: Expected, channelIds: Readonly<Record<Channel, string>>): ToldTables {
  const { total, byChannel, promises } = expected;
  const own = { few: FEW, tellsNone: true };
  const standing = tell(allOf(["closed", "working", "archived", "referred"], expected.standings), own);
  const channels = Object.entries(channelIds).map(([channel, id]): Row => [id, byChannel[channel]?.received ?? 0]);
  const tables: Partial<Record<Property, ToldTable | undefined>> = {
    channel: tell(channels, { few: FEW }),
    way: tell(allOf(["page", ...SOURCE_WAYS], expected.ways), { few: FEW }),
    category: tell(allOf(CATEGORIES, expected.categories), { few: FEW }),
    unit: tell(unitsIn(expected), { few: FEW_IN_UNIT, always: UNLISTED }),
    standing,
    outcome: standing?.rows.some(([key, n]) => key === "closed" && n > 0)
      ? tell(allOf(OUTCOMES, expected.outcomes), { few: FEW })
      : undefined,
    "first-answer": tell(keptRows(promises["first-answer"], total.received), own),
    decision: tell(keptRows(promises["decision"], total.received), own),
    returned: tell(allOf(["yes", "no"], expected.returned), { few: FEW }),
  };
  return Object.fromEntries(Object.entries(tables).filter(([, table]) => table !== undefined)) as ToldTables;
}

function allOf(keys: readonly string[], counts: Counts): Row[] {
  return keys.map((key) => [key, counts[key] ?? 0]);
}

/** However a listed one was called, it is that one; all others are one more. */
function unitsIn({ cases }: Expected): Row[] {
  const listed = cases.map(({ unit }) => {
    const called = unit.toLowerCase();
    return UNITS.find(({ name, aliases }) => [name, ...aliases].some((one) => one.toLowerCase() === called))?.name;
  });
  const names = UNITS.map(({ name }): string => name);
  return allOf([...names, UNLISTED], tallied(listed.map((name) => name ?? UNLISTED)));
}

function keptRows({ kept, missed, running }: Kept = { kept: 0, missed: 0, running: 0 }, received: number): Row[] {
  return [
    ["kept", kept],
    ["missed", missed],
    ["running", running],
    ["none", received - kept - missed - running],
  ];
}

/** Hides the few, then the smallest of the others, one by one, until nobody can tell how many one of the few is. */
export function tell(cells: readonly Row[], rule: Rule): ToldTable | undefined {
  const { few, tellsNone = false, always } = rule;
  const sorted = cells.toSorted(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
  const none = sorted.filter(([key, n]) => tellsNone && n === 0 && key !== always);
  const counted = sorted.filter((row) => !none.includes(row));
  const hidden = counted.filter(([key, n]) => n < few || key === always);
  const others = counted.filter((row) => !hidden.includes(row));
  const beside: Row[] = [];
  for (; ; beside.unshift(...others.splice(-1))) {
    if (others.length === 0) return undefined;
    if (hidden.length === 0 && beside.length === 0) return { rows: [...others, ...none], rest: null };
    const smallest = others.at(-1)?.[1] ?? few;
    if (isDark([...hidden, ...beside], smallest, rule))
      return { rows: [...others, ...none], rest: sum([...hidden, ...beside]) };
  }
}

/** Whether a reader who knows the rule, what is told, and which are few, can still think two numbers of each of those. */
function isDark(hidden: readonly Row[], smallestTold: number, { few, tellsNone = false }: Rule): boolean {
  const [total, least] = [sum(hidden), tellsNone ? 1 : 0];
  if (hidden.length < 2 || total - least * hidden.length < few) return false;
  const choices = hidden.map(([, n]) => (n < few ? from(least, few - 1) : from(few, smallestTold)));
  return hidden.every(([, n], at) => {
    if (n >= few) return true;
    const reached = choices.filter((_, other) => other !== at).reduce(sumsWith, new Set([0]));
    return (choices[at] ?? []).filter((one) => reached.has(total - one)).length > 1;
  });
}

function sumsWith(sums: ReadonlySet<number>, choices: readonly number[]): Set<number> {
  return new Set([...sums].flatMap((one) => choices.map((other) => one + other)));
}

function from(first: number, last: number): number[] {
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => first + at);
}

function sum(rows: readonly Row[]): number {
  return rows.reduce((total, [, n]) => total + n, 0);
}
