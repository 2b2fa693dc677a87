/** Both word lists at once, for programs that need not count bytes; a page loads the one it needs. */
import type { WordList } from "../../crypto/secret/words.ts";
import { ENGLISH } from "../../crypto/secret/wordlists/english.ts";
import { INDONESIAN } from "../../crypto/secret/wordlists/indonesian.ts";

const LISTS: Readonly<Record<WordList["language"], WordList>> = {
  id: { language: "id", words: INDONESIAN },
  en: { language: "en", words: ENGLISH },
};

export const WORD_LISTS: readonly [WordList, WordList] = [LISTS.id, LISTS.en];

export function wordListOf(language: WordList["language"]): WordList {
  return LISTS[language];
}
