/** The English words: a chunk of its own, loaded at the screens that need it. */
import { ENGLISH } from "../../crypto/secret/wordlists/english.ts";
import type { WordList } from "../../crypto/secret/words.ts";

export const list: WordList = { language: "en", words: ENGLISH };
