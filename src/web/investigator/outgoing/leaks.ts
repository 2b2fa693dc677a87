/**
 * What should not go out to a reporter, found on this device before it goes: words of the house, names of members, and
 * sentences that stand in notes and records. It is looked for with what the page has; a person decides.
 */
import { ROLE_NAMES } from "../../../words/glossary.ts";
import { LANGUAGE_CODES } from "../../../words/languages.ts";
import type { CaseView, Names } from "../vault/messages/vault.ts";
import { INTERNAL_WORDS } from "./internal-words.ts";

export type Leaks = {
  /** Words of the house, as they stand in the text */
  readonly words: readonly string[];
  readonly names: readonly string[];
  /** Beginnings of sentences that stand in a note or record too */
  readonly copied: readonly string[];
};

/** So many words in a row are no chance: a date or a phrase has fewer. */
const COPIED_WORDS = 6;
/** Shorter parts of names are words of their own, in one language or the other. */
const SHORTEST_NAME_LETTERS = 4;

export function leaksIn(text: string, view: Pick<CaseView, "notes" | "records" | "names">): Leaks | undefined {
  const leaks = { words: wordsOf(text), names: namesIn(text, Object.values(view.names)), copied: copiedIn(text, view) };
  return Object.values(leaks).some((found) => found.length > 0) ? leaks : undefined;
}

/** Of all languages: who writes to an English reporter takes words over as well. */
function wordsOf(text: string): string[] {
  return INTERNAL_WORDS.filter((word) => standsIn(text, word, "iu"));
}

/** A whole name in any case; a part of one as names are written, unless it says what somebody is, not who. */
function namesIn(text: string, all: readonly Names[]): string[] {
  const names = [...new Set(all.flatMap((one) => Object.values(one)))];
  const roles = new Set(
    Object.values(ROLE_NAMES).flatMap((texts) => LANGUAGE_CODES.flatMap((code) => partsOf(texts[code]))),
  );
  const parts = names
    .flatMap((name) => name.split(/[\s.,]+/u))
    .filter((part) => {
      const isName = /^\p{Lu}\p{Ll}+$/u.test(part) && part.length >= SHORTEST_NAME_LETTERS;
      return isName && !roles.has(part.toLowerCase());
    });
  const whole = names.filter((name) => standsIn(text, name, "iu"));
  const rest = parts.filter((part) => standsIn(text, part, "u") && !whole.some((name) => name.includes(part)));
  return [...new Set([...whole, ...rest])];
}

function partsOf(text: unknown): string[] {
  return typeof text === "string" ? text.toLowerCase().split(/[\s/]+/u) : [];
}

/** As a word of its own. */
function standsIn(text: string, word: string, flags: string): boolean {
  const escaped = word
    .trim()
    .replace(/[\\^$.*+?()[\]{}|/-]/gu, String.raw`\$&`)
    .replace(/\s+/gu, String.raw`\s+`);
  return escaped !== "" && new RegExp(String.raw`(?<![\p{L}\p{N}])${escaped}(?![\p{L}\p{N}])`, flags).test(text);
}

function copiedIn(text: string, { notes, records }: Pick<CaseView, "notes" | "records">): string[] {
  const inside = new Set<string>();
  for (const own of [...notes.map(({ message }) => message), ...records.map(({ record }) => record)].flatMap(textsOf))
    for (const run of runsOf(own)) inside.add(run.key);
  const found: string[] = [];
  let until = -1;
  for (const [at, { key, words }] of runsOf(text).entries()) {
    if (!inside.has(key)) continue;
    // One that goes on is told once.
    if (at > until) found.push(words);
    until = at + 1;
  }
  return found;
}

/** Each run of words, one beginning at each word. */
function runsOf(text: string): { readonly key: string; readonly words: string }[] {
  const words = text.match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.slice(COPIED_WORDS - 1).map((_, at) => {
    const run = words.slice(at, at + COPIED_WORDS).join(" ");
    return { key: run.toLowerCase(), words: `${run} …` };
  });
}

/** Every text in a message or record, wherever it stands. */
function textsOf(value: unknown): string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(textsOf) : [];
}
