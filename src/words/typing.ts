/** What is wrong with words that were typed from a sheet: 24 of a root key or a lock, or the lines of a share. */
import type { Speech } from "./speech.ts";
import { together } from "./text.ts";
import * as en from "./typing/en.ts";
import * as id from "./typing/id.ts";

export const { TYPED_WORDS } = together({ id, en });

/** As whoever reads words says it (crypto/secret/words.ts), which the words of the screens do not know. */
export type TypedProblem =
  | { readonly code: "count"; readonly found: number }
  | { readonly code: "unknown-word"; readonly position: number; readonly suggestions: readonly string[] }
  | { readonly code: "foreign-letter"; readonly position: number; readonly letter: string }
  | { readonly code: "mixed-languages"; readonly position: number }
  | { readonly code: "checksum" };

/** So many words are a report code, which belongs to somebody else. */
const CODE_OF_REPORT = 12;

/** `needed` is 24, or the seven of a line. */
export function typedProblemText(
  problem: TypedProblem,
  needed: number,
  { say, list }: Pick<Speech, "say" | "list">,
): string {
  switch (problem.code) {
    case "count":
      return say(problem.found === CODE_OF_REPORT ? TYPED_WORDS.twelve : TYPED_WORDS.count, {
        found: problem.found,
        needed,
      });
    case "unknown-word": {
      const { position, suggestions } = problem;
      if (suggestions.length === 0) return say(TYPED_WORDS.unknown, { position });
      return say(TYPED_WORDS.unknownNear, { position, near: list(suggestions) });
    }
    case "foreign-letter":
      return say(TYPED_WORDS.foreign, { position: problem.position, letter: problem.letter });
    case "mixed-languages":
      return say(TYPED_WORDS.mixed, { position: problem.position });
    case "checksum":
      return say(TYPED_WORDS.checksum);
  }
}

/** The same for a line of a sheet, whose last word checks it. */
export function lineProblemText(problem: TypedProblem, needed: number, speech: Pick<Speech, "say" | "list">): string {
  return problem.code === "checksum" ? speech.say(TYPED_WORDS.lineChecksum) : typedProblemText(problem, needed, speech);
}
