import { LANGUAGE_CODES, type Language } from "../../../src/words/languages.ts";

export function isLanguage(text: string): text is Language {
  return LANGUAGE_CODES.some((language) => language === text);
}
