/** Figures as tables: first all numbers in one, for who takes a CSV; then each table as it stands on the screen. */
import type { Count, Figures } from "../../../client/figures/figures.ts";
import type { Period } from "../../../client/figures/period.ts";
import { GROUPS } from "../../../client/figures/share.ts";
import type { Cell, Column, Sheet } from "../../../client/sheets/sheet.ts";
import { sayCode } from "../../../words/codes.ts";
import {
  CATEGORY_NAMES,
  DEADLINE_NAMES,
  OUTCOME_NAMES,
  SOURCE_NAMES,
  STATE_NAMES,
  UNKNOWN,
} from "../../../words/glossary.ts";
import { RESULT_NAMES } from "../../../words/judging.ts";
import { type Speech, monthIn } from "../../../words/speech.ts";
import type { Text, Texts } from "../../../words/text.ts";
import { FIGURES, GROUP_NAMES } from "./words.ts";

export type SheetsOf = {
  readonly figures: Figures;
  readonly period: Period;
  /** How many reporters, said as safely as the screen says it */
  readonly safe: (n: number) => Cell;
  readonly channelName: (id: string | undefined) => string;
};

export function sheetsOf(
  { figures, period, safe, channelName }: SheetsOf,
  { say, language }: Pick<Speech, "say" | "language">,
): readonly Sheet[] {
  const text = (name: Text | Texts): Column => ({ name: say(name), kind: "text" });
  const number = (name: Text | Texts): Column => ({ name: say(name), kind: "number" });
  const named = (names: Parameters<typeof sayCode>[1]) => (key: string | undefined) =>
    key === undefined ? say(FIGURES.notKnown) : sayCode(say, names, key, UNKNOWN.code);
  const counted = (
    title: string,
    head: Text | Texts,
    counts: readonly Count[],
    nameOf: (key?: string) => string,
  ): Sheet => ({
    name: title,
    columns: [text(head), number(FIGURES.number)],
    rows: counts.map(({ key, n }) => [nameOf(key), n]),
  });
  const parts = (
    title: Text | Texts,
    head: Text | Texts,
    of: Figures["units"],
    nameOf: (key?: string) => string,
  ): Sheet => ({
    name: say(title),
    columns: [
      text(head),
      ...[FIGURES.columnReceived, FIGURES.columnWorking, FIGURES.columnClosed].map(number),
      number(GROUP_NAMES.archived),
      number(GROUP_NAMES.referred),
      number(FIGURES.columnMedian),
    ],
    rows: of.map(({ key, n, groups, conclusion }) => [
      nameOf(key),
      n,
      groups.working,
      groups.closed,
      groups.archived,
      groups.referred,
      conclusion.days ?? null,
    ]),
  });
  const ways = named({ ...SOURCE_NAMES, page: FIGURES.page });
  const { flow, ages } = figures;
  const tables: readonly Sheet[] = [
    {
      name: say(FIGURES.byMonth),
      columns: [text(FIGURES.month), number(FIGURES.columnReceived), number(FIGURES.columnEnded)],
      rows: figures.months.map(({ month, received, ended }) => [monthIn(month.from, language), received, ended]),
    },
    counted(say(FIGURES.byState), FIGURES.state, figures.states, named(STATE_NAMES)),
    counted(say(FIGURES.byCategory), FIGURES.category, figures.categories, named(CATEGORY_NAMES)),
    counted(say(FIGURES.byWay), FIGURES.way, figures.ways, ways),
    counted(
      say(FIGURES.outcomes, { n: figures.groups.closed }),
      FIGURES.outcome,
      figures.outcomes,
      named(OUTCOME_NAMES),
    ),
    counted(say(FIGURES.results), FIGURES.result, figures.results, named(RESULT_NAMES)),
    parts(FIGURES.byUnit, FIGURES.unit, figures.units, (key) => key ?? say(FIGURES.noUnit)),
    parts(FIGURES.byChannel, FIGURES.channel, figures.channels, channelName),
    {
      name: say(FIGURES.promises),
      columns: [text(FIGURES.promise), ...[FIGURES.kept, FIGURES.missed, FIGURES.running].map(number)],
      rows: figures.promises.map(({ kind, kept, missed, running }) => [
        say(DEADLINE_NAMES[kind]),
        kept,
        missed,
        running,
      ]),
    },
    {
      name: say(FIGURES.times),
      columns: [text(FIGURES.time), number(FIGURES.columnMedian), number(FIGURES.timeCases)],
      rows: (
        [
          [FIGURES.timeAnswer, figures.answer],
          [FIGURES.timeVerification, figures.verification],
          [FIGURES.timeConclusion, figures.conclusion],
        ] as const
      ).map(([name, { days, of }]) => [say(name), days ?? null, of]),
    },
    {
      name: say(FIGURES.flow),
      columns: [text(FIGURES.row), number(FIGURES.number)],
      rows: [
        [say(FIGURES.flowBefore), flow.before],
        [say(FIGURES.flowReceived), flow.received],
        [say(FIGURES.flowEnded), flow.ended],
        [say(FIGURES.flowAfter), flow.after],
      ],
    },
    {
      name: say(FIGURES.ages),
      columns: [text(FIGURES.age), number(FIGURES.number)],
      rows: ages.map(({ from, to, n }) => [
        to === undefined
          ? say(FIGURES.ageOver, { from: String(from) })
          : say(FIGURES.ageBand, { from: String(from), to: String(to) }),
        n,
      ]),
    },
    {
      name: say(FIGURES.about),
      columns: [text(FIGURES.row), number(FIGURES.number)],
      rows: [
        [say(FIGURES.protection), safe(figures.protection)],
        [say(FIGURES.returned), safe(figures.returned)],
      ],
    },
  ];
  return [allInOne(tables), ...tables];

  function allInOne(all: readonly Sheet[]): Sheet {
    const head: readonly (readonly Cell[])[] = [
      [say(FIGURES.period), say(FIGURES.from), period.from, null],
      [say(FIGURES.period), say(FIGURES.to), period.to, null],
      ...GROUPS.map((group) => [
        say(FIGURES.state),
        say(GROUP_NAMES[group]),
        say(FIGURES.number),
        figures.groups[group],
      ]),
      [say(FIGURES.share), say(FIGURES.shareDone), say(FIGURES.number), figures.followedUp.done],
      [say(FIGURES.share), say(FIGURES.shareOf), say(FIGURES.number), figures.followedUp.of],
    ];
    const rows = all.flatMap(({ name, columns, rows: of }) =>
      of.flatMap(([row = null, ...cells]) => cells.map((cell, at) => [name, row, columns[at + 1]?.name ?? null, cell])),
    );
    return {
      name: say(FIGURES.title),
      columns: [text(FIGURES.table), text(FIGURES.row), text(FIGURES.column), number(FIGURES.number)],
      rows: [...head, ...rows],
    };
  }
}
