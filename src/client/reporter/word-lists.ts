/** Both word lists at once, for programs that need not count bytes; a page loads the one it needs. */
import type { WordList } from "../../crypto/secret/words.ts";
import { ENGLISH } from "../../crypto/secret/wordlists/english.ts";
import { INDONESIAN } from "../../crypto/secret/wordlists/indonesian.ts";

export const WORD_LISTS: readonly [WordList, WordList] = [
  { language: "id", words: INDONESIAN },
  { language: "en", words: ENGLISH },
];
