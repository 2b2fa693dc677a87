import { wordListOf } from "../../../../client/reporter/word-lists.ts";
import { fingerprintWords } from "../../../../crypto/secret/fingerprint-words.ts";

/** Twelve words that are read aloud: of one list, whatever the language of who reads them (docs/decisions/0034). */
export function inWords(hash: Uint8Array): string[] {
  return fingerprintWords(hash, wordListOf("id"));
}
