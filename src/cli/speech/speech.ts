/** The two languages of the command line. Sentences stand in `sentences.ts`, words for codes in `names.ts`. */

export const LANGUAGES = ["id", "en"] as const;
export type Language = (typeof LANGUAGES)[number];

/** One sentence in both languages, side by side so that neither is forgotten. `{name}` is filled in. */
export type Pair = readonly [id: string, en: string];

export type Values = Readonly<Record<string, string | number>>;

/** A sentence in the person's language. */
export type Say = (pair: Pair, values?: Values) => string;

export function speak(language: Language): Say {
  const column = LANGUAGES.indexOf(language);
  return (pair, values = {}) =>
    (pair[column] ?? pair[0]).replace(/\{(\w+)\}/gu, (whole, name: string) => String(values[name] ?? whole));
}

/** Indonesian, unless the machine says English: the first users are Indonesian offices. */
export function languageOf(lang: string | undefined): Language {
  return lang?.toLowerCase().startsWith("en") === true ? "en" : "id";
}

/** Text of a directory's entry, which carries a name for each language. */
export function nameIn(names: Readonly<Record<string, string>>, language: Language): string {
  return names[language] ?? names["id"] ?? names["en"] ?? Object.values(names)[0] ?? "";
}

/** "3 Februari 2025", as Indonesian offices write it; English likewise, day first. Takes "2025-02-03". */
export function dayIn(day: string, language: Language): string {
  const format = new Intl.DateTimeFormat(language === "id" ? "id-ID" : "en-GB", { dateStyle: "long", timeZone: "UTC" });
  return format.format(new Date(`${day}T00:00:00Z`));
}
