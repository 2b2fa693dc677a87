/** Hits in their context: the words that were found, marked, with what stands around them. */
import type { CaseText, Place } from "./case-texts.ts";
import { tokensOf } from "./tokens.ts";

export type Snippet = {
  readonly place: Place;
  /** What is shown, in turn: not found, found, not found, … */
  readonly parts: readonly string[];
  /** Text before or behind it is left out. */
  readonly cut: readonly [before: boolean, after: boolean];
};

const BEFORE_CHARACTERS = 50;
const AFTER_CHARACTERS = 130;
/** So many places of one case are shown: who looks for a name wants the next case, not the tenth mention. */
const MOST_SNIPPETS = 3;

/** Of each text that holds something new of what was found, its first place. */
export function snippetsOf(texts: readonly CaseText[], terms: ReadonlySet<string>): Snippet[] {
  const snippets: Snippet[] = [];
  const shown = new Set<string>();
  for (const { place, text } of texts) {
    if (snippets.length === MOST_SNIPPETS) break;
    const found = firstIn(text, terms, shown);
    if (found !== undefined) snippets.push({ place, ...around(text, found, terms) });
  }
  return snippets;
}

function firstIn(text: string, terms: ReadonlySet<string>, shown: Set<string>): number | undefined {
  let first: number | undefined;
  for (const { term, from } of tokensOf(text)) {
    if (first !== undefined && from > first + AFTER_CHARACTERS) break;
    if (!terms.has(term) || shown.has(term)) continue;
    shown.add(term);
    first ??= from;
  }
  return first;
}

function around(text: string, at: number, terms: ReadonlySet<string>): Pick<Snippet, "parts" | "cut"> {
  const start = wordStart(text, Math.max(0, at - BEFORE_CHARACTERS), at);
  const end = wordEnd(text, Math.min(text.length, at + AFTER_CHARACTERS), at);
  const shown = text.slice(start, end);
  const parts: string[] = [];
  let done = 0;
  for (const { term, from, to } of tokensOf(shown)) {
    if (!terms.has(term) || from < done) continue;
    parts.push(shown.slice(done, from), shown.slice(from, to));
    done = to;
  }
  parts.push(shown.slice(done));
  return { parts: parts.map((part) => part.replace(/\s+/gu, " ")), cut: [start > 0, end < text.length] };
}

/** The next word behind `from`, unless that would pass what was found; never between two halves of a character. */
function wordStart(text: string, from: number, found: number): number {
  if (from === 0) return 0;
  const space = text.slice(from, found).search(/\s/u);
  return space === -1 ? wholeCharacter(text, from) : from + space + 1;
}

function wordEnd(text: string, to: number, found: number): number {
  if (to === text.length) return to;
  const space = text.slice(found, to).search(/\s\S*$/u);
  return space < 1 ? wholeCharacter(text, to) : found + space;
}

function wholeCharacter(text: string, at: number): number {
  return /[\uDC00-\uDFFF]/u.test(text.charAt(at)) ? at + 1 : at;
}
