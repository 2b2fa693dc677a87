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

/** A command that was typed otherwise than it is used: that it was not understood stands first, where help alone says nothing. */
export function misuse(topic: keyof typeof HELP, speech: Speech): WrongUse {
  return new WrongUse(`${speech.say(SENTENCES.misused)}\n\n${help(topic, speech)}`);
}
