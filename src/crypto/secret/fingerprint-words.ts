/**
 * A key's fingerprint in words, for posters and telephones. Nothing here is secret; the lists are those of the case
 * token, whose words these must not be taken for: they carry no checksum and open nothing.
 */
import { hex } from "../bytes.ts";
import type { WordList } from "./words.ts";

const BITS_A_WORD = 11;
/** 132 bits: nobody finds another key with the same words. */
const FINGERPRINT_WORDS = 12;

/** The first 132 bits of a fingerprint, eleven a word, highest bit first. */
export function fingerprintWords(fingerprint: Uint8Array, { words }: WordList): string[] {
  const bits = Array.from(fingerprint, (byte) => byte.toString(2).padStart(8, "0")).join("");
  return Array.from({ length: FINGERPRINT_WORDS }, (_, index) => {
    const number = Number.parseInt(bits.slice(index * BITS_A_WORD, (index + 1) * BITS_A_WORD), 2);
    return words[number] ?? "";
  });
}

/**
 * What somebody has noted of a fingerprint: twelve words, however they are set, with the letters of their rows or without, or
 * all of it in hexadecimal. Undefined where it is neither.
 */
export function readFingerprint(typed: string, list: WordList): ((fingerprint: Uint8Array) => boolean) | undefined {
  const words = typed
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "");
  const digits = words.join("");
  if (/^[0-9a-f]{64}$/u.test(digits)) return (fingerprint) => hex(fingerprint) === digits;
  const named = words.filter((word) => word.length > 1);
  // A word that is in no list was misread or misspelt, and says nothing of another office.
  if (named.length !== FINGERPRINT_WORDS || named.some((word) => !list.words.includes(word))) return undefined;
  return (fingerprint) => fingerprintWords(fingerprint, list).join(" ") === named.join(" ");
}
