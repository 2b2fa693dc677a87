/** The worksheet as a spreadsheet: the same tables as on paper, in Indonesian. */
import type { Counts } from "../../../client/evaluation/worksheet.ts";
import type { Cell, Column, Sheet } from "../../../client/sheets/sheet.ts";
import { type RuleId, ruleOf } from "../../../protocol/law/law.ts";
import { type RuleValue, doubtOf } from "../../../protocol/law/rule.ts";
import { sayCode } from "../../../words/codes.ts";
import { DEADLINE_NAMES, OUTCOME_NAMES, ROLE_NAMES, STATE_NAMES, UNKNOWN } from "../../../words/glossary.ts";
import { INTERESTS } from "../people/words.ts";
import { type Around, percentOf, readText, receiverName, resultName, typeName } from "./paper-parts.ts";
import { EVIDENCE_NAMES, HANDED_NAMES } from "./words.ts";
import { PAPER } from "./words/paper.ts";

const C = PAPER.columns;
const W = PAPER.workbook;

const text = (name: string): Column => ({ name, kind: "text" });
const number = (name: string): Column => ({ name, kind: "number" });
const day = (name: string): Column => ({ name, kind: "day" });

const COUNTS = [C.received, C.due, C.working, C.closed, C.referred, C.archived].map(number);

function counts({ received, due, working, closed, referred, archived }: Counts): number[] {
  return [received, due, working, closed, referred, archived];
}

export function worksheetSheets({ speech, worksheet, view, law, today }: Around): Sheet[] {
  const { say, name, list } = speech;
  const { total, share, flow, months, types, period } = worksheet;
  const percent = percentOf(share.done, share.of);
  const shares: readonly (readonly [string, Cell])[] = [
    [PAPER.period, say(PAPER.days, { from: speech.day(period.from), to: speech.day(period.to) })],
    [C.received, total.received],
    [C.due, total.due],
    [C.working, total.working],
    [C.closed, total.closed],
    [C.referred, total.referred],
    [C.archived, total.archived],
    [W.done, total.done],
    [W.share, percent === undefined ? null : `${speech.number(percent)}%`],
    [W.before, flow.before],
    [W.ended, flow.ended],
    [W.after, flow.after],
    [PAPER.flowText, null],
    [PAPER.exact, null],
  ];
  return [
    { name: W.summary, columns: [text(W.what), number(W.value)], rows: shares },
    {
      name: W.months,
      columns: [text(C.month), ...COUNTS],
      rows: months.map((one) => [one.month.from.slice(0, 7), ...counts(one)]),
    },
    {
      name: W.types,
      columns: [text(C.type), ...COUNTS],
      rows: types.map((one) => [typeName(one.category, speech), ...counts(one)]),
    },
    {
      name: W.monthTypes,
      columns: [text(C.month), text(C.type), ...COUNTS],
      rows: worksheet.monthTypes.map((one) => [
        one.month.from.slice(0, 7),
        typeName(one.category, speech),
        ...counts(one),
      ]),
    },
    {
      name: W.cases,
      columns: [
        number(C.number),
        text(C.month),
        text(C.type),
        text(C.state),
        text(C.outcome),
        text(C.result2),
        number(C.weeks),
      ],
      rows: worksheet.followUps.map(({ month, category, state, outcome, result, weeks }, at) => [
        at + 1,
        month,
        typeName(category, speech),
        sayCode(say, STATE_NAMES, state, UNKNOWN.code),
        outcome === undefined ? null : sayCode(say, OUTCOME_NAMES, outcome, UNKNOWN.code),
        resultName(result, speech) ?? null,
        weeks ?? null,
      ]),
    },
    {
      name: W.promises,
      columns: [text(C.step), number(C.kept), number(C.missed), number(C.running)],
      rows: worksheet.promises.map(({ kind, kept, missed, running }) => [
        say(DEADLINE_NAMES[kind]),
        kept,
        missed,
        running,
      ]),
    },
    {
      name: W.obstacles,
      columns: [day(C.on), text(C.obstacle), text(C.remedy), text(C.owner), day(C.due2), day(C.doneOn), text(C.result)],
      rows: worksheet.obstacles.map(({ on, what, remedy, owner, due, done, result }) => [
        on,
        what,
        remedy,
        owner,
        due,
        done,
        result,
      ]),
    },
    {
      name: W.evaluations,
      columns: [day(C.on), text(PAPER.period), text(C.by), text(C.found)],
      rows: worksheet.evaluations.map(({ on, period: of, by, found }) => [on, of, by, found]),
    },
    {
      name: W.evidence,
      columns: [day(C.on), text(C.kind), text(C.what), text(C.where), text(C.note), text(C.file)],
      rows: worksheet.evidence.map(({ on, kind, what, where, note, files }) => [
        on,
        say(EVIDENCE_NAMES[kind]),
        what,
        where,
        note,
        files.map(({ name: file, sha256 }) => `${file} (SHA-256 ${sha256})`).join("\n"),
      ]),
    },
    {
      name: W.handOvers,
      columns: [day(C.on), text(C.to), text(C.matter), text(C.reference), day(C.answered)],
      rows: worksheet.handOvers.map(({ on, to, matter, reference, answered }) => [
        on,
        say(HANDED_NAMES[to]),
        matter,
        reference,
        answered,
      ]),
    },
    {
      name: W.caseHandOvers,
      columns: [text(C.month), text(C.to), text(C.type), text(C.receipt)],
      rows: worksheet.caseHandOvers.map(({ month, to, category, answered }) => [
        month,
        receiverName(to, speech),
        typeName(category, speech),
        answered ? PAPER.receiptIn : PAPER.receiptOpen,
      ]),
    },
    {
      name: W.handlers,
      columns: [text(C.name), text(C.roles), text(C.channels)],
      rows: view.handlers.map(({ names, roles, channels }) => [
        name(names),
        list(roles.map((role) => say(ROLE_NAMES[role]))),
        list(channels.map((one) => name(one))),
      ]),
    },
    ...(view.interests === undefined
      ? []
      : [
          {
            name: W.conflicts,
            columns: [text(C.name), text(C.interest), text(C.nature), day(C.declared), day(C.ended)],
            rows: view.interests.map(({ names, kind, nature, declared, ended }) => [
              name(names),
              sayCode(say, INTERESTS, kind, UNKNOWN.code),
              nature === "actual" || nature === "potential" ? PAPER.natures[nature] : nature,
              declared,
              ended,
            ]),
          },
        ]),
    {
      name: W.sources,
      columns: [text(C.item), text(PAPER.rules), text(C.note), text(W.read)],
      rows: SOURCES.map((id) => {
        const rule = ruleOf(id, law);
        const doubt = doubtOf(rule, today);
        return [
          itemText(rule.value),
          rule.source,
          doubt === undefined ? "" : PAPER[doubt],
          readText(rule.readOn, speech),
        ];
      }),
    },
  ];
}

/** Which item of the worksheet, or by which formula its share is counted */
function itemText(value: RuleValue): string {
  return Object.entries(PAPER.formulas).find(([code]) => code === value)?.[1] ?? String(value);
}

/** Rules that the worksheet rests on */
const SOURCES: readonly RuleId[] = [
  "result-classes",
  "share-followed-up",
  "lke-wbs-applied",
  "lke-wbs-evaluated",
  "lke-wbs-followed-up",
  "lke-complaints-followed-up",
  "lke-complaints-evaluated",
  "lke-complaints-share",
  "lke-conflict",
  "lke-gratification",
  "lke-services",
  "lke-request-by",
];
