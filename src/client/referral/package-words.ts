/** Words under which a package is sealed, where its receiver has no key: drawn by the program, told by another way. */
import { type WordProblem, lookUp } from "../../crypto/secret/words.ts";
import { splitWords } from "../../crypto/secret/split-words.ts";
import { WORD_LISTS } from "../reporter/word-lists.ts";

/** As many as `age -p` draws from its own list of 2,048: 110 bits, which no work factor has to make up for. */
export const PACKAGE_WORDS = 10;

/** What was meant, in full, or what is wrong with it. */
export function readPackageWords(typed: string): { readonly words: string } | { readonly problem: WordProblem } {
  const read = lookUp(splitWords(typed), WORD_LISTS, PACKAGE_WORDS);
  return "problem" in read ? read : { words: read.words.join(" ") };
}
