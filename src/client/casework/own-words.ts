/**
 * Whether a text that leaves the office holds words of its reporter: style is recognised, and a copied sentence names its
 * author to whoever has read it before. Looked at on the device, against everything that the reporter wrote.
 */

/** So many words in a row are no coincidence; fewer are how one talks about the same thing. */
const RUN_WORDS = 5;

type Word = { readonly folded: string; readonly start: number; readonly end: number };

function wordsOf(text: string): Word[] {
  return [...text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)].map(({ 0: found, index }) => ({
    folded: found
      .normalize("NFKD")
      .replace(/\p{Mn}/gu, "")
      .toLowerCase(),
    start: index,
    end: index + found.length,
  }));
}

/** Passages of `text` that stand in one of `sources` too, each as it is written in `text`. */
export function copiedFrom(sources: readonly string[], text: string): string[] {
  const known = new Set(sources.flatMap((source) => runsOf(wordsOf(source)).map(({ run }) => run)));
  const words = wordsOf(text);
  const copied: { start: number; end: number }[] = [];
  for (const { run, at } of runsOf(words)) {
    if (!known.has(run)) continue;
    const [start, end] = [words[at]?.start ?? 0, words[at + RUN_WORDS - 1]?.end ?? 0];
    const last = copied.at(-1);
    if (last !== undefined && start <= last.end) last.end = end;
    else copied.push({ start, end });
  }
  return copied.map(({ start, end }) => text.slice(start, end));
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

/** What identifies somebody by itself: numbers of telephones, cards and accounts, and addresses of mail. */
export function identifiersIn(text: string): string[] {
  const numbers = [...text.matchAll(/\+?\d(?:[ .-]?\d){7,}/gu)].map(([found]) => found);
  const addresses = [...text.matchAll(/[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+\.[\p{L}\p{N}.-]+/gu)].map(([found]) => found);
  // "Rp1.250.000.000" is an amount.
  const amounts = [...text.matchAll(/(?:rp|idr)\s?[\d.,]+/giu)].map(([found]) => found);
  return [...addresses, ...numbers.filter((number) => !amounts.some((amount) => amount.includes(number)))];
}
