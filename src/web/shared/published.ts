/** Published figures as everybody sees them, in one language: the page draws this, the desk previews it. */
import type { Correction, Median, Property, Row, Snapshot, Table } from "../../protocol/publishing/snapshot.ts";
import { periodName } from "../../words/period-name.ts";
import type { Speech } from "../../words/speech.ts";
import type { Text, Texts } from "../../words/text.ts";

type Words<Key extends string> = Readonly<Record<Key, Text | Texts>>;

/** Of one language, or of all: `say` reads both. */
export type PublishedWords = {
  readonly PUBLISHED: Words<
    | "quarter"
    | "half"
    | "received"
    | "ended"
    | "followedUp"
    | "followedUpOf"
    | "fewer"
    | "weeks"
    | "rest"
    | "value"
    | "count"
    | "share"
    | "period"
    | "table"
  >;
  readonly PUBLISHED_TABLES: Words<Property>;
  readonly PUBLISHED_VALUES: Readonly<Record<Property, Readonly<Record<string, Text | Texts>>>>;
  readonly PUBLISHED_MEDIANS: Words<Median>;
};

type ToldRow = {
  readonly name: string;
  readonly count: number;
  /** Whole percent; undefined of too few */
  readonly percent: number | undefined;
  /** How long the bar is, of 100: the longest has all of it */
  readonly bar: number;
  readonly isRest: boolean;
  /** As it was before a correction */
  readonly before: number | undefined;
};

export type ToldTable = {
  readonly by: Property;
  readonly title: string;
  readonly rows: readonly ToldRow[];
  /** The number of the snapshot that has corrected it */
  readonly correctedIn: number | undefined;
};

export type ToldFigures = {
  readonly period: string;
  /** Names and numbers, as they are said */
  readonly sums: readonly (readonly [string, string])[];
  readonly medians: readonly (readonly [string, string])[];
  readonly tables: readonly ToldTable[];
};

type Speaking = Pick<Speech, "say" | "name" | "number">;

/** @param later snapshots after it, which may correct it */
export function tellFigures(
  snapshot: Snapshot,
  later: readonly Snapshot[],
  words: PublishedWords,
  speech: Speaking,
): ToldFigures {
  const { say, number } = speech;
  const { PUBLISHED, PUBLISHED_MEDIANS } = words;
  const corrections = later.flatMap(({ sequence, corrections: all }) =>
    all.filter((one) => one.sequence === snapshot.sequence).map((one) => ({ ...one, in: sequence })),
  );
  const received = corrections.at(-1)?.received ?? snapshot.received;
  const few = (n: number | null) => (n === null ? say(PUBLISHED.fewer, { k: snapshot.threshold }) : number(n));
  const { followedUp } = snapshot;
  return {
    period: periodName(snapshot.period, words, speech),
    sums: [
      [say(PUBLISHED.received), few(received)],
      [say(PUBLISHED.ended), few(snapshot.ended)],
      ...(followedUp === null
        ? []
        : [
            [
              say(PUBLISHED.followedUp),
              say(PUBLISHED.followedUpOf, {
                done: followedUp.done,
                of: followedUp.of,
                percent: percentOf(followedUp.done, followedUp.of),
              }),
            ] as const,
          ]),
    ],
    medians: snapshot.medians.map(({ of, weeks }) => [say(PUBLISHED_MEDIANS[of]), say(PUBLISHED.weeks, { n: weeks })]),
    tables: snapshot.tables.map((table) => tellTable(table, corrections, snapshot, words, speech)),
  };
}

function tellTable(
  original: Table,
  corrections: readonly (Correction & { readonly in: number })[],
  { sharesFrom }: Snapshot,
  words: PublishedWords,
  speech: Speaking,
): ToldTable {
  const { PUBLISHED, PUBLISHED_TABLES } = words;
  const { say } = speech;
  const { by } = original;
  const correction = corrections.findLast(({ tables }) => tables.some((one) => one.by === by));
  const table = correction?.tables.find((one) => one.by === by) ?? original;
  const counts = [...table.rows.map(({ count }) => count), ...(table.rest === null ? [] : [table.rest])];
  const whole = counts.reduce((sum, n) => sum + n, 0);
  const longest = Math.max(1, ...counts);
  const row = (label: string, count: number, isRest: boolean, before: number | null | undefined): ToldRow => ({
    name: label,
    count,
    percent: whole >= sharesFrom ? percentOf(count, whole) : undefined,
    bar: Math.round((count / longest) * 100),
    isRest,
    before: correction === undefined || before === null || before === count ? undefined : before,
  });
  const then = new Map(original.rows.map(({ key, count }) => [key, count]));
  return {
    by,
    title: say(PUBLISHED_TABLES[by]),
    rows: [
      ...table.rows.map((one) => row(valueName(by, one, words, speech), one.count, false, then.get(one.key))),
      ...(table.rest === null ? [] : [row(say(PUBLISHED.rest), table.rest, true, original.rest)]),
    ],
    correctedIn: correction?.in,
  };
}

/** What one value is called: as the office calls it, else by our tables, else as it stands. */
export function valueName(
  by: Property,
  { key, names }: Pick<Row, "key" | "names">,
  { PUBLISHED_VALUES }: Pick<PublishedWords, "PUBLISHED_VALUES">,
  { say, name }: Pick<Speech, "say" | "name">,
): string {
  if (names !== undefined) return name(names);
  const values = PUBLISHED_VALUES[by];
  const known = Object.hasOwn(values, key) ? values[key] : undefined;
  return known === undefined ? key : say(known);
}

function percentOf(part: number, whole: number): number {
  return Math.round((part / whole) * 100);
}
