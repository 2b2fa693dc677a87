/** What is wrong with words that were typed, in words of our own. */
import type { WordList, WordProblem } from "../../../crypto/secret/words.ts";
import { CODE_WORDS, factsOf } from "../../../words/languages.ts";
import type { App } from "../app.ts";

/** All lists, the page's own first: the code may be of another one. */
export async function listsOf({ codeWords, language }: App): Promise<WordList[]> {
  const own = factsOf(language).codeWords;
  const lists = [own, ...CODE_WORDS.filter((other) => other !== own)];
  return Promise.all(lists.map((list) => codeWords[list].get()));
}

/** Positions of words that are still empty, as runs: 5 alone, 9 to 12. */
export function emptyRuns(typed: readonly string[]): (readonly [first: number, last: number])[] {
  const runs: [number, number][] = [];
  for (const [index, word] of typed.entries()) {
    const position = index + 1;
    if (word.trim() !== "") continue;
    const run = runs.at(-1);
    if (run?.[1] === index) run[1] = position;
    else runs.push([position, position]);
  }
  return runs;
}

/** "Lengkapi kata ke-5 dan ke-9 sampai ke-12 dahulu." */
export function completeFirst(
  { text: { check }, say, list }: Pick<App, "text" | "say" | "list">,
  runs: ReturnType<typeof emptyRuns>,
): string {
  const places = runs.map(([first, last]) => say(first === last ? check.place : check.places, { first, last }));
  return say(check.incomplete, { places: list(places) });
}

export function describeProblem({ text: { check }, say }: App, problem: WordProblem, typed: readonly string[]): string {
  const { code, found: n, position, letter } = { found: 0, position: 0, letter: "", ...problem };
  return say(check.problems[code], { n, position, letter, typed: typed[position - 1] ?? "" });
}
