/** How a command ends when it does not do what was asked: the message is a sentence for the person. */
import { CeremonyError } from "../../client/ceremony/refusal.ts";
import { ClockDoubt } from "../../client/directory/clock.ts";
import { ApiError } from "../../client/line/http.ts";
import { type Finding, Refusal } from "../../client/refusal.ts";
import { CryptoError } from "../../crypto/errors.ts";
import { DirectoryError } from "../../protocol/directory/directory.ts";
import { MAX_REPORT_BYTES } from "../../protocol/limits.ts";
import { CEREMONY_FAILURES } from "../../words/changes.ts";
import { API_FAILURES, CRYPTO_FAILURES, DIRECTORY_FAILURES, REFUSALS, THREE_DATES } from "../../words/failures.ts";
import { FIELD_NAMES } from "../../words/glossary.ts";
import type { Say, Speech, Values } from "../../words/speech.ts";
import { type Reader, type Told, adviceFor, inOwnWords } from "../../words/told.ts";
import { alarm, visible } from "./print.ts";
import { OWN_FAILURES, SENTENCES } from "./words.ts";

export const EXIT = { done: 0, failed: 1, wrongUse: 2 } as const;

/** The command cannot be understood, or its input has not the expected form: exit 2. */
export class WrongUse extends Error {}

/** It was understood and could not or must not be done: exit 1. */
export class Failure extends Error {}

/** Of a file that somebody names and that cannot be read. */
export function unreadable(file: string, say: Say): WrongUse {
  return new WrongUse(say(SENTENCES.fileUnreadable, { file: visible(file) }));
}

/** Without JSON.parse's own message: it quotes the text, which may be a report. */
export function notJson(file: string, say: Say): WrongUse {
  return new WrongUse(say(SENTENCES.fileNotJson, { file: visible(file) }));
}

/** Who hears of it, and from which server the answers come. */
export type Listener = Speech & { readonly reader: Reader; readonly origin: string };

const API = inOwnWords(API_FAILURES, OWN_FAILURES.api);
const CRYPTO = inOwnWords(CRYPTO_FAILURES, OWN_FAILURES.crypto);
const REFUSAL = inOwnWords(REFUSALS, OWN_FAILURES.refusal);

/** What went wrong as a sentence, or undefined when it is nothing that we foresaw. */
export function explain(error: unknown, listener: Listener): string | undefined {
  if (error instanceof WrongUse || error instanceof Failure) return error.message;
  if (error instanceof ApiError) return failureText(API[error.code], listener);
  if (error instanceof ClockDoubt)
    return failureText(DIRECTORY_FAILURES[error.code], listener, listener.say(THREE_DATES, datesOf(error, listener)));
  if (error instanceof CeremonyError) return listener.say(CEREMONY_FAILURES[error.code]);
  if (error instanceof DirectoryError) return failureText(DIRECTORY_FAILURES[error.code], listener);
  if (error instanceof CryptoError) return failureText(CRYPTO[error.code], listener);
  if (error instanceof Refusal && error.code === "findings")
    return error.findings.map((one) => explainFinding(one, listener.say)).join(" ");
  if (error instanceof Refusal) return failureText(REFUSAL[error.code], listener);
  return undefined;
}

function failureText(told: Told, { say, reader, origin }: Listener, facts = ""): string {
  return [say(told.happened, { origin, limit: MAX_REPORT_BYTES }), facts, adviceFor(reader, told, say)]
    .filter((text) => text !== "")
    .join(" ");
}

/** What was found, and in a line below it what to do. */
export function alarmText(told: Told, { say, reader }: Pick<Listener, "say" | "reader">, indent = ""): string {
  const advice = adviceFor(reader, told, say);
  return `${indent}${alarm(`! ${say(told.happened)}`)}${advice === "" ? "" : `\n${indent}  ${advice}`}`;
}

/** A limit of a field, in plain words and with the numbers. */
export function explainFinding({ field, code, limit, actual }: Finding, say: Say): string {
  const values = { field: fieldName(field, say), limit: limit ?? "", actual: actual ?? "" };
  switch (code) {
    case "missing":
      return say(SENTENCES.fieldMissing, values);
    case "control-characters":
      return say(SENTENCES.fieldControl, values);
    case "too-many-bytes":
      return say(SENTENCES.fieldTooManyBytes, values);
    case "too-long":
      return say(limit === undefined ? SENTENCES.fieldTooLongOnce : SENTENCES.fieldTooLong, values);
  }
}

/** With the name that it has in the file of a report. */
function fieldName(field: Finding["field"], say: Say): string {
  if (field === "all") return say(SENTENCES.allText);
  if (field === "message") return say(SENTENCES.messageText);
  return `${say(FIELD_NAMES[field]).toLowerCase()} (${field})`;
}

/** All three dates: a person can see which one is wrong. */
function datesOf({ clock, notBefore, expires }: ClockDoubt, { day }: Speech): Values {
  return { clock: day(clock), from: day(notBefore), until: day(expires) };
}
