/** A record in a sentence: its fields one after the other, each by its name. */
import type { KeptRecord } from "../../../client/case-file/format.ts";
import { isDay } from "../../../protocol/encoding/day.ts";
import { sayCode } from "../../../words/codes.ts";
import { SOURCE_NAMES, UNKNOWN } from "../../../words/glossary.ts";
import { RECEIVER_NAMES, RESULT_NAMES, SUGGESTION_TEXTS } from "../../../words/judging.ts";
import type { Speech } from "../../../words/speech.ts";
import type { Texts } from "../../../words/text.ts";
import { INTERESTS } from "../people/words.ts";
import { BODY_NAMES } from "../referral/words.ts";
import { PAPER, RECORD_FIELDS, SHORT } from "./words.ts";

/** Ids that nobody reads */
const UNSAID = ["form", "task"];

/** Fields that hold a code, by kind of record: what is called how */
const CODES: Readonly<Record<string, Readonly<Record<string, Texts>>>> = {
  "complaint to": RECEIVER_NAMES,
  "interest of": INTERESTS,
  "overruling rule": Object.fromEntries(Object.entries(SUGGESTION_TEXTS).map(([rule, { what }]) => [rule, what])),
  "referral-package to": BODY_NAMES,
  "result result": RESULT_NAMES,
  "source way": SOURCE_NAMES,
};

export function recordText(
  { kind, fields }: KeptRecord,
  speech: Speech,
  nameOf: (id: string) => string | undefined,
): string {
  const { say, day, list, number } = speech;
  const names: Readonly<Record<string, Texts>> = RECORD_FIELDS;
  const valueOf = (value: unknown): string => {
    if (value === null) return say(SHORT.nobody);
    if (typeof value === "boolean") return say(value ? SHORT.yes : SHORT.no);
    if (Array.isArray(value)) return list(value.map(valueOf));
    if (typeof value === "object") return `(${textOf({ ...value })})`;
    if (typeof value !== "string") return typeof value === "number" ? number(value) : JSON.stringify(value);
    return nameOf(value) ?? (isDay(value) ? day(value) : value);
  };
  const saysItself = (name: string, value: unknown): string | undefined => {
    if (name === "redacted") return say(value === true ? PAPER.redacted : PAPER.whole);
    if (name === "reporter") return say(value === "included" ? PAPER.withWords : PAPER.withoutWords);
    return undefined;
  };
  const codeIn = (name: string, value: unknown): string | undefined => {
    const codes = CODES[`${kind} ${name}`];
    if (codes === undefined || typeof value !== "string") return undefined;
    return sayCode(say, codes, value, UNKNOWN.code).replace(/\.$/u, "");
  };
  const textOf = (some: KeptRecord["fields"]): string =>
    Object.entries(some)
      .filter(([name, value]) => !UNSAID.includes(name) && value !== "" && value !== null)
      .map(
        ([name, value]) =>
          saysItself(name, value) ??
          `${names[name] === undefined ? name : say(names[name])}: ${codeIn(name, value) ?? valueOf(value)}`,
      )
      .join("; ");
  return textOf(fields);
}
