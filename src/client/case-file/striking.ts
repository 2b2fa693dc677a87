/**
 * Taking out of texts what must not leave the office: words that repeat the reporter's own, and passages that were marked.
 * What stands instead is always the same, so that nobody counts letters.
 */
import { type Span, type Word, copiedSpans, runsIn, wordsOf } from "../casework/own-words.ts";

/** Stands for whatever was taken out. */
export const STRUCK = "█████";

export type Strike = (text: string) => string;

export type Striking = {
  /** Texts of the reporter: five words in a row are theirs */
  readonly texts: readonly string[];
  /** Titles, names of files and short messages: struck where all their words stand in a row */
  readonly whole: readonly string[];
  /** Passages that were marked, wherever they stand, also as a part of a word */
  readonly hidden: readonly string[];
};

/** One word of a name says nothing of anybody unless nobody else would write it: "IMG_20261125". */
const TELLING_WORD = /\d.*\d.*\d|^.{12,}$/u;
/** Shorter ones would hide syllables of everything: those are hidden as whole words. */
const LEAST_PART = 4;

export function striker({ texts, whole, hidden }: Striking): Strike {
  const known = runsIn(texts);
  const named = whole
    .map(foldedWords)
    .filter((words) => words.length > 1 || words.some((word) => TELLING_WORD.test(word)))
    .map((words) => matcherOf(words, { parts: false }));
  const marked = hidden
    .map(foldedWords)
    .flatMap((words) => (words.length === 0 ? [] : [matcherOf(words, { parts: true })]));
  const matchers = [...named, ...marked];
  return (text) => {
    const words = wordsOf(text);
    return replace(text, [...copiedSpans(known, words), ...matchers.flatMap((spansIn) => spansIn(words))]);
  };
}

/** Whether it holds what is looked for at all: signs alone are hidden nowhere, and would be listed as if they were. */
export function canHide(passage: string): boolean {
  return wordsOf(passage).length > 0;
}

/** Every text in a value of plain data, whatever it is called there; names of fields stay. */
export function strikeAll<Value>(value: Value, strike: Strike): Value {
  if (typeof value === "string") return strike(value) as Value;
  if (Array.isArray(value)) return value.map((one: unknown) => strikeAll(one, strike)) as Value;
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => [name, strikeAll(one as unknown, strike)]),
  ) as Value;
}

function foldedWords(text: string): string[] {
  return wordsOf(text).map(({ folded }) => folded);
}

/** Where all of `wanted` stand in a row; with `parts` also where the first and last are only the ends of longer words. */
function matcherOf(
  wanted: readonly string[],
  { parts }: { readonly parts: boolean },
): (words: readonly Word[]) => Span[] {
  const last = wanted.length - 1;
  const fits = (word: string, at: number): boolean => {
    const one = wanted[at] ?? "";
    if (word === one) return true;
    if (!parts || one.length < LEAST_PART) return false;
    if (last === 0) return word.includes(one);
    return (at === 0 && word.endsWith(one)) || (at === last && word.startsWith(one));
  };
  return (words) =>
    words.flatMap(({ start }, from) => {
      const end = words[from + last]?.end;
      return end !== undefined && wanted.every((_, at) => fits(words[from + at]?.folded ?? "", at))
        ? [{ start, end }]
        : [];
    });
}

function replace(text: string, spans: readonly Span[]): string {
  let [written, from] = ["", 0];
  for (const { start, end } of spans.toSorted((a, b) => a.start - b.start)) {
    // What overlaps or touches is one: how many passages there were is nobody's business either.
    if (start >= from) written += `${text.slice(from, start)}${STRUCK}`;
    from = Math.max(from, end);
  }
  return written + text.slice(from);
}
