import { LANGUAGES, LANGUAGE_CODES } from "../../words/languages.ts";
import { speak } from "../../words/speech.ts";
import { type Texts, together } from "../../words/text.ts";
import * as en from "./words/en.ts";
import * as id from "./words/id.ts";

export const { SERVED } = together({ id, en });

/** One element a language, as HTML. */
export function inEachLanguage(texts: Texts, tag: "p" | "span"): string {
  return LANGUAGE_CODES.map(
    (language) =>
      `<${tag} lang="${language}" dir="${LANGUAGES[language].direction}">${speak(language).say(texts)}</${tag}>`,
  ).join("\n");
}
