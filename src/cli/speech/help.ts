/** What `--help` says: the command's own text, then what all have in common. */
import { OUTCOMES, STATES } from "../../protocol/rules/casework.ts";
import { FIELDS, FIELD_CODES } from "../../protocol/rules/report-fields.ts";
import { LANGUAGE_CODES } from "../../words/languages.ts";
import type { Speech } from "../../words/speech.ts";
import { WrongUse } from "./failures.ts";
import { COMMON_HELP, HELP, SENTENCES } from "./words.ts";

export function help(topic: keyof typeof HELP, { say, list }: Speech): string {
  const codes = {
    fields: FIELD_CODES.join(", "),
    required: list(FIELD_CODES.filter((field) => FIELDS[field].required)),
    states: STATES.join(" "),
    outcomes: OUTCOMES.join(" "),
  };
  return `${say(HELP[topic], codes)}\n\n${say(COMMON_HELP, { languages: LANGUAGE_CODES.join("|") })}`;
}

/** A command that was typed otherwise than it is used: how it is, and where it is one of several things how that one is. */
export function misuse(
  topic: keyof typeof HELP,
  { say, words }: Speech & { readonly words: readonly string[] },
): WrongUse {
  const usage = say(HELP[topic]).split("\n\n")[0]?.split("\n") ?? [];
  const own = usage.filter((line) => line.split(" ")[2] === words[0]);
  const lines = own.length > 0 ? own : usage;
  return new WrongUse([say(SENTENCES.misused), "", ...lines, "", say(SENTENCES.moreHelp)].join("\n"));
}
