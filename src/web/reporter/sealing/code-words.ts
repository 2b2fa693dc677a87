/** The twelve words, read and completed on the device. */
import {
  type ReadWords,
  type WordList,
  completions,
  findWord,
  readWords,
  wordsOf,
} from "../../../crypto/secret/words.ts";

export function tokenWords(token: Uint8Array, list: WordList): string[] {
  return wordsOf(token, list);
}

export function readTokenWords(typed: string, lists: readonly WordList[]): ReadWords {
  return readWords(typed, lists);
}

/** Words that begin so, for suggestions on the device. */
export function completeWord(typed: string, lists: readonly WordList[], most: number): string[] {
  return completions(typed, lists, most);
}

export function isWord(typed: string, lists: readonly WordList[]): boolean {
  return findWord(typed, lists) !== undefined;
}
