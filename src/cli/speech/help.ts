/** What `--help` says: the command's own text, then what all have in common. */
import { OUTCOMES, STATES } from "../../protocol/casework.ts";
import { LANGUAGE_CODES } from "../../words/languages.ts";
import type { Say } from "../../words/speech.ts";
import { COMMON_HELP, HELP } from "./words.ts";

export function help(topic: keyof typeof HELP, say: Say): string {
  const codes = { states: STATES.join(" "), outcomes: OUTCOMES.join(" ") };
  return `${say(HELP[topic], codes)}\n\n${say(COMMON_HELP, { languages: LANGUAGE_CODES.join("|") })}`;
}
