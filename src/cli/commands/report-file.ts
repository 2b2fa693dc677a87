/** Reports from a file: one object or an array, fields as in the form; what is missing is empty, what is unknown is refused. */
import { readFile } from "node:fs/promises";
import { MAX_SEALED_REPORT_BYTES } from "../../client/reporter/sealed-file.ts";
import { Refusal } from "../../client/refusal.ts";
import type { Bytes } from "../../crypto/bytes.ts";
import { CATEGORIES } from "../../protocol/rules/casework.ts";
import { answersSchema } from "../../protocol/content.ts";
import { type Answers, EMPTY_ANSWERS } from "../../protocol/rules/report-fields.ts";
import { z } from "../../protocol/encoding/zod.ts";
import { FIRST_LANGUAGE } from "../../words/languages.ts";
import { WrongUse, notJson, unreadable } from "../speech/failures.ts";
import { visible } from "../speech/print.ts";
import { SENTENCES } from "../speech/words.ts";
import type { Say } from "../../words/speech.ts";

/** A report that can be sealed, or one sentence about why it has not the form of a report. */
export type ReportInFile = { readonly answers: Answers } | { readonly problem: string };

/** Throws WrongUse when the file cannot be read, is no JSON, or holds no report. `-` is standard input. */
export async function readReports(file: string, say: Say): Promise<ReportInFile[]> {
  const value = parse(file, await load(file, say), say);
  const reports = Array.isArray(value) ? value : [value];
  if (reports.length === 0) throw new WrongUse(say(SENTENCES.fileEmpty, { file: visible(file) }));
  return reports.map((report) => readReport(report, say));
}

/** Throws WrongUse when it cannot be read; what it is, whoever hands it in finds out. */
export async function readSealedFile(file: string, say: Say): Promise<Bytes> {
  const bytes = await load(file, say);
  if (bytes.length > MAX_SEALED_REPORT_BYTES) throw new Refusal("no-sealed-report");
  return new Uint8Array(bytes);
}

async function load(file: string, say: Say): Promise<Uint8Array> {
  try {
    return await readFile(file === "-" ? "/dev/stdin" : file);
  } catch {
    throw unreadable(file, say);
  }
}

function parse(file: string, bytes: Uint8Array, say: Say): unknown {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    throw notJson(file, say);
  }
}

export function readReport(value: unknown, say: Say): ReportInFile {
  if (typeof value !== "object" || value === null || Array.isArray(value))
    return { problem: say(SENTENCES.notAReport) };
  const unknown = Object.keys(value).filter((name) => !Object.hasOwn(EMPTY_ANSWERS, name));
  if (unknown.length > 0) return { problem: say(SENTENCES.unknownFields, { fields: quoted(unknown) }) };
  const given = Object.entries(value).filter(([, content]) => content !== null && content !== undefined);
  const filled = { ...EMPTY_ANSWERS, language: FIRST_LANGUAGE as string, ...Object.fromEntries(given) };
  // An empty choice is no choice.
  if (filled.category === ("" as string)) filled.category = EMPTY_ANSWERS.category;
  if (filled.language === "") filled.language = FIRST_LANGUAGE;
  const result = z.safeParse(answersSchema, filled);
  if (result.success) return { answers: result.data };
  const wrong = [...new Set(result.error.issues.map(({ path }) => String(path[0])))];
  const hint = wrong.includes("category") ? ` ${say(SENTENCES.categories, { list: CATEGORIES.join(", ") })}` : "";
  return { problem: say(SENTENCES.wrongFields, { fields: quoted(wrong) }) + hint };
}

function quoted(names: readonly string[]): string {
  return names.map((name) => `"${visible(name)}"`).join(", ");
}
