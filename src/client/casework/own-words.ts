/**
 * Whether a text that leaves the office holds words of its reporter: style is recognised, and a copied sentence names its
 * author to whoever has read it before. Looked at on the device, against everything that the reporter wrote.
 */

/** So many words in a row are no coincidence; fewer are how one talks about the same thing. */
const RUN_WORDS = 5;

export type Span = { readonly start: number; readonly end: number };
export type Word = Span & { readonly folded: string };

/** Words of a text in their places, without case and accents. */
export function wordsOf(text: string): Word[] {
  return [...text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)].map(({ 0: found, index }) => ({
    folded: found
      .normalize("NFKD")
      .replace(/\p{Mn}/gu, "")
      .toLowerCase(),
    start: index,
    end: index + found.length,
  }));
}

/** What is looked for in texts, made once for all of them. */
export type Runs = ReadonlySet<string>;

export function runsIn(sources: readonly string[]): Runs {
  return new Set(sources.flatMap((source) => runsOf(wordsOf(source)).map(({ run }) => run)));
}

/** Where words of a text repeat some of `known`; what overlaps is one. */
export function copiedSpans(known: Runs, words: readonly Word[]): Span[] {
  const copied: { start: number; end: number }[] = [];
  for (const { run, at } of runsOf(words)) {
    if (!known.has(run)) continue;
    const [start, end] = [words[at]?.start ?? 0, words[at + RUN_WORDS - 1]?.end ?? 0];
    const last = copied.at(-1);
    if (last !== undefined && start <= last.end) last.end = end;
    else copied.push({ start, end });
  }
  return copied;
}

/** Passages of `text` that stand in one of `sources` too, each as it is written in `text`. */
export function copiedFrom(sources: readonly string[], text: string): string[] {
  return copiedSpans(runsIn(sources), wordsOf(text)).map(({ start, end }) => text.slice(start, end));
}

function runsOf(words: readonly Word[]): { run: string; at: number }[] {
  return words.slice(0, Math.max(0, words.length - RUN_WORDS + 1)).map((_, at) => ({
    run: words
      .slice(at, at + RUN_WORDS)
      .map(({ folded }) => folded)
      .join(" "),
    at,
  }));
}

/** The longest that a mail server takes before the sign, and after it (RFC 5321, 4.5.3.1). */
const LONGEST_LOCAL_PART = 64;
const LONGEST_DOMAIN = 255;

/**
 * What identifies somebody by itself: numbers of telephones, cards and accounts, and addresses of mail. Each letter of a
 * long text is looked at a bounded number of times: it runs while somebody types.
 */
export function identifiersIn(text: string): string[] {
  const addresses = [...text.matchAll(/@/gu)].flatMap(({ index }) => {
    const before = /[\p{L}\p{N}._%+-]+$/u.exec(text.slice(Math.max(0, index - LONGEST_LOCAL_PART), index))?.[0];
    const behind = /^@[\p{L}\p{N}-]+\.[\p{L}\p{N}.-]+/u.exec(text.slice(index, index + 1 + LONGEST_DOMAIN))?.[0];
    return before === undefined || behind === undefined ? [] : [before + behind];
  });
  const numbersIn = (part: string) => [...part.matchAll(/\+?\d(?:[ .-]?\d){7,}/gu)].map(([found]) => found);
  // "Rp1.250.000.000" is an amount.
  const amounts = new Set([...text.matchAll(/(?:rp|idr)\s?[\d.,]+/giu)].flatMap(([found]) => numbersIn(found)));
  return [...addresses, ...numbersIn(text).filter((number) => !amounts.has(number))];
}
