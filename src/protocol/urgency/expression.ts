/**
 * Looking for expressions in what people typed. An expression is words with spaces between: `a|b` is either, `word*` any
 * word that begins so, `…` up to four words of the same sentence. Capitals, accents and signs count for nothing.
 */
import { PART_END, SENTENCE_END, type Word, wordsOf } from "../encoding/fold.ts";
import type { SaidMark } from "./marks.ts";

type Said = {
  readonly says: readonly string[];
  /** What says it with a "not" of its own ("I do not feel safe"), so that no "not" turns it around */
  readonly asIs?: readonly string[];
  /** What counts only where the reporter was asked for the time */
  readonly when?: readonly string[];
  /** What contains such words and says something else: taken out before */
  readonly never: readonly string[];
};
export type Expressions = { readonly [Each in SaidMark]: Said };

/** So many words at most stand where an expression has `…`, and lie between a "not" and what it turns around. */
const GAP_WORDS = 4;
const NEGATION_WORDS = 3;

/** Words on both sides that are quoted along, so that a reason can be judged without the whole report. */
const QUOTED_AROUND = 5;

/** A comma may stand between two words of an expression, and the end of a sentence may not. */
const COMMA = `(?: ${PART_END})?`;
const GAP = `(?:${COMMA} [^ ${SENTENCE_END}${PART_END}]+){0,${GAP_WORDS}}?`;

/** Of all expressions one pattern: each begins at a space, and every part of it is bounded, so that no text is slow. */
export function patternOf(expressions: readonly string[]): RegExp {
  return new RegExp(`(?:${expressions.map(sourceOf).join("|")})(?= )`, "gu");
}

function sourceOf(expression: string): string {
  const [first = "", ...rest] = expression.split(" ");
  return [choiceOf(first), ...rest.map((part) => (part === "…" ? GAP : COMMA + choiceOf(part)))].join("");
}

function choiceOf(part: string): string {
  return ` (?:${part.split("|").map(wordSource).join("|")})`;
}

function wordSource(word: string): string {
  return word.endsWith("*") ? `${word.slice(0, -1)}[^ ]*` : word;
}

/** Of one letter each, as the comma that they are read as. */
const OTHER_PART_ENDS = /[:()[\]"“”–—]/gu;

/** A text as patterns see it, and the way back to what was typed. */
export type Folded = { readonly text: string; readonly words: readonly Word[]; readonly line: string };

export function foldForSearch(text: string): Folded {
  const found = wordsOf(text.replaceAll(OTHER_PART_ENDS, PART_END));
  // "(…), " ends one part once.
  const words = found.filter(({ folded }, at) => folded !== PART_END || found[at - 1]?.folded !== PART_END);
  return { text, words, line: ` ${words.map(({ folded }) => folded).join(" ")} ` };
}

/** The same without what `never` covers: each letter of it gives way to one that no expression has. */
export function without(never: RegExp, folded: Folded): Folded {
  return { ...folded, line: folded.line.replace(never, (found) => found.replace(/[^ ]/gu, "_")) };
}

/**
 * Words that turn an expression around, those that undo it behind them ("not only", "not long after"), and those that
 * begin another part: what was denied before "but" says nothing of what stands behind.
 */
export type Negation = {
  readonly not: ReadonlySet<string>;
  readonly but: ReadonlySet<string>;
  readonly ends: ReadonlySet<string>;
};

/** What was typed around the first place where `says` stands and is not turned around; undefined where there is none. */
export function quoteOf(
  says: RegExp,
  negation: Negation | undefined,
  { text, words, line }: Folded,
): string | undefined {
  let first = 0;
  let counted = 0;
  for (const found of line.matchAll(says)) {
    first += countSpaces(line, counted, found.index);
    counted = found.index;
    const last = first + countSpaces(found[0], 0, found[0].length) - 1;
    if (negation === undefined || !isTurned(words, first, last, negation)) return quoteAround(text, words, first, last);
  }
  return undefined;
}

/** Whether a "not" stands within, or shortly before with no end of a part between. */
function isTurned(words: readonly Word[], first: number, last: number, { not, but, ends }: Negation): boolean {
  const isNot = (at: number) => {
    const behind = words[at + 1]?.folded ?? "";
    // "No. 3", "loket no 3"
    return not.has(words[at]?.folded ?? "") && !but.has(behind) && !/^\d/u.test(behind);
  };
  for (let at = last; at >= Math.max(0, first - NEGATION_WORDS); at--) {
    const { folded } = words[at] ?? { folded: SENTENCE_END };
    if (at < first && (folded === SENTENCE_END || folded === PART_END || ends.has(folded))) return false;
    if (isNot(at)) return true;
  }
  return false;
}

function quoteAround(text: string, words: readonly Word[], first: number, last: number): string {
  const ends = (at: number) => words[at]?.folded === SENTENCE_END;
  let [from, to] = [first, last];
  while (from > 0 && first - from < QUOTED_AROUND && !ends(from - 1)) from--;
  while (to < words.length - 1 && to - last < QUOTED_AROUND && !ends(to + 1)) to++;
  const quote = text.slice(words[from]?.start, words[to]?.end).replace(/\s+/gu, " ");
  const isBegun = from === 0 || ends(from - 1);
  const isEnded = to === words.length - 1 || ends(to + 1);
  return `${isBegun ? "" : "… "}${quote}${isEnded ? "" : " …"}`;
}

function countSpaces(text: string, from: number, before: number): number {
  let count = 0;
  for (let at = text.indexOf(" ", from); at !== -1 && at < before; at = text.indexOf(" ", at + 1)) count++;
  return count;
}
