/** What is wrong with words that were typed, in words of our own. */
import type { WordList, WordProblem } from "../../../crypto/secret/words.ts";
import { LANGUAGES } from "../../shared/language.ts";
import type { App } from "../app.ts";

/** Both lists: the code may be in the other language than the page. */
export async function listsOf({ words }: App): Promise<WordList[]> {
  return Promise.all(LANGUAGES.map((language) => words[language].get()));
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
