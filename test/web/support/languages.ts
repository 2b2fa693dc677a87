import { LANGUAGES, type Language } from "../../../src/web/shared/language.ts";

export function isLanguage(text: string): text is Language {
  return LANGUAGES.some((language) => language === text);
}
