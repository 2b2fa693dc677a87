/** All texts of a case file, each with what it is: looked through before it goes. */
import type { CaseFile, Names } from "../../../client/case-file/format.ts";
import { FIELD_NAMES } from "../../../words/glossary.ts";
import { SCORE_NAMES } from "../../../words/judging.ts";
import { FIELD_CODES } from "../../../protocol/rules/report-fields.ts";
import { SCORES } from "../../../protocol/rules/triage.ts";
import { sayCode } from "../../../words/codes.ts";
import { UNKNOWN } from "../../../words/glossary.ts";
import type { Speech } from "../../../words/speech.ts";
import { recordText } from "./record-text.ts";
import { ACTS, PAPER, RECORD_ACTS } from "./words.ts";

export type Passage = { readonly what: string; readonly text: string };

export function passagesOf(file: CaseFile, speech: Speech): Passage[] {
  const { say, name } = speech;
  const { summary, report, conversation, notes, sheet, records, readers, files, made } = file;
  const nameOf = (id: string) => (id in file.members ? name(file.members[id]) : undefined);
  const all: Passage[] = [
    { what: say(PAPER.summary), text: summary },
    { what: say(PAPER.to), text: made.to },
    { what: say(PAPER.reason), text: made.reason },
    ...(report === null
      ? []
      : FIELD_CODES.filter((field) => field !== "language").map((field) => ({
          what: say(FIELD_NAMES[field]),
          text: String(report[field] ?? ""),
        }))),
    ...conversation.map(({ number, kind, from, text }) => ({
      what: `${from === "reporter" ? `${say(PAPER.reporter)}, ` : ""}${sayCode(say, ACTS, kind, UNKNOWN.code)} ${number}`,
      text,
    })),
    ...notes.map(({ number, text }) => ({ what: `${say(ACTS.note)} ${number}`, text })),
    ...(sheet === null
      ? []
      : [
          { what: `${say(PAPER.sheet)}: ${say(PAPER.summary)}`, text: sheet.summary },
          { what: `${say(PAPER.sheet)}: ${say(PAPER.plan)}`, text: sheet.plan },
          { what: `${say(PAPER.sheet)}: ${say(PAPER.recommendation)}`, text: sheet.recommendation.reason },
          ...SCORES.map((score) => ({
            what: `${say(PAPER.sheet)}: ${say(SCORE_NAMES[score])}`,
            text: sheet.scores[score]?.reason ?? "",
          })),
          ...sheet.opinions.map(({ text }) => ({ what: say(RECORD_ACTS["sheet-agreement"]), text })),
        ]),
    ...records
      .filter(({ kind }) => kind !== "sheet")
      .map((record) => ({
        what: `${sayCode(say, RECORD_ACTS, record.kind, UNKNOWN.code)} ${record.number}`,
        text: recordText(record, speech, nameOf),
      })),
    ...(readers?.changes ?? []).map(({ reason, number }) => ({
      what: `${say(PAPER.readers)} ${number}`,
      text: reason,
    })),
    ...files.map(({ name: called, number }) => ({ what: `${say(PAPER.file)} ${number}`, text: called ?? "" })),
    { what: say(PAPER.channel), text: namesIn([file.office, file.channel]) },
    { what: say(PAPER.who), text: namesIn(Object.values(file.members)) },
  ];
  return all.filter(({ text }) => text.trim() !== "");
}

/** In every language: whichever the document is in, the data has them all. */
function namesIn(all: readonly Names[]): string {
  return [...new Set(all.flatMap((names) => Object.values(names)))].join(", ");
}
