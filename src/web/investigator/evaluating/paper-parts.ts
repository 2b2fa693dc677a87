/** What stands in documents for evaluators, table by table: of one worksheet, in Indonesian. */
import type { ProvedItem } from "../../../client/evaluation/proofs.ts";
import type { Claim } from "../../../client/evaluation/spbe.ts";
import type { Counts, Worksheet } from "../../../client/evaluation/worksheet.ts";
import type { EvidenceKind } from "../../../protocol/law/evaluation-items.ts";
import type { Profiles } from "../../../protocol/rules/deadlines.ts";
import { isDay } from "../../../protocol/encoding/day.ts";
import type { OfficeRules } from "../../../protocol/law/office-rules.ts";
import { sayCode } from "../../../words/codes.ts";
import {
  CATEGORY_NAMES,
  DEADLINE_NAMES,
  OUTCOME_NAMES,
  ROLE_NAMES,
  STATE_NAMES,
  UNKNOWN,
} from "../../../words/glossary.ts";
import { RESULT_NAMES } from "../../../words/judging.ts";
import { type Speech, monthIn } from "../../../words/speech.ts";
import { tableOf } from "../documents/document.ts";
import { type Markup, markup } from "../documents/markup.ts";
import { INTERESTS } from "../people/words.ts";
import { BODY_NAMES } from "../referral/words.ts";
import { profileText } from "../writing/state-text.ts";
import type { EvaluationView } from "../vault/messages/evaluation.ts";
import { EVIDENCE_NAMES, HANDED_NAMES } from "./words.ts";
import type { Enclosure } from "./enclosures.ts";
import { CLAIMS_ON_PAPER, PAPER } from "./words/paper.ts";

/** What a document is made from. `speech` speaks Indonesian. */
export type Around = {
  readonly speech: Speech;
  readonly worksheet: Worksheet;
  readonly view: EvaluationView;
  readonly items: readonly ProvedItem[];
  readonly claims: readonly Claim[];
  readonly law: OfficeRules;
  readonly office: string;
  /** Whoever prepares it */
  readonly by: string;
  readonly today: string;
  /** Of deadlines, as the office calls them */
  readonly profiles: Profiles;
  /** By which evaluation is asked for */
  readonly requestBy: string;
  /** Of all roots in twelve words, and of the pages: what a claim is checked by */
  readonly prints: { readonly words: string; readonly pages: string };
  /** Where the document lies in a signed folder; undefined where it is saved alone */
  readonly file: { readonly name: string; readonly zip: string } | undefined;
  /** Files of the evidence, enclosed and missing; none where the document is saved alone */
  readonly enclosures: readonly Enclosure[];
};

const C = PAPER.columns;

export function summary({ speech, worksheet }: Around): Markup {
  const { total, share, flow, unopened } = worksheet;
  const percent = percentOf(share.done, share.of);
  const said = speech.say(PAPER.summaryText, {
    ...total,
    share: percent === undefined ? "" : speech.say(PAPER.shareIs, { share: speech.number(percent) }),
  });
  return markup`<p class="lead">${said}</p><p>${speech.say(PAPER.flow, flow)}</p><p class="small muted">${PAPER.flowText}</p>${
    unopened > 0 && markup`<p class="muted">${speech.say(PAPER.unopened, { n: unopened })}</p>`
  }`;
}

/** Whole percents, on screen, on paper and in the workbook; undefined of nothing. */
export function percentOf(done: number, of: number): number | undefined {
  return of === 0 ? undefined : Math.round((done / of) * 100);
}

const COUNT_COLUMNS = [C.received, C.due, C.working, C.closed, C.referred, C.archived].map((name) => ({
  name,
  kind: "number" as const,
}));

function countCells({ number }: Speech, { received, due, working, closed, referred, archived }: Counts): string[] {
  return [received, due, working, closed, referred, archived].map((n) => number(n));
}

export function monthTable({ speech, worksheet: { months, total } }: Around): Markup {
  return tableOf({
    columns: [{ name: C.month, kind: "day" }, ...COUNT_COLUMNS],
    rows: months.map((one) => [monthName(one.month.from, speech), ...countCells(speech, one)]),
    foot: [C.total, ...countCells(speech, total)],
  });
}

/** When somebody read a rule: a day, or a month */
export function readText(on: string, { day, language }: Speech): string {
  return isDay(on) ? day(on) : monthIn(on, language);
}

/** A text with hashes in letters that are told apart. */
export function withHashes(text: string, hashes: readonly string[]): Markup {
  const [hash, ...more] = hashes;
  if (hash === undefined) return markup`${text}`;
  if (hash === "") return withHashes(text, more);
  const parts = text.split(hash).map((part) => withHashes(part, more));
  return markup`${parts.map((part, at) => (at === 0 ? part : markup`<span class="mono">${hash}</span>${part}`))}`;
}

function monthName(day: string, { language }: Speech): string {
  return monthIn(day, language);
}

export function typeName(category: string | undefined, { say }: Speech): string {
  return category === undefined ? PAPER.notKnown : sayCode(say, CATEGORY_NAMES, category, UNKNOWN.code);
}

export function typeTable({ speech, worksheet: { types, total } }: Around): Markup {
  return tableOf({
    columns: [{ name: C.type }, ...COUNT_COLUMNS],
    rows: types.map((one) => [typeName(one.category, speech), ...countCells(speech, one)]),
    foot: [C.total, ...countCells(speech, total)],
  });
}

export function followUps({ speech, worksheet }: Around): Markup {
  const { say, number } = speech;
  if (worksheet.followUps.length === 0) return markup`<p>${PAPER.followUpsNone}</p>`;
  return markup`<p>${PAPER.followUpsText}</p>${tableOf({
    columns: [
      { name: C.number, kind: "number" },
      { name: C.month, kind: "day" },
      { name: C.type },
      { name: C.state },
      { name: C.outcome },
      { name: C.result2 },
      { name: C.weeks, kind: "number" },
    ],
    rows: worksheet.followUps.map(({ month, category, state, outcome, result, weeks }, at) => [
      String(at + 1),
      monthName(`${month}-01`, speech),
      typeName(category, speech),
      sayCode(say, STATE_NAMES, state, UNKNOWN.code),
      outcome === undefined ? "–" : sayCode(say, OUTCOME_NAMES, outcome, UNKNOWN.code),
      resultName(result, speech) ?? "–",
      weeks === undefined ? PAPER.open : number(weeks),
    ]),
  })}`;
}

export function resultName(result: string | undefined, { say }: Speech): string | undefined {
  return result === undefined ? undefined : sayCode(say, RESULT_NAMES, result, UNKNOWN.code);
}

export function promises({ speech, worksheet }: Around): Markup {
  const { say, number } = speech;
  if (worksheet.promises.length === 0) return markup`<p>${PAPER.promisesNone}</p>`;
  return markup`<p>${PAPER.promisesText}</p>${tableOf({
    columns: [
      { name: C.step },
      { name: C.kept, kind: "number" },
      { name: C.missed, kind: "number" },
      { name: C.running, kind: "number" },
    ],
    rows: worksheet.promises.map(({ kind, kept, missed, running }) => [
      say(DEADLINE_NAMES[kind]),
      number(kept),
      number(missed),
      number(running),
    ]),
  })}`;
}

export function obstacles({ speech, worksheet }: Around): Markup {
  const { day } = speech;
  if (worksheet.obstacles.length === 0) return markup`<p>${PAPER.obstaclesNone}</p>`;
  return tableOf({
    columns: [
      { name: C.obstacle },
      { name: C.remedy },
      { name: C.owner },
      { name: C.due2, kind: "day" },
      { name: C.doneOn, kind: "day" },
      { name: C.result },
    ],
    rows: worksheet.obstacles.map(({ what, remedy, owner, due, done, result }) => [
      what,
      remedy || "–",
      owner || "–",
      due === null ? "–" : day(due),
      done === null ? PAPER.open : day(done),
      result || "–",
    ]),
  });
}

export function evidenceTable({ speech, worksheet }: Around, kinds?: readonly EvidenceKind[]): Markup {
  const found = worksheet.evidence.filter(({ kind }) => kinds === undefined || kinds.includes(kind));
  if (found.length === 0) return markup`<p>${PAPER.publicityNone}</p>`;
  return tableOf({
    columns: [{ name: C.on, kind: "day" }, { name: C.kind }, { name: C.what }, { name: C.where }, { name: C.note }],
    rows: found
      .toSorted((a, b) => (a.on < b.on ? -1 : 1))
      .map(({ on, kind, what, where, note, files }) => [
        speech.day(on),
        speech.say(EVIDENCE_NAMES[kind]),
        markup`${what}${files.length > 0 && markup`<br><span class="small muted">${speech.say(PAPER.filesAre, { names: speech.list(files.map(({ name }) => name)) })}</span>`}`,
        where || "–",
        note || "–",
      ]),
  });
}

/** Files in one folder of the ZIP: under which name each is enclosed, or that it is missing. */
export function enclosed({ speech, enclosures }: Around, folder: string): Markup {
  const files = enclosures.filter((one) => one.folder === folder);
  if (files.length === 0) return markup`<p>${PAPER.enclosedNone}</p>`;
  return tableOf({
    columns: [{ name: C.what }, { name: C.file }, { name: C.enclosedAs }, { name: C.sum }],
    rows: files.map(({ evidence, file, name, content }) => [
      evidence.what,
      markup`${file.name} <span class="small muted">(${speech.size(file.size)})</span>`,
      content === undefined ? markup`<strong>${PAPER.notEnclosed}</strong>` : name.slice(folder.length + 1),
      markup`<span class="mono">${file.sha256}</span>`,
    ]),
  });
}

export function handOvers({ speech, worksheet }: Around): Markup {
  const { day, say } = speech;
  if (worksheet.handOvers.length === 0) return markup`<p>${PAPER.handOversNone}</p>`;
  return tableOf({
    caption: PAPER.handOversOutside,
    columns: [
      { name: C.on, kind: "day" },
      { name: C.to },
      { name: C.matter },
      { name: C.reference },
      { name: C.answered, kind: "day" },
    ],
    rows: worksheet.handOvers.map(({ on, to, matter, reference, answered }) => [
      day(on),
      say(HANDED_NAMES[to]),
      matter,
      reference || "–",
      answered === null ? PAPER.open : day(answered),
    ]),
  });
}

/** Of cases: to whom, in which month, of which type. */
export function caseHandOvers({ speech, worksheet }: Around): Markup {
  if (worksheet.caseHandOvers.length === 0) return markup`<p>${PAPER.caseHandOversNone}</p>`;
  return tableOf({
    caption: PAPER.handOversInside,
    columns: [{ name: C.month, kind: "day" }, { name: C.to }, { name: C.type }, { name: C.receipt }],
    rows: worksheet.caseHandOvers.map(({ month, to, category, answered }) => [
      monthName(`${month}-01`, speech),
      receiverName(to, speech),
      typeName(category, speech),
      answered ? PAPER.receiptIn : PAPER.receiptOpen,
    ]),
  });
}

export function receiverName(to: string | undefined, { say }: Speech): string {
  return to === undefined ? PAPER.receiverUnnamed : sayCode(say, { ...HANDED_NAMES, ...BODY_NAMES }, to, UNKNOWN.code);
}

export function handlers({ speech, view }: Around): Markup {
  const { say, name, day, list } = speech;
  return tableOf({
    columns: [{ name: C.name }, { name: C.roles }, { name: C.channels }, { name: C.since, kind: "day" }],
    rows: view.handlers.map((one) => [
      name(one.names),
      list(one.roles.map((role) => say(ROLE_NAMES[role]))),
      one.channels.length === 0 ? "–" : list(one.channels.map((names) => name(names))),
      day(one.since),
    ]),
  });
}

export function configuration({ speech, view, profiles, prints }: Around): Markup {
  const { name, number } = speech;
  return markup`<p>${PAPER.configurationText}</p>${tableOf({
    columns: [{ name: C.channels }, { name: C.recipients, kind: "number" }, { name: C.recovery }, { name: C.profile }],
    rows: view.channels.map(({ names, recipients, hasRecovery, deadlines }) => [
      name(names),
      number(recipients),
      hasRecovery ? PAPER.yes : PAPER.no,
      profileText(deadlines, profiles, speech),
    ]),
  })}<p>${withHashes(speech.say(PAPER.check, { how: speech.say(CLAIMS_ON_PAPER.confidentiality.check, prints) }), [
    prints.pages,
  ])}</p>`;
}

export function conflicts({ speech, view }: Around): Markup {
  const { name, day, say } = speech;
  const lines = view.interests ?? [];
  return markup`<p>${PAPER.conflictsText}</p>${
    lines.length === 0
      ? markup`<p>${PAPER.conflictsNone}</p>`
      : tableOf({
          columns: [
            { name: C.name },
            { name: C.interest },
            { name: C.nature },
            { name: C.declared, kind: "day" },
            { name: C.ended, kind: "day" },
          ],
          rows: lines.map(({ names, kind, nature, declared, ended }) => [
            name(names),
            sayCode(say, INTERESTS, kind, UNKNOWN.code),
            nature === "actual" || nature === "potential" ? PAPER.natures[nature] : nature,
            day(declared),
            ended === null ? "–" : day(ended),
          ]),
        })
  }`;
}
