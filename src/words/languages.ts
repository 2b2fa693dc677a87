/**
 * The languages of all programs: the one list. Another one is an entry here and a file beside each `id.ts`; the compiler
 * then names every place that wants it (docs/decisions/0045).
 */
type LanguageFacts = {
  /** In the language itself */
  readonly name: string;
  /** BCP 47, for days, numbers and plurals */
  readonly locale: string;
  readonly direction: "ltr" | "rtl";
  /** In which words the code of a new report is shown; those of every list can be typed everywhere */
  readonly codeWords: CodeWords;
};

/** The lists of 2,048 words that a code is written in: two, however many languages there are. */
export const CODE_WORDS = ["id", "en"] as const;
export type CodeWords = (typeof CODE_WORDS)[number];

export const LANGUAGES = {
  id: { name: "Bahasa Indonesia", locale: "id-ID", direction: "ltr", codeWords: "id" },
  en: { name: "English", locale: "en-GB", direction: "ltr", codeWords: "en" },
} as const satisfies Readonly<Record<string, LanguageFacts>>;

export type Language = keyof typeof LANGUAGES;

export const LANGUAGE_CODES = Object.keys(LANGUAGES) as readonly Language[];

/** The first users are Indonesian offices, and its texts are the measure of all others. */
export const FIRST_LANGUAGE = "id" satisfies Language;

export function factsOf(language: Language): LanguageFacts {
  return LANGUAGES[language];
}

/** The first that we speak among those a person asks for, as BCP 47 tags or POSIX locales, most wanted first. */
export function preferredLanguage(wanted: readonly string[]): Language {
  for (const tag of wanted) {
    const code = LANGUAGE_CODES.find((language) => tag.split(/[-_.]/u)[0]?.toLowerCase() === language);
    if (code !== undefined) return code;
  }
  return FIRST_LANGUAGE;
}
