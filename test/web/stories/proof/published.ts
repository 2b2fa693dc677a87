/** Whether the public page, its table and its file tell what the rule lets them tell of the story's numbers, and no more. */
import type { Page } from "puppeteer-core";
import { documentBytes, parseDirectory } from "../../../../src/protocol/directory/directory.ts";
import type { Property } from "../../../../src/protocol/publishing/snapshot.ts";
import type { Language } from "../../../../src/words/languages.ts";
import { PUBLISHED, PUBLISHED_MEDIANS, PUBLISHED_TABLES, PUBLISHED_VALUES } from "../../../../src/words/published.ts";
import { speak } from "../../../../src/words/speech.ts";
import type { Texts } from "../../../../src/words/text.ts";
import { readFiguresFile } from "../../../../src/client/publishing/file.ts";
import { tablesOn } from "../../support/tables.ts";
import { same } from "./agree.ts";
import type { Expected, Median } from "./expected.ts";
import type { Channel } from "./forty-cases.ts";
import { CHANNEL_NAMES } from "./office.ts";
import { SHARES_FROM, type ToldTable, type ToldTables } from "./told.ts";

export type Telling = {
  readonly expected: Expected;
  readonly told: ToldTables;
  readonly channelIds: Readonly<Record<Channel, string>>;
  readonly language: Language;
};

/** Of one table as people read it: name, number, share. */
type Line = readonly [name: string, n: number, percent: number];

function linesOf(by: string, { rows, rest }: ToldTable, { expected, channelIds, language }: Telling): Line[] {
  const { say } = speak(language);
  const whole = by === "outcome" ? expected.total.closed : expected.total.received;
  const values: Readonly<Record<string, Texts>> = PUBLISHED_VALUES[by as Property];
  const nameOf = (key: string): string => {
    const channel = Object.entries(channelIds).find(([, id]) => id === key)?.[0];
    if (channel !== undefined) return CHANNEL_NAMES[channel as Channel];
    return values[key] === undefined ? key : say(values[key]);
  };
  const line = (name: string, n: number): Line => [name, n, Math.round((100 * n) / whole)];
  return [...rows.map(([key, n]) => line(nameOf(key), n)), ...(rest === null ? [] : [line(say(PUBLISHED.rest), rest)])];
}

/** Sums and medians, as they are said. */
function factsOf({ expected, language }: Telling): [string, string][] {
  const { say, number } = speak(language);
  const { closed, working, received } = expected.total;
  const weeks = ({ days = 0 }: Median) => say(PUBLISHED.weeks, { n: Math.max(1, Math.ceil(days / 7)) });
  const medians = [
    [PUBLISHED_MEDIANS.answer, expected.answer],
    [PUBLISHED_MEDIANS.verification, expected.verification],
    [PUBLISHED_MEDIANS.conclusion, expected.conclusion],
  ] as const;
  return [
    [say(PUBLISHED.received), number(received)],
    [say(PUBLISHED.ended), number(expected.ended)],
    [
      say(PUBLISHED.followedUp),
      say(PUBLISHED.followedUpOf, {
        done: closed,
        of: closed + working,
        percent: Math.round((100 * closed) / (closed + working)),
      }),
    ],
    ...medians.flatMap(([name, median]): [string, string][] =>
      median.of < SHARES_FROM ? [] : [[say(name), weeks(median)]],
    ),
  ];
}

export async function checkPage(page: Page, telling: Telling): Promise<void> {
  const { told, language } = telling;
  const { say, number } = speak(language);
  const shown = await tablesOn(page);
  same(
    "public page, which tables",
    [...shown.keys()].toSorted(),
    Object.keys(told)
      .map((by) => say(PUBLISHED_TABLES[by as Property]))
      .toSorted(),
  );
  for (const [by, table] of Object.entries(told))
    same(
      `public page, ${by}`,
      shown.get(say(PUBLISHED_TABLES[by as Property])),
      linesOf(by, table, telling).map(([name, n, percent]) => [name, number(n), `${number(percent)}%`]),
    );
  const facts = await page.$$eval(".published-sums > div", (all) =>
    all.map((one) => [one.querySelector("dt")?.textContent, one.querySelector("dd")?.textContent]),
  );
  same("public page, sums and medians", facts, factsOf(telling));
}

export function checkCsv(csv: Uint8Array, telling: Telling, period: string): void {
  const { told, language } = telling;
  const { say } = speak(language);
  const [, ...lines] = new TextDecoder().decode(csv).trimEnd().split("\r\n");
  const quoted = (cell: string) => (/[",;]/u.test(cell) ? `"${cell}"` : cell);
  const wanted = [
    ...factsOf(telling).map(([name, said]) => [period, "", name, said, ""]),
    ...Object.entries(told).flatMap(([by, table]) =>
      linesOf(by, table, telling).map(([name, n, percent]) => [
        period,
        say(PUBLISHED_TABLES[by as Property]),
        name,
        String(n),
        String(percent / 100),
      ]),
    ),
  ];
  same("the public table, line by line", lines.toSorted(), wanted.map((row) => row.map(quoted).join(",")).toSorted());
}

export function checkFile(file: Uint8Array, { expected, told }: Telling): void {
  const { published, directories } = readFiguresFile(file);
  same("the public file holds one snapshot", published.length, 1);
  const { received, ended, followedUp, medians, tables, corrections } = JSON.parse(published[0]?.document ?? "") as {
    readonly received: number;
    readonly ended: number;
    readonly followedUp: object;
    readonly medians: readonly { readonly of: "answer" | "verification" | "conclusion"; readonly weeks: number }[];
    readonly tables: readonly {
      readonly by: string;
      readonly rows: readonly { readonly key: string; readonly count: number }[];
      readonly rest: number | null;
    }[];
    readonly corrections: readonly object[];
  };
  const { closed, working } = expected.total;
  same(
    "the public file, sums",
    [received, ended, followedUp, corrections],
    [expected.total.received, expected.ended, { formula: "closed-of-due", done: closed, of: closed + working }, []],
  );
  same(
    "the public file, tables",
    Object.fromEntries(
      tables.map(({ by, rows, rest }) => [by, { rows: rows.map(({ key, count }) => [key, count]), rest }]),
    ),
    told,
  );
  same(
    "the public file, medians",
    medians.map(({ of, weeks }) => [of, weeks]),
    (["answer", "verification", "conclusion"] as const).map((of) => [
      of,
      Math.max(1, Math.ceil((expected[of].days ?? 0) / 7)),
    ]),
  );
  same(
    "the public file names this office",
    directories.some((one) => parseDirectory(documentBytes(one)).channels.size === Object.keys(CHANNEL_NAMES).length),
    true,
  );
}
