/**
 * Secrets as words and back, in BIP39's manner, of lists of 2,048 words: a case token as twelve (128 bits and 4 of
 * checksum), a root key or a lock as 24 (256 and 8). The number of words tells them apart: neither is ever read as the other.
 * Everything here happens on the device; nothing that was typed is ever sent.
 */
import { entropyToMnemonic, mnemonicToEntropy } from "@scure/bip39";
import { type Bytes } from "../bytes.ts";
import { CryptoError } from "../errors.ts";
import { SEED_BYTES, TOKEN_BYTES } from "../sodium.ts";
import { type CodeLength, KEY_WORDS, TOKEN_WORDS, codeWordsIn, splitWords } from "./split-words.ts";

/** More than this was never meant as a token: counted, not looked up, so that a pasted book stops nobody's page. */
const MOST_WORDS = 100;
/** So many letters name a word, and its list. */
export const NAMING_LETTERS = 4;

/** A list of 2,048 words; no beginning of four letters stands in two lists. */
export type WordList = { readonly language: "id" | "en"; readonly words: readonly string[] };

/** Why words do not read. Positions count from 1. */
export type WordProblem =
  | { readonly code: "count"; readonly found: number }
  /** In neither list; `suggestions` are near ones, at most three. */
  | { readonly code: "unknown-word"; readonly position: number; readonly suggestions: readonly string[] }
  /** A letter of another script that looks like one of ours. */
  | { readonly code: "foreign-letter"; readonly position: number; readonly letter: string }
  | { readonly code: "mixed-languages"; readonly position: number }
  /** All words exist, but not together: one is wrong or the order is. */
  | { readonly code: "checksum" };

export type ReadWords =
  | { readonly token: Bytes; readonly language: WordList["language"] }
  | { readonly problem: WordProblem };

export type ReadKeyWords =
  | { readonly secret: Bytes; readonly language: WordList["language"] }
  | { readonly problem: WordProblem };

/** The twelve words of a token. Throws `bad-key` unless it has 16 bytes: the library would take 20 and give 15 words. */
export function wordsOf(token: Uint8Array, list: WordList): string[] {
  if (!(token instanceof Uint8Array) || token.length !== TOKEN_BYTES) throw new CryptoError("bad-key");
  return entropyToMnemonic(token, [...list.words]).split(" ");
}

/** The 24 words of a root key's seed, or of the lock of a recovery key. Throws `bad-key` unless it has 32 bytes. */
export function keyWordsOf(secret: Uint8Array, list: WordList): string[] {
  if (!(secret instanceof Uint8Array) || secret.length !== SEED_BYTES) throw new CryptoError("bad-key");
  return entropyToMnemonic(secret, [...list.words]).split(" ");
}

/** Reads a token from what was typed, in any of the lists, or says precisely what is wrong (attack 28). */
export function readWords(typed: string, lists: readonly WordList[]): ReadWords {
  const read = readCode(typed, lists, TOKEN_WORDS);
  return "problem" in read ? read : { token: read.bytes, language: read.language };
}

/** The same for the 24 words of a root key or a lock. */
export function readKeyWords(typed: string, lists: readonly WordList[]): ReadKeyWords {
  const read = readCode(typed, lists, KEY_WORDS);
  return "problem" in read ? read : { secret: read.bytes, language: read.language };
}

type ReadCode = { readonly bytes: Bytes; readonly language: WordList["language"] } | { readonly problem: WordProblem };

function readCode(typed: string, lists: readonly WordList[], length: CodeLength): ReadCode {
  // Words that are none are looked for among few: a pasted book stops nobody's page.
  const isFew = splitWords(typed).length <= MOST_WORDS;
  const words = codeWordsIn(typed, isFew ? (word) => findWord(word, lists) !== undefined : undefined, length);
  if (words.length > MOST_WORDS) return { problem: { code: "count", found: words.length } };
  const read = lookUp(words, lists, length);
  if ("problem" in read) return read;
  const { list } = read;
  try {
    const bytes = mnemonicToEntropy(read.words.join(" "), [...list.words]);
    return { bytes: new Uint8Array(bytes), language: list.language };
  } catch {
    return { problem: { code: "checksum" } };
  }
}

/** So many words of one list, in full: what each of them names. */
export function lookUp(
  words: readonly string[],
  lists: readonly WordList[],
  length: number,
): { readonly words: readonly string[]; readonly list: WordList } | { readonly problem: WordProblem } {
  const found: { word: string; list: WordList }[] = [];
  for (const [index, word] of words.entries()) {
    const position = index + 1;
    const foreign = [...word].find((letter) => letter < "a" || letter > "z");
    if (foreign !== undefined) return { problem: { code: "foreign-letter", position, letter: foreign } };
    const match = findWord(word, lists);
    if (match === undefined) return { problem: { code: "unknown-word", position, suggestions: suggest(word, lists) } };
    found.push(match);
  }
  if (found.length !== length) return { problem: { code: "count", found: found.length } };
  const list = found[0]?.list;
  const mixed = found.findIndex((match) => match.list !== list);
  if (list === undefined || mixed !== -1) return { problem: { code: "mixed-languages", position: mixed + 1 } };
  return { words: found.map(({ word }) => word), list };
}

/** The word that `typed` names: the whole word, or at least its first four letters and nothing that contradicts it. */
export function findWord(typed: string, lists: readonly WordList[]): { word: string; list: WordList } | undefined {
  for (const list of lists) {
    const word = list.words.find(
      (candidate) => candidate === typed || (typed.length >= NAMING_LETTERS && candidate.startsWith(typed)),
    );
    if (word !== undefined) return { word, list };
  }
  return undefined;
}

/** Words that begin with `typed`, for suggestions while typing; at most `most`. */
export function completions(typed: string, lists: readonly WordList[], most: number): string[] {
  const beginning = splitWords(typed)[0];
  if (beginning === undefined) return [];
  return lists.flatMap(({ words }) => words.filter((word) => word.startsWith(beginning))).slice(0, most);
}

const MOST_EDITS = 2;

/** At most three words within two edits, nearest first. */
function suggest(typed: string, lists: readonly WordList[]): string[] {
  return lists
    .flatMap(({ words }) => words.filter((word) => Math.abs(word.length - typed.length) <= MOST_EDITS))
    .map((word) => ({ word, distance: editDistance(typed, word) }))
    .filter(({ distance }) => distance <= MOST_EDITS)
    .sort((a, b) => a.distance - b.distance)
    .slice(0, 3)
    .map(({ word }) => word);
}

/** Levenshtein distance: letters inserted, left out or changed. */
function editDistance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (const [row, letter] of [...a].entries()) {
    const current = [row + 1];
    for (const [column, other] of [...b].entries()) {
      const changed = (previous[column] ?? 0) + (letter === other ? 0 : 1);
      current.push(Math.min(changed, (previous[column + 1] ?? 0) + 1, (current[column] ?? 0) + 1));
    }
    previous = current;
  }
  return previous[b.length] ?? 0;
}

/** 66 bits: the only kind of passphrase a member gets, since it is all that stands between a stolen database and every report. */
const PASSPHRASE_WORDS = 6;

/** Words drawn from the list. `draw` gives uniform 11-bit numbers. Throws `no-randomness` for any other. */
export function makePassphrase(list: WordList, draw: () => number, length = PASSPHRASE_WORDS): string {
  const words = Array.from({ length }, () => {
    const word = list.words[draw()];
    if (word === undefined) throw new CryptoError("no-randomness");
    return word;
  });
  return words.join(" ");
}
