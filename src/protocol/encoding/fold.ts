/** Texts as they are compared: capitals, accents and the spellings of one letter count alike. */
export function foldText(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{Mn}/gu, "")
    .toLowerCase();
}

/** What stands behind a number in both languages, in full and as it is abbreviated, and how many it makes of one. */
export const SCALES: Readonly<Record<string, number>> = {
  ribu: 1e3,
  rb: 1e3,
  juta: 1e6,
  jt: 1e6,
  million: 1e6,
  miliar: 1e9,
  milyar: 1e9,
  billion: 1e9,
  triliun: 1e12,
  trilyun: 1e12,
  trillion: 1e12,
};

/** A word of a text: folded, and where it stands in what was typed. */
export type Word = { readonly folded: string; readonly start: number; readonly end: number };

/** What ends a sentence or a part of one is a word of its own, so that nothing is read across it. */
export const SENTENCE_END = ".";
export const PART_END = ",";

const WORDS_AND_ENDS = /[\p{L}\p{N}\p{M}]+|[.!?;,\n]/gu;

export function wordsOf(text: string): Word[] {
  return Array.from(text.matchAll(WORDS_AND_ENDS), ({ 0: found, index }) => ({
    folded: foldWord(found),
    start: index,
    end: index + found.length,
  }));
}

const SENTENCE_ENDS = new Set([".", "!", "?", ";", "\n"]);
const ASCII = /^\p{ASCII}+$/u;

function foldWord(found: string): string {
  if (SENTENCE_ENDS.has(found)) return SENTENCE_END;
  // Most are: nothing of ASCII comes apart or has a mark, and a report has thousands of words.
  if (ASCII.test(found)) return found.toLowerCase();
  // One letter may fold to several words, as some ligatures do: here it stays one.
  return foldText(found).replace(/\s/gu, "");
}
