/** Hashes in words, as on the pages and the poster: of the Indonesian list whatever the language, in lettered rows. */
import { WORD_LISTS } from "../../client/reporter/word-lists.ts";
import { fingerprintWords, readFingerprint } from "../../crypto/secret/fingerprint-words.ts";
import { table } from "./print.ts";

export function wordsOfHash(hash: Uint8Array): string[] {
  return fingerprintWords(hash, WORD_LISTS[0]);
}

/** What somebody has noted of a fingerprint; undefined where it is none. */
export function readNoted(typed: string): ((fingerprint: Uint8Array) => boolean) | undefined {
  return readFingerprint(typed, WORD_LISTS[0]);
}

/** So that two people can say where they are. */
export function wordRows(hash: Uint8Array): string {
  const words = wordsOfHash(hash);
  return table(["A", "B", "C", "D"].map((letter, row) => [letter, ...words.slice(row * 3, row * 3 + 3)]));
}
