/** What is wrong with words that were typed, in words of our own. */
import type { WordList, WordProblem } from "../../../crypto/secret/words.ts";
import { LANGUAGE_CODES } from "../../../words/languages.ts";
import type { App } from "../app.ts";

/** Both lists, the page's own first: the code may be in the other language. */
export async function listsOf({ words, language }: App): Promise<WordList[]> {
  const languages = [language, ...LANGUAGE_CODES.filter((other) => other !== language)];
  return Promise.all(languages.map((one) => words[one].get()));
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

export function describeProblem({ text: { check } }: App, problem: WordProblem, typed: readonly string[]): string {
  switch (problem.code) {
    case "count":
      return check.wrongCount(problem.found);
    case "unknown-word":
      return check.unknown(problem.position, typed[problem.position - 1] ?? "");
    case "foreign-letter":
      return check.foreign(problem.position, problem.letter);
    case "mixed-languages":
      return check.mixed(problem.position);
    case "checksum":
      return check.checksum;
  }
}
