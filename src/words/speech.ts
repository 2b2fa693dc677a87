/** How all programs speak: sentences filled in, days, numbers, sizes and names, in one language. */
import { type TimeZone, UTC, dayAt } from "../protocol/encoding/time-zone.ts";
import { type Language, FIRST_LANGUAGE, LANGUAGE_CODES, factsOf } from "./languages.ts";
import type { Text, Texts } from "./text.ts";

/** A number is written as the language does; what must stay as it is (a port, a register number) is given as a string. */
export type Values = Readonly<Record<string, string | number>>;

/** Fills in `{name}`; the number `n` chooses among plural forms. A place without a value stays, so that it is seen. */
export function fill(text: Text, values: Values, language: Language): string {
  const pattern = typeof text === "string" ? text : (text[pluralOf(values["n"], language)] ?? text.other);
  return pattern.replace(/\{(\w+)\}/gu, (whole, key: string) => {
    const value = values[key];
    return typeof value === "number" ? numberIn(value, language) : (value ?? whole);
  });
}

function pluralOf(n: string | number | undefined, language: Language): Intl.LDMLPluralRule {
  return typeof n === "number" ? formatsOf(language).plural.select(n) : "other";
}

type Formats = {
  readonly day: Intl.DateTimeFormat;
  readonly number: Intl.NumberFormat;
  readonly plural: Intl.PluralRules;
};

// Made once a language: making one takes longer than a hundred days take to be written with it.
const FORMATS: Partial<Record<Language, Formats>> = {};

function formatsOf(language: Language): Formats {
  const { locale } = factsOf(language);
  return (FORMATS[language] ??= {
    day: new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone: "UTC" }),
    number: new Intl.NumberFormat(locale),
    plural: new Intl.PluralRules(locale),
  });
}

/** "3 Februari 2025" of "2025-02-03", as Indonesian offices write it; English likewise, day first. */
export function dayIn(day: string, language: Language): string {
  const date = new Date(`${day}T00:00:00Z`);
  // The server's word for a day is shown as it came when it is no day.
  return Number.isNaN(date.getTime()) ? day : formatsOf(language).day.format(date);
}

/** "Senin, 3 Februari 2025" of "2025-02-03": for who chooses a day, and must not choose a Sunday unawares. */
export function fullDayIn(day: string, language: Language): string {
  const { locale } = factsOf(language);
  return new Intl.DateTimeFormat(locale, { dateStyle: "full", timeZone: "UTC" }).format(new Date(`${day}T00:00:00Z`));
}

/** Any that has a 29 February */
const LEAP_YEAR = 2024;

/** "31 Mei" of "05-31". */
export function dayOfYearIn(day: string, language: Language): string {
  const format = new Intl.DateTimeFormat(factsOf(language).locale, { month: "long", day: "numeric", timeZone: "UTC" });
  const [month = 0, date = 0] = day.split("-").map(Number);
  return format.format(Date.UTC(LEAP_YEAR, month - 1, date));
}

/** "Februari 2025" of "2025-02" or of a day in it; `short` "Feb 2025", for what stands under a column. */
export function monthIn(day: string, language: Language, length: "long" | "short" = "long"): string {
  const format = new Intl.DateTimeFormat(factsOf(language).locale, { month: length, year: "numeric", timeZone: "UTC" });
  return format.format(new Date(`${day.slice(0, 7)}-01T00:00:00Z`));
}

/** "200.000" in Indonesian, "200,000" in English. */
function numberIn(value: number, language: Language): string {
  return formatsOf(language).number.format(value);
}

const SIZE_UNITS = ["KB", "MB", "GB"] as const;

/** "380 KB", "2,4 MB" in Indonesian, "2.4 MB" in English; 1 KB is 1,000 bytes, and less than one is one. */
export function sizeIn(bytes: number, language: Language): string {
  let shown = Math.ceil(bytes / 1_000);
  let unit = 0;
  // "1.000 KB" is a megabyte.
  for (; shown >= 1_000 && unit < SIZE_UNITS.length - 1; unit++)
    shown = Math.round((bytes / 1_000 ** (unit + 2)) * 10) / 10;
  return `${numberIn(shown, language)} ${SIZE_UNITS[unit] ?? ""}`;
}

/** "ke-1, ke-3 dan ke-5" of three. */
function listIn(parts: readonly string[], language: Language): string {
  return new Intl.ListFormat(factsOf(language).locale).format(parts);
}

/** Text of a directory's or an office's entry, which carries a name for each language that its author knew. */
function nameIn(names: Readonly<Record<string, string>>, language: Language): string {
  const wanted = [language, FIRST_LANGUAGE, ...LANGUAGE_CODES].find((code) => names[code] !== undefined);
  return (wanted === undefined ? Object.values(names)[0] : names[wanted]) ?? "";
}

/** All of it, for one language and one office. */
export type Speech = {
  readonly language: Language;
  readonly say: Say;
  /** "3 Februari 2025" of "2025-02-03", or of ms since 1970 for the day that it then is at the office */
  readonly day: (day: string | number) => string;
  /** The office's day, now: "2025-02-03" */
  readonly today: () => string;
  /** "WIB": whose days these are */
  readonly zone: string;
  readonly number: (value: number) => string;
  readonly size: (bytes: number) => string;
  /** "2026 dan 2027" */
  readonly list: (parts: readonly string[]) => string;
  readonly name: (names: Readonly<Record<string, string>> | undefined) => string;
};

/** A sentence in the person's language, of a table of one language or of all. */
export type Say = (text: Text | Texts, values?: Values) => string;

export function speak(language: Language, place: TimeZone = UTC): Speech {
  return {
    language,
    say: (text, values = {}) => fill(inOne(text, language), values, language),
    day: (day) => dayIn(typeof day === "number" ? dayAt(day, place) : day, language),
    today: () => dayAt(Date.now(), place),
    zone: nameIn(place.names, language),
    number: (value) => numberIn(value, language),
    size: (bytes) => sizeIn(bytes, language),
    list: (parts) => listIn(parts, language),
    name: (names) => nameIn(names ?? {}, language),
  };
}

function inOne(text: Text | Texts, language: Language): Text {
  return typeof text === "string" || "other" in text ? text : text[language];
}
