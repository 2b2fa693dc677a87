/** How the desk speaks: sentences in two languages side by side, days, numbers and names in the one that was chosen. */
import { createContext } from "preact";
import { useContext } from "preact/hooks";
import { type Language, preferredLanguage as preferred } from "../../../words/languages.ts";
import { dayIn, fill, nameIn, numberIn } from "../../../words/speech.ts";
import type { Texts } from "../../../words/text.ts";
import type { Names } from "../vault/vault-messages.ts";

/** A sentence in both languages, side by side so that neither is forgotten; the third is English for one. `{name}` is filled in. */
export type Words = readonly [id: string, en: string, enForOne?: string] | Texts;
export type Values = Readonly<Record<string, string | number>>;

/** Words for each code of a list: the compiler sees that none is left out. */
export type WordsFor<Code extends string> = Readonly<Record<Code, Words>>;

export type Speech = {
  readonly language: Language;
  /** Numbers among the values are written as the language does; `n` decides between one and many. */
  readonly say: (words: Words, values?: Values) => string;
  /** "3 Februari 2025" of "2025-02-03" */
  readonly day: (day: string) => string;
  readonly name: (names: Names | undefined) => string;
};

export function speak(language: Language): Speech {
  const say = (words: Words, values: Values = {}): string => {
    if (!Array.isArray(words)) return fill((words as Texts)[language], values, language);
    const [id = "", en = "", enForOne] = words as readonly string[];
    const pattern = language === "id" ? id : values["n"] === 1 ? (enForOne ?? en) : en;
    return pattern.replace(/\{(\w+)\}/gu, (whole, key: string) => {
      const value = values[key];
      return typeof value === "number" ? numberIn(value, language) : (value ?? whole);
    });
  };
  return { language, say, day: (day) => dayIn(day, language), name: (names) => nameIn(names ?? {}, language) };
}

export const preferredLanguage = preferred;

export const SpeechContext = createContext<Speech>(speak("id"));

export function useSpeech(): Speech {
  return useContext(SpeechContext);
}
