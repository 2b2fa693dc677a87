/** The case file on paper: drawn from `case.json` alone, so that nothing stands on it that was taken out there. */
import type { Act, CaseFile, FileRow, InTrail, Said, StandingSheet } from "../../../client/case-file/format.ts";
import { STRUCK } from "../../../client/case-file/striking.ts";
import { isDay } from "../../../protocol/encoding/day.ts";
import { PROFILES } from "../../../protocol/rules/deadline-profiles.ts";
import type { Profiles } from "../../../protocol/rules/deadlines.ts";
import { FIELD_CODES } from "../../../protocol/rules/report-fields.ts";
import { ELEMENTS, HIGHEST_SCORE, SCORES } from "../../../protocol/rules/triage.ts";
import { amountText, sayCode } from "../../../words/codes.ts";
import {
  CATEGORY_NAMES,
  DEADLINE_NAMES,
  FIELD_NAMES,
  OUTCOME_NAMES,
  STATE_NAMES,
  UNKNOWN,
} from "../../../words/glossary.ts";
import { ELEMENT_NAMES, RECOMMENDATION_NAMES, RESULT_NAMES, SCORE_NAMES } from "../../../words/judging.ts";
import type { Speech } from "../../../words/speech.ts";
import type { Texts } from "../../../words/text.ts";
import { documentOf, factList, signingPlaces, tableOf } from "../documents/document.ts";
import { type Markup, markup } from "../documents/markup.ts";
import { profileText } from "../writing/state-text.ts";
import { cited } from "./cited.ts";
import { recordText } from "./record-text.ts";
import { ACTS, PAPER, RECORD_ACTS, SHORT } from "./words.ts";

type Paper = { readonly file: CaseFile; readonly speech: Speech; readonly profiles: Profiles };

/** @param profiles of deadlines, as the office calls them */
export function paperOf(file: CaseFile, speech: Speech, profiles: Profiles = PROFILES): string {
  const { say, name, language } = speech;
  const paper = { file, speech, profiles };
  const isWhole = file.made.reporter === "included";
  return documentOf({
    language,
    title: say(PAPER.title, { number: file.registerNumber }),
    office: name(file.office),
    mark: [
      ...(file.made.redacted ? [say(PAPER.redacted)] : []),
      say(isWhole ? PAPER.withWords : PAPER.withoutWords),
    ].join(" · "),
    body: markup`${headOf(paper)}
<h2>${say(PAPER.summary)}</h2>
${file.summary.trim() === "" ? markup`<p class="muted">${say(PAPER.noSummary)}</p>` : textOf(file.summary)}
${reportOf(paper)}
<h2>${say(PAPER.timeline)}</h2>
${timelineOf(paper)}
${file.sheet !== null && sheetOf(file.sheet, paper)}
<h2>${say(PAPER.decisions)}</h2>
${decisionsOf(paper)}
<h2>${say(isWhole ? PAPER.bothSides : PAPER.conversation)}</h2>
${conversationOf(paper)}
${notesOf(paper)}
${recordsOf(paper)}
${readersOf(paper)}
<h2>${say(PAPER.files)}</h2>
${filesOf(paper)}
<p class="small muted">${say(PAPER.numbers)}${file.made.trail !== null && ` ${say(PAPER.trailText)}`}</p>
<p class="small muted">${say(PAPER.evidence, {
      evidence: cited("electronic-evidence", file.made.on, speech),
      clues: cited("electronic-clues", file.made.on, speech),
    })}</p>
${signingPlaces([`${say(PAPER.signature)}: ${nameOf(file.made.by, paper)}`, say(PAPER.receiver)])}`,
  });
}

function headOf(paper: Paper): Markup {
  const { file, speech } = paper;
  const { say, name } = speech;
  const { made, state, channel, arrived } = file;
  const isEnclosing = file.files.some(({ copy }) => copy !== null);
  const laws = {
    secrecy: cited("reporter-secrecy", made.on, speech),
    penalty: cited("reporter-secrecy-penalty", made.on, speech),
  };
  const facts = factList([
    [say(PAPER.channel), barred(name(channel))],
    [say(PAPER.state), barred(sayCode(say, STATE_NAMES, state, UNKNOWN.code))],
    [say(PAPER.result), resultOf(file, speech)],
    [say(PAPER.arrived), barred(dayOf(arrived, speech))],
    [say(PAPER.made), barred(say(PAPER.madeText, { day: dayOf(made.on, speech), name: nameOf(made.by, paper) }))],
    [say(PAPER.to), made.to === "" ? undefined : barred(made.to)],
    [say(PAPER.reason), textOf(made.reason)],
    [
      say(PAPER.inTrail),
      made.trail === null ? say(PAPER.notInTrail) : say(PAPER.inTrailText, { entry: String(made.trail.entry) }),
    ],
  ]);
  return markup`${facts}
<div class="box"><p>${
    made.reporter === "included" ? say(PAPER.included, laws) : say(PAPER.leftOut)
  }</p>${made.redacted && markup`<p>${say(PAPER.redactedText)}${isEnclosing && ` ${say(PAPER.redactedFiles)}`}</p>`}</div>`;
}

/** The newest that the team wrote down; its reason stands among the records. */
function resultOf({ records }: CaseFile, { say }: Speech): Markup | undefined {
  const result = records.findLast(({ kind }) => kind === "result")?.fields["result"];
  return typeof result === "string" ? barred(sayCode(say, RESULT_NAMES, result, UNKNOWN.code)) : undefined;
}

function reportOf({ file: { report }, speech }: Paper): Markup {
  if (report === null) return markup``;
  const { say } = speech;
  const facts = FIELD_CODES.filter((field) => field !== "language").map((field) => {
    const value = report[field];
    const said =
      value === null
        ? ""
        : typeof value === "number"
          ? `Rp${amountText(value, speech)}`
          : field === "category"
            ? sayCode(say, CATEGORY_NAMES, value, UNKNOWN.code)
            : value;
    return [say(FIELD_NAMES[field]), said === "" ? undefined : textOf(said)] as const;
  });
  return markup`<h2>${say(PAPER.report)}</h2>
${factList(facts)}`;
}

function timelineOf(paper: Paper): Markup {
  const { file, speech } = paper;
  const { say } = speech;
  return tableOf({
    columns: [{ name: say(PAPER.day), kind: "day" }, { name: say(PAPER.what) }, { name: say(PAPER.who) }],
    rows: file.timeline.map((act) => [
      barred(dayOf(act.on, speech)),
      barred(whatOf(act, paper)),
      barred(act.by === null ? (act.in === "case" ? "" : say(PAPER.reporter)) : nameOf(act.by, paper)),
    ]),
  });
}

function whatOf({ in: place, what, number, state }: Act, { speech: { say } }: Paper): string {
  if (state !== undefined) return `${say(ACTS.status)}: ${sayCode(say, STATE_NAMES, state, UNKNOWN.code)}`;
  const names: Readonly<Record<string, Texts>> = place === "records" ? RECORD_ACTS : ACTS;
  const named = sayCode(say, names, what, UNKNOWN.code);
  return place === "case" ? named : `${named} (${number})`;
}

function sheetOf(sheet: StandingSheet, paper: Paper): Markup {
  const { speech } = paper;
  const { say, list } = speech;
  const { action, reason } = sheet.recommendation;
  const elements = ELEMENTS.filter((element) => sheet.elements[element]).map((element) => say(ELEMENT_NAMES[element]));
  const by = {
    day: dayOf(sheet.on, speech),
    name: nameOf(sheet.by, paper),
    total: sheet.total,
    most: HIGHEST_SCORE * Object.keys(sheet.scores).length,
  };
  return markup`<h2>${say(PAPER.sheet)}</h2>
<p>${barred(say(PAPER.sheetBy, by))} ${sheet.agreed && say(PAPER.agreed)}</p>
${factList([
  [say(PAPER.category), barred(sayCode(say, CATEGORY_NAMES, sheet.category, UNKNOWN.code))],
  [say(PAPER.elements), elements.length === 0 ? undefined : list(elements)],
  [say(PAPER.summary), said(sheet.summary)],
  [say(PAPER.plan), said(sheet.plan)],
  [
    say(PAPER.recommendation),
    action === null
      ? said(reason)
      : markup`${barred(sayCode(say, RECOMMENDATION_NAMES, action, UNKNOWN.code))}${said(reason)}`,
  ],
])}
${tableOf({
  columns: [{ name: say(PAPER.criterion) }, { name: say(PAPER.score), kind: "number" }, { name: say(PAPER.reason) }],
  rows: SCORES.flatMap((score) => {
    const { score: given = null, reason: why = "" } = sheet.scores[score] ?? {};
    return score in sheet.scores
      ? [[say(SCORE_NAMES[score]), given === null ? say(SHORT.none) : String(given), barred(why)]]
      : [];
  }),
})}
${sheet.opinions.map(
  ({ by: who, on, agrees, text }) =>
    markup`<p>${barred(
      say(agrees ? PAPER.agrees : PAPER.disagrees, { name: nameOf(who, paper), day: dayOf(on, speech) }),
    )} ${barred(text)}</p>`,
)}`;
}

function decisionsOf(paper: Paper): Markup {
  const { file, speech } = paper;
  const { say } = speech;
  const decisions = file.conversation.filter(({ state }) => state !== undefined);
  if (decisions.length === 0) return markup`<p class="muted">${say(PAPER.noDecisions)}</p>`;
  return tableOf({
    columns: [
      { name: say(PAPER.day), kind: "day" },
      { name: say(PAPER.newState) },
      { name: say(PAPER.outcome) },
      { name: say(PAPER.who) },
    ],
    rows: decisions.map(({ on, state, outcome, by }) => [
      barred(dayOf(on, speech)),
      barred(sayCode(say, STATE_NAMES, state ?? "", UNKNOWN.code)),
      outcome === null || outcome === undefined ? "" : barred(sayCode(say, OUTCOME_NAMES, outcome, UNKNOWN.code)),
      barred(nameOf(by, paper)),
    ]),
  });
}

function conversationOf(paper: Paper): Markup {
  const { file, speech } = paper;
  if (file.conversation.length === 0) return markup`<p class="muted">${speech.say(PAPER.noMessages)}</p>`;
  return markup`${file.conversation.map((one) => saidOf(one, paper))}`;
}

function saidOf(one: Said, paper: Paper): Markup {
  const { say, list } = paper.speech;
  const { due, about = "", kind, files } = one;
  const day = due === undefined ? "" : dayOf(due, paper.speech);
  const state = one.state === undefined ? "" : `: ${sayCode(say, STATE_NAMES, one.state, UNKNOWN.code)}`;
  const who = one.from === "reporter" ? say(PAPER.reporter) : nameOf(one.by, paper);
  const head = [
    `${one.number}`,
    dayOf(one.on, paper.speech),
    who,
    sayCode(say, ACTS, kind, UNKNOWN.code) + state,
    ...entryOf(one, paper),
  ];
  return markup`<div class="said"><p class="muted small">${barred(head.join(" · "))}</p>
${said(one.text)}
${kind === "promise" && markup`<p>${barred(say(PAPER.putOff, { day, what: sayCode(say, DEADLINE_NAMES, about, UNKNOWN.code) }))}</p>`}${
    kind === "profile" &&
    markup`<p>${barred(say(PAPER.profile, { what: profileText(about, paper.profiles, paper.speech) }))}</p>`
  }${kind === "status" && due !== undefined && markup`<p>${barred(say(PAPER.due, { day }))}</p>`}${
    files !== undefined && files.length > 0 && markup`<p>${say(PAPER.withFiles, { list: list(files.map(String)) })}</p>`
  }</div>
`;
}

function notesOf(paper: Paper): Markup {
  const { file, speech } = paper;
  if (file.notes.length === 0) return markup``;
  return markup`<h2>${speech.say(PAPER.notes)}</h2>
${file.notes.map(
  (note) => markup`<div class="said"><p class="muted small">${barred(
    [`${note.number}`, dayOf(note.on, speech), nameOf(note.by, paper), ...entryOf(note, paper)].join(" · "),
  )}</p>
${said(note.text)}</div>
`,
)}`;
}

function recordsOf(paper: Paper): Markup {
  const { file, speech } = paper;
  const { say } = speech;
  // The sheet that holds stands above; of an older one the timeline says that there was one.
  const records = file.records.filter(({ kind }) => kind !== "sheet");
  if (records.length === 0) return markup``;
  return markup`<h2>${say(PAPER.records)}</h2>
${tableOf({
  columns: [
    { name: say(PAPER.number) },
    { name: say(PAPER.day), kind: "day" },
    { name: say(PAPER.what) },
    { name: say(PAPER.who) },
  ],
  rows: records.map((record) => [
    String(record.number),
    barred(dayOf(record.on, speech)),
    markup`${barred(sayCode(say, RECORD_ACTS, record.kind, UNKNOWN.code))}${entryOf(record, paper).map(
      (entry) => markup`<span class="muted"> · ${entry}</span>`,
    )}${said(recordText(record, speech, (id) => (id in file.members ? nameOf(id, paper) : undefined)))}`,
    barred(nameOf(record.by, paper)),
  ]),
})}`;
}

function readersOf(paper: Paper): Markup {
  const { file, speech } = paper;
  if (file.readers === null) return markup``;
  const { say, list } = speech;
  const changes: Readonly<Record<string, Texts>> = {
    grant: PAPER.letIn,
    removal: PAPER.takenOut,
    recovery: PAPER.byRecovery,
  };
  const named = (ids: readonly string[]) => list(ids.map((id) => nameOf(id, paper)));
  return markup`<h2>${say(PAPER.readers)}</h2>
<p>${say(PAPER.readersNow)} ${barred(named(file.readers.now))}.</p>
${file.readers.changes.map((change) => {
  const { kind, on, by, members, reason } = change;
  const what = changes[kind];
  const text = what === undefined ? kind : say(what, { list: named(members) });
  const entry = entryOf(change, paper).map((one) => markup` <span class="muted small">${one}</span>`);
  return markup`<p>${barred(`${dayOf(on, speech)}, ${nameOf(by, paper)}: ${text}.`)} ${barred(reason)}${entry}</p>`;
})}`;
}

function filesOf(paper: Paper): Markup {
  const { file, speech } = paper;
  const { say } = speech;
  if (file.files.length === 0) return markup`<p class="muted">${say(PAPER.noFiles)}</p>`;
  return markup`${tableOf({
    columns: [
      { name: say(PAPER.number) },
      { name: say(PAPER.file) },
      { name: say(PAPER.from) },
      { name: say(PAPER.print) },
    ],
    rows: file.files.map((row) => [
      String(row.number),
      barred(row.name ?? say(PAPER.ofReporter)),
      barred(`${row.by === null ? say(PAPER.reporter) : nameOf(row.by, paper)}, ${dayOf(row.on, speech)}`),
      copyOf(row, speech),
    ]),
  })}
<p class="small">${say(PAPER.custody)}</p>`;
}

function copyOf({ copy }: FileRow, { say, size }: Speech): Markup {
  if (copy === null) return markup`<span class="muted">${say(PAPER.notEnclosed)}</span>`;
  const { path, sha256, cleaned } = copy;
  return markup`${path}, ${size(copy.size)}${cleaned && `, ${say(PAPER.cleaned)}`}<br><span class="mono">${barred(sha256)}</span>`;
}

/** Where the trail tells of a row. */
function entryOf({ trail }: { readonly trail?: InTrail }, { speech: { say } }: Paper): string[] {
  return trail === undefined ? [] : [say(PAPER.entry, { entry: String(trail.entry) })];
}

function nameOf(id: string | null, { file, speech }: Paper): string {
  if (id === null) return "";
  return speech.name(file.members[id]) || id.slice(0, 8);
}

/** A day in words; a month as "November 2026". What was taken out stays so. */
function dayOf(day: string, speech: Speech): string {
  if (isDay(day)) return speech.day(day);
  if (!isDay(`${day}-01`)) return day;
  return speech.day(`${day}-01`).replace(/^\D*\d+\D*?\s/u, "");
}

/** Paragraphs as they were typed, with bars where something was taken out. */
function textOf(text: string): Markup {
  return markup`<p class="text">${barred(text)}</p>`;
}

function said(text: string): Markup | undefined {
  return text.trim() === "" ? undefined : textOf(text);
}

function barred(text: string): Markup {
  const parts = text.split(STRUCK);
  return markup`${parts.map((part, at) => (at === 0 ? markup`${part}` : markup`<span class="struck">${STRUCK}</span>${part}`))}`;
}
