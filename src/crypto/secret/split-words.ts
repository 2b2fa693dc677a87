/** What a person typed or pasted as a code, taken apart into words: the one reader for single fields and for all at once. */

export const TOKEN_WORDS = 12;
/** Of a root key or a lock: 256 bits and 8 of checksum. */
export const KEY_WORDS = 24;
export type CodeLength = typeof TOKEN_WORDS | typeof KEY_WORDS;

/** Between words: spaces, numbering, bullets, commas, slashes, signs; invisible marks and the boxes around emoji digits. */
const SEPARATORS = /[\s\p{P}\p{N}\p{S}\p{Me}\p{Variation_Selector}\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufeff]+/u;

/** What was typed → words: case, compatibility forms and whatever stands between them are forgiven. */
export function splitWords(typed: string): string[] {
  return (
    typed
      .normalize("NFKC")
      // A soft hyphen stands inside a word that was broken at the end of a line.
      .replaceAll("\u00ad", "")
      .toLowerCase()
      .split(SEPARATORS)
      .filter((word) => word !== "")
  );
}

/**
 * The same, and what is beside a whole code left out: "Kode:" before it, "o" as a bullet, letters that count, "Word 1:" before
 * each. Only where exactly as many words as a code has are left then; else nothing is left out, so that what is wrong can be said.
 */
export function codeWordsIn(
  typed: string,
  isWord: (word: string) => boolean = () => true,
  length: CodeLength = TOKEN_WORDS,
): string[] {
  const all = splitWords(typed);
  if (all.length <= length) return all;
  const behindLabel = splitWords(typed.normalize("NFKC").replace(/^[^:=]*\p{L}\s*[:=]/u, ""));
  const isLong = (word: string) => [...word].length > 1;
  const ways = [
    behindLabel,
    ...[behindLabel, all].map((words) => withoutLabels(words, length)),
    ...[isWord, isLong].flatMap((is) => [behindLabel.filter(is), all.filter(is)]),
  ];
  return ways.find((words) => words.length === length) ?? all;
}

/** What stands before each of the words, always the same, is no part of them, though it may stand in a list itself. */
function withoutLabels(words: readonly string[], length: CodeLength): string[] {
  const step = words.length / length;
  if (!Number.isInteger(step)) return [];
  const isLabel = (word: string, at: number) => (at + 1) % step !== 0 && word === words[at % step];
  return words.filter((word, at) => !isLabel(word, at));
}
