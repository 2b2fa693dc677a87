/** Ids as people type them: whole, or a beginning that only one of them has. */
import { WrongUse } from "../speech/failures.ts";
import { visible } from "../speech/print.ts";
import { SENTENCES } from "../speech/words.ts";
import type { Say } from "../../words/speech.ts";

/** Fewer letters would make a slip name somebody. */
const LEAST_LETTERS = 4;

export function findId(ids: readonly string[], typed: string, say: Say): string {
  const beginning = typed.toLowerCase();
  const matches = ids.filter(
    (id) => id === beginning || (beginning.length >= LEAST_LETTERS && id.startsWith(beginning)),
  );
  const [found] = matches;
  if (found === undefined || matches.length > 1) throw new WrongUse(say(SENTENCES.unknownId, { id: visible(typed) }));
  return found;
}
