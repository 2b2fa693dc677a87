/** How a command ends when it does not do what was asked: the message is a sentence for the person. */
import { ClockDoubt } from "../../client/directory/clock.ts";
import { ApiError } from "../../client/line/http.ts";
import { Refusal } from "../../client/refusal.ts";
import type { Finding } from "../../client/case/answers.ts";
import { CryptoError } from "../../crypto/errors.ts";
import { DirectoryError } from "../../protocol/directory.ts";
import { FIELD_NAMES } from "../../words/glossary.ts";
import { API_ERROR_NAMES, CRYPTO_ERROR_NAMES, DIRECTORY_ERROR_NAMES, REFUSAL_NAMES } from "./names.ts";
import { SENTENCES } from "./sentences.ts";
import { type Say, type Values, dayIn } from "./speech.ts";

export const EXIT = { done: 0, failed: 1, wrongUse: 2 } as const;

/** The command cannot be understood, or its input has not the expected form: exit 2. */
export class WrongUse extends Error {}

/** It was understood and could not or must not be done: exit 1. */
export class Failure extends Error {}

/** What went wrong as a sentence, or undefined when it is nothing that we foresaw. */
export function explain(error: unknown, say: Say, origin = ""): string | undefined {
  if (error instanceof WrongUse || error instanceof Failure) return error.message;
  if (error instanceof ApiError) return say(API_ERROR_NAMES[error.code], { origin });
  if (error instanceof ClockDoubt)
    return `${say(DIRECTORY_ERROR_NAMES[error.code])} ${say(SENTENCES.threeDates, datesOf(error, say))}`;
  if (error instanceof DirectoryError) return say(DIRECTORY_ERROR_NAMES[error.code]);
  if (error instanceof CryptoError) return say(CRYPTO_ERROR_NAMES[error.code]);
  if (error instanceof Refusal && error.code === "findings")
    return error.findings.map((one) => explainFinding(one, say)).join(" ");
  if (error instanceof Refusal) return say(REFUSAL_NAMES[error.code]);
  return undefined;
}

/** A limit of a field, in plain words and with the numbers. */
export function explainFinding({ field, code, limit, actual }: Finding, say: Say): string {
  const values = { field: fieldName(field, say), limit: number(limit, say), actual: number(actual, say) };
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
function datesOf({ clock, notBefore, expires }: ClockDoubt, say: Say): Values {
  const language = say(["id", "en"]) === "id" ? "id" : "en";
  const day = (ms: number) => dayIn(new Date(ms).toISOString().slice(0, 10), language);
  return { clock: day(clock), from: day(notBefore), until: day(expires) };
}

function number(value: number | undefined, say: Say): string {
  return value === undefined ? "" : value.toLocaleString(say(["id-ID", "en-GB"]));
}
