/** Texts as they are compared: capitals, accents and the spellings of one letter count alike. */
export function foldText(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{Mn}/gu, "")
    .toLowerCase();
}

/** A word of a text: folded, and where it stands in what was typed. */
export type Word = { readonly folded: string; readonly start: number; readonly end: number };

/** What ends a sentence or a part of one is a word of its own, so that nothing is read across it. */
export const SENTENCE_END = ".";
export const PART_END = ",";

const WORDS_AND_ENDS = /[\p{L}\p{N}\p{M}]+|[.!?;,\n]/gu;

export function wordsOf(text: string): Word[] {
  return [...text.matchAll(WORDS_AND_ENDS)].map(({ 0: found, index }) => {
    const place = { start: index, end: index + found.length };
    if (found === PART_END) return { folded: PART_END, ...place };
    if (/^[.!?;\n]$/u.test(found)) return { folded: SENTENCE_END, ...place };
    // One letter may fold to several words, as some ligatures do: here it stays one.
    return { folded: foldText(found).replace(/\s/gu, ""), ...place };
  });
}
