/** What a request changes, said in sentences: for the key page, the command line and the desk. */
import type { CeremonyCode } from "../client/ceremony/refusal.ts";
import type { Change, ChangeCode, NewKey, Told } from "../client/ceremony/changes.ts";
import * as en from "./changes/en.ts";
import * as id from "./changes/id.ts";
import { ROLE_NAMES } from "./glossary.ts";
import type { Speech } from "./speech.ts";
import { type TextsFor, together } from "./text.ts";

const TABLES = together({ id, en });
const { NOBODY, NOTHING_BEFORE } = TABLES;
const CHANGES: TextsFor<ChangeCode> = TABLES.CHANGES;
export const KEY_USES: TextsFor<NewKey["use"]> = TABLES.KEY_USES;
export const CEREMONY_FAILURES: TextsFor<CeremonyCode> = TABLES.CEREMONY_FAILURES;

export function sentenceOf({ code, values }: Pick<Change, "code" | "values">, speech: Speech): string {
  const written = Object.entries(values).map(([name, told]) => [name, write(told, speech)] as const);
  return speech.say(CHANGES[code], Object.fromEntries(written));
}

function write(told: Told, { say, list, day }: Speech): string | number {
  if ("number" in told) return told.number;
  if ("text" in told) return told.text === "" ? say(NOTHING_BEFORE) : told.text;
  if ("roles" in told) return list(told.roles.map((role) => say(ROLE_NAMES[role])));
  if ("names" in told) return inAllLanguages(told.names);
  if ("people" in told) return told.people.length === 0 ? say(NOBODY) : list(told.people.map(inAllLanguages));
  // To the second: a signature holds from a second on, and until one.
  return `${day(told.instant.slice(0, 10))}, ${told.instant.slice(11, 19).replaceAll(":", ".")} UTC`;
}

/** Every name that an entry has: another one in another language would pass unseen. */
function inAllLanguages(names: Readonly<Record<string, string>>): string {
  const each = Object.entries(names);
  const all = new Set(each.map(([, name]) => name));
  if (all.size === 1) return [...all].map(quoted).join("");
  return each.map(([language, name]) => `${quoted(name)} (${language})`).join(" / ");
}

/**
 * Whoever makes a request also makes the names in it. Between quotes that no name can end, and with signs for what moves
 * or hides letters, none of them passes for a part of the sentence, or for the next one.
 */
function quoted(name: string): string {
  const code = (sign: string) => (sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0");
  return `“${name.replace(/[“”\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, (sign) => `<U+${code(sign)}>`)}”`;
}
