/** Whether what evaluators get, the workbook and the report on paper, holds the story's numbers. */
import { BODY_NAMES } from "../../../../src/web/investigator/referral/words.ts";
import { HANDED_NAMES } from "../../../../src/web/investigator/evaluating/words.ts";
import { PAPER } from "../../../../src/web/investigator/evaluating/words/paper.ts";
import { CATEGORY_NAMES, OUTCOME_NAMES, STATE_NAMES } from "../../../../src/words/glossary.ts";
import { RESULT_NAMES } from "../../../../src/words/judging.ts";
import { monthIn, speak } from "../../../../src/words/speech.ts";
import type { HandOver } from "../../../../src/protocol/documents/ledger.ts";
import type { Tables } from "../../support/tables.ts";
import { DESK, named, rowsIn, same } from "./agree.ts";
import { promiseRows } from "./desk-figures.ts";
import { type Expected, tallied } from "./expected.ts";

const { say, day } = speak(DESK);
const { workbook: names, columns } = PAPER;

/** As the worksheet has its columns: received, to be followed up, in progress, done, referred, archived. */
function inColumns({ received, working, closed, referred, archived }: Expected["total"]): number[] {
  return [received, working + closed, working, closed, referred, archived];
}

export function checkWorksheet(sheets: Tables, expected: Expected, handOvers: readonly HandOver[]): void {
  const numbersIn = (name: string) =>
    Object.fromEntries((sheets.get(name) ?? []).map(([key, ...cells]) => [key, cells.map(Number)]));
  const inAll = (all: Expected["byMonth"]) =>
    Object.fromEntries(Object.entries(all).map(([k, v]) => [k, inColumns(v)]));
  const { received, due, working, closed, referred, archived } = columns;
  const summary = numbersIn(names.summary);
  same(
    "worksheet, summary",
    [received, due, working, closed, referred, archived, names.before, names.ended, names.after].map(
      (key) => summary[key]?.[0],
    ),
    [...inColumns(expected.total), 0, expected.ended, expected.total.received - expected.ended],
  );
  same("worksheet, months", numbersIn(names.months), inAll(expected.byMonth));
  same("worksheet, types", numbersIn(names.types), inAll(named(expected.byCategory, CATEGORY_NAMES)));
  const cases = sheets.get(names.cases) ?? [];
  same(
    "worksheet, types of cases",
    tallied(cases.map((row) => row[2] ?? "")),
    named(expected.categories, CATEGORY_NAMES),
  );
  same(
    "worksheet, cases",
    rowsIn(cases.map(([, , , state, outcome = "", result = "", weeks = ""]) => [state, outcome, result, weeks])),
    rowsIn(
      expected.followUps.map(({ state, outcome, result, weeks = "" }) => [
        say(STATE_NAMES[state]),
        outcome === null ? "" : say(OUTCOME_NAMES[outcome]),
        result === undefined ? "" : say(RESULT_NAMES[result]),
        weeks,
      ]),
    ),
  );
  same("worksheet, deadlines", rowsIn(sheets.get(names.promises)), rowsIn(promiseRows(expected.promises)));
  same(
    "worksheet, cases handed over",
    rowsIn(sheets.get(names.caseHandOvers)),
    rowsIn(handedRows(expected, (month) => month)),
  );
  same(
    "worksheet, hand-overs",
    rowsIn((sheets.get(names.handOvers) ?? []).map(([, to, matter, reference]) => [to, matter, reference])),
    rowsIn(handOvers.map(({ to, matter, reference }) => [say(HANDED_NAMES[to]), matter, reference])),
  );
}

function handedRows({ caseHandOvers }: Expected, monthName: (month: string) => string): string[][] {
  return caseHandOvers.map(({ month, category, sentTo, receipted }) => [
    monthName(month),
    sentTo === undefined ? PAPER.receiverUnnamed : say(BODY_NAMES[sentTo]),
    say(CATEGORY_NAMES[category]),
    receipted ? PAPER.receiptIn : PAPER.receiptOpen,
  ]);
}

export function checkReport(tables: Tables, expected: Expected, handOvers: readonly HandOver[]): void {
  const sums = [...tables.values()]
    .flatMap((rows) => rows.filter(([first]) => first === columns.total))
    .map((row) => row.slice(1).map(Number));
  if (sums.length === 0) throw new Error("the report has no sums");
  for (const sum of sums) same("report, sum", sum, inColumns(expected.total));
  same("report, deadlines", rowsIn(tables.get(PAPER.promises)), rowsIn(promiseRows(expected.promises)));
  same(
    "report, hand-overs",
    rowsIn(tables.get(PAPER.handOversOutside)),
    rowsIn(
      handOvers.map(({ on, to, matter, reference, answered }) => [
        day(on),
        say(HANDED_NAMES[to]),
        matter,
        reference,
        answered === null ? PAPER.open : day(answered),
      ]),
    ),
  );
  same(
    "report, cases handed over",
    rowsIn(tables.get(PAPER.handOversInside)),
    rowsIn(handedRows(expected, (month) => monthIn(`${month}-01`, DESK))),
  );
}
