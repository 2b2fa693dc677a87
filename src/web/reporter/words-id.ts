/** The Indonesian words: a chunk of its own, loaded at the screens that need it. */
import { INDONESIAN } from "../../crypto/secret/wordlists/indonesian.ts";
import type { WordList } from "../../crypto/secret/words.ts";

export const list: WordList = { language: "id", words: INDONESIAN };
