/** The two languages of the command line. Sentences stand in `sentences.ts`, words for codes in `names.ts`. */

import { LANGUAGE_CODES, type Language } from "../../words/languages.ts";
import { fill } from "../../words/speech.ts";
import type { Texts } from "../../words/text.ts";
export { dayIn, nameIn } from "../../words/speech.ts";
export type { Language };
export const LANGUAGES = LANGUAGE_CODES;

/** One sentence in both languages, side by side so that neither is forgotten. `{name}` is filled in. */
export type Pair = readonly [id: string, en: string] | Texts;

export type Values = Readonly<Record<string, string | number>>;

/** A sentence in the person's language. */
export type Say = (pair: Pair, values?: Values) => string;

export function speak(language: Language): Say {
  const column = LANGUAGES.indexOf(language);
  return (pair, values = {}) =>
    !Array.isArray(pair)
      ? fill((pair as Texts)[language], values, language)
      : ((pair as readonly string[])[column] ?? (pair as readonly string[])[0] ?? "").replace(
          /\{(\w+)\}/gu,
          (whole, name: string) => String(values[name] ?? whole),
        );
}

/** Indonesian, unless the machine says English: the first users are Indonesian offices. */
export function languageOf(lang: string | undefined): Language {
  return lang?.toLowerCase().startsWith("en") === true ? "en" : "id";
}
