/** Whether the desk's figures, on the screen and in the workbook that is saved of them, are the story's. */
import type { Page } from "puppeteer-core";
import { FIGURES, GROUP_NAMES } from "../../../../src/web/investigator/figures/words.ts";
import {
  CATEGORY_NAMES,
  DEADLINE_NAMES,
  OUTCOME_NAMES,
  SOURCE_NAMES,
  STATE_NAMES,
} from "../../../../src/words/glossary.ts";
import { RESULT_NAMES } from "../../../../src/words/judging.ts";
import { speak } from "../../../../src/words/speech.ts";
import type { Tables } from "../../support/tables.ts";
import { DESK, counted, named, rowsIn, same } from "./agree.ts";
import type { Expected, Median, Part } from "./expected.ts";
import { CHANNEL_NAMES } from "./office.ts";

const { say, number } = speak(DESK);

type Shown = "on the screen" | "in the workbook";

export function checkFigures(tables: Tables, expected: Expected, where: Shown): void {
  const { total, promises } = expected;
  const onScreen = where === "on the screen";
  const is = (title: string, wanted: Readonly<Record<string, number>>) =>
    same(`figures ${where}, ${title}`, counted(tables.get(title)), wanted);
  /** On the screen as people read it, in a workbook as it is reckoned with. */
  const days = (value: number | undefined) =>
    value === undefined ? (onScreen ? "–" : "") : onScreen ? number(value) : String(value);
  const row = (name: string, { received, working, closed, archived, referred, conclusion }: Part) => [
    name,
    received,
    working,
    closed,
    ...(onScreen ? [archived + referred] : [archived, referred]),
    days(conclusion.days),
  ];
  is(say(FIGURES.byState), named(expected.states, STATE_NAMES));
  is(say(FIGURES.byCategory), named(expected.categories, CATEGORY_NAMES));
  is(say(FIGURES.byWay), named(expected.ways, { ...SOURCE_NAMES, page: FIGURES.page }));
  is(say(FIGURES.outcomes, { n: total.closed }), named(expected.outcomes, OUTCOME_NAMES));
  is(say(FIGURES.results), named(expected.results, RESULT_NAMES));
  is(say(FIGURES.flow), {
    [say(FIGURES.flowBefore)]: 0,
    [say(FIGURES.flowReceived)]: total.received,
    [say(FIGURES.flowEnded)]: expected.ended,
    [say(FIGURES.flowAfter)]: total.received - expected.ended,
  });
  if (onScreen)
    is(say(FIGURES.whereNow, { n: total.received }), {
      ...named(expected.standings, GROUP_NAMES),
      [say(FIGURES.total)]: total.received,
    });
  same(
    `figures ${where}, returned`,
    counted(tables.get(say(FIGURES.about)))[say(FIGURES.returned)],
    expected.returned["yes"],
  );
  const months = (tables.get(say(FIGURES.byMonth)) ?? []).map(([, ...cells]) => cells.map(Number));
  const wanted = Object.entries(expected.byMonth).map(([month, one]) => [one.received, expected.endedIn[month] ?? 0]);
  same(`figures ${where}, months`, months, wanted);
  for (const [title, parts] of [
    [FIGURES.byUnit, expected.byUnit],
    [FIGURES.byChannel, namedChannels(expected)],
  ] as const) {
    const sum = row(say(FIGURES.total), { ...total, conclusion: expected.conclusion });
    const rows = [...Object.entries(parts).map(([name, part]) => row(name, part)), ...(onScreen ? [sum] : [])];
    same(`figures ${where}, ${say(title)}`, rowsIn(tables.get(say(title))), rowsIn(rows));
  }
  same(
    `figures ${where}, deadlines`,
    // Beside a number stands its share.
    rowsIn((tables.get(say(FIGURES.promises)) ?? []).map((cells) => cells.map(withoutShare))),
    rowsIn(promiseRows(promises)),
  );
  const time = ({ days: middle, of }: Median) => [days(middle), String(of)];
  same(`figures ${where}, times`, tables.get(say(FIGURES.times)), [
    [say(FIGURES.timeAnswer), ...time(expected.answer)],
    [say(FIGURES.timeVerification), ...time(expected.verification)],
    [say(FIGURES.timeConclusion), ...time(expected.conclusion)],
  ]);
}

export function promiseRows(promises: Expected["promises"]): (string | number)[][] {
  return Object.entries(promises).map(([kind, { kept, missed, running }]) => [
    say(DEADLINE_NAMES[kind as keyof typeof DEADLINE_NAMES]),
    kept,
    missed,
    running,
  ]);
}

function namedChannels({ byChannel }: Expected): Record<string, Part> {
  const names: Readonly<Record<string, string>> = CHANNEL_NAMES;
  return Object.fromEntries(Object.entries(byChannel).map(([channel, part]) => [names[channel] ?? channel, part]));
}

function withoutShare(cell: string): string {
  return cell.replace(/^(\d+) \d+\s?%$/u, "$1");
}

/** The four that stand above all others. */
export async function checkKeyNumbers(page: Page, { total, promises, conclusion }: Expected): Promise<void> {
  const shown = await page.$$eval(".key-numbers strong", (all) => all.map(({ textContent }) => textContent));
  const answered = promises["first-answer"]?.kept ?? 0;
  const wanted = [total.received, answered, total.closed, conclusion.days ?? 0].map((n) => number(n));
  same("figures, the first four", shown, wanted);
}

/** In the one table of all numbers each is there once more. */
export function checkAllInOne(sheets: Tables, { total }: Expected): void {
  const rows = rowsIn(sheets.get(say(FIGURES.title)));
  for (const [name, n] of [
    [FIGURES.shareDone, total.closed],
    [FIGURES.shareOf, total.closed + total.working],
  ] as const) {
    const row = [say(FIGURES.share), say(name), say(FIGURES.number), n].join(" | ");
    if (!rows.includes(row)) throw new Error(`figures in one table: no ${row}`);
  }
}
