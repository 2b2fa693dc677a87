/** The two languages of the pages. Indonesian is the first; a third needs a catalogue and an entry here. */
export const LANGUAGES = ["id", "en"] as const;
export type Language = (typeof LANGUAGES)[number];

const LOCALES: Readonly<Record<Language, string>> = { id: "id-ID", en: "en-GB" };

// Made once: making one takes longer than a hundred days take to be written with it.
const DAYS: Readonly<Record<Language, Intl.DateTimeFormat>> = { id: dayFormat("id"), en: dayFormat("en") };

function dayFormat(language: Language): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(LOCALES[language], { dateStyle: "long", timeZone: "UTC" });
}

/** "3 Februari 2025", as Indonesian offices write it; English likewise, day first. Takes "2025-02-03". */
export function dayIn(day: string, language: Language): string {
  const date = new Date(`${day}T00:00:00Z`);
  // The server's word for a day is shown as it came when it is no day.
  if (Number.isNaN(date.getTime())) return day;
  return DAYS[language].format(date);
}

/** "200.000" in Indonesian, "200,000" in English. */
export function numberIn(value: number, language: Language): string {
  return value.toLocaleString(LOCALES[language]);
}

/** Text of a directory's entry, which carries a name for each language. */
export function nameIn(names: Readonly<Record<string, string>>, language: Language): string {
  return names[language] ?? names["id"] ?? names["en"] ?? Object.values(names)[0] ?? "";
}
