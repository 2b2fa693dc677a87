/** Codes in words. One that this version does not know is said as it stands, and marked so: it may be of a later version. */
import type { Say, Speech } from "./speech.ts";
import type { Text, Texts } from "./text.ts";

/** A code is a word; what is longer is shown so far. */
const MOST_CODE_POINTS = 60;

// In its own direction, and with nothing in it that draws or breaks a line.
const shown = (code: string): string => {
  const all = [...code.replace(/\p{Cs}/gu, "\uFFFD").replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, " ")];
  return `\u2068${all.slice(0, MOST_CODE_POINTS).join("")}${all.length > MOST_CODE_POINTS ? "…" : ""}\u2069`;
};

/** `unknown`: the sentence with `{code}` (UNKNOWN_CODE of the glossary) */
export function sayCode(
  say: Say,
  names: Readonly<Record<string, Text | Texts>>,
  code: string,
  unknown: Text | Texts,
): string {
  const name = Object.hasOwn(names, code) ? names[code] : undefined;
  return name === undefined ? say(unknown, { code: shown(code) }) : say(name);
}

/** An amount of rupiah as it was read: what no form takes stays a number as it was written. */
export function amountText(amount: number, { number }: Pick<Speech, "number">): string {
  return Number.isSafeInteger(amount) ? number(amount) : String(amount);
}
