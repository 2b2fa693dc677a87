/**
 * A key's fingerprint in words, for posters and telephones. Nothing here is secret; the lists are those of the case
 * token, whose words these must not be taken for: they carry no checksum and open nothing.
 */
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
