/** What is searched of a case: its texts, each with the place where it stands. */
import type { Direction } from "../../crypto/message.ts";
import { FIELDS, FIELD_CODES, type Field } from "../../protocol/rules/report-fields.ts";
import type { OpenedCase } from "../casework/opened-case.ts";

export type Place =
  | { readonly of: "report"; readonly field: Field }
  /** `direction` internal: notes and sheets */
  | { readonly of: "message"; readonly direction: Direction; readonly sequence: number }
  /** `sequence` 0: announced with the report */
  | { readonly of: "file"; readonly direction: Direction; readonly sequence: number }
  | { readonly of: "register" };

export type CaseText = { readonly place: Place; readonly text: string };

export type CaseTexts = {
  readonly handle: string;
  /** How many messages of reporter, team and colleagues there were: with more of them the case is read anew */
  readonly read: Read;
  readonly texts: readonly CaseText[];
};
export type Read = readonly [reporter: number, team: number, internal: number];

/** What names a person by codes alone is no text: ids, days, answers of a list. */
const WORDS = /\p{L}\s+\S/u;

export function textsOf(
  { answers, announced, conversation, notes, records, casework }: OpenedCase,
  { handle, registerNumber, read }: Pick<CaseTexts, "handle" | "read"> & { readonly registerNumber: string },
): CaseTexts {
  const texts: CaseText[] = [
    { place: { of: "register" }, text: `${registerNumber} ${registerNumber.replace("-", "")}` },
  ];
  const add = (place: Place, text: string): void => {
    if (text.trim() !== "") texts.push({ place, text });
  };
  const isText = (field: Field) => FIELDS[field].kind !== "language";
  for (const field of FIELD_CODES.filter(isText)) add({ of: "report", field }, String(answers[field] ?? ""));
  for (const { direction, sequence, message } of [...conversation, ...notes]) {
    if (message === undefined || !("text" in message)) continue;
    add({ of: "message", direction, sequence }, message.text);
    if (message.kind !== "files") continue;
    for (const { name } of message.files) add({ of: "file", direction, sequence }, name);
  }
  for (const { name } of announced) add({ of: "file", direction: "reporter", sequence: 0 }, name);
  for (const { sequence, record } of records)
    for (const text of wordsIn(record)) add({ of: "message", direction: "internal", sequence }, text);
  const labelled = records.findLast(({ record }) => record.kind === "labels");
  if (labelled !== undefined)
    add({ of: "message", direction: "internal", sequence: labelled.sequence }, casework.labels.join(", "));
  return { handle, read, texts };
}

/** Whatever a sheet says in words, however it is built. */
function wordsIn(value: unknown): string[] {
  if (typeof value === "string") return WORDS.test(value) ? [value] : [];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(wordsIn) : [];
}
