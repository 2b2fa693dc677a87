/** What a sentence is: a text with places to be filled in, the same in one language or in all of them. */
import { FIRST_LANGUAGE, type Language, LANGUAGE_CODES } from "./languages.ts";

/** `{name}` is filled in. Where the number `n` decides between forms, each category of CLDR's plural rules has its own. */
export type Text = string | Plural;
type Plural = { readonly other: string } & { readonly [category in Intl.LDMLPluralRule]?: string };

/** One sentence in every language, for programs that switch while they run. */
export type Texts = Readonly<Record<Language, Text>>;

/** Words for each code of a list: the compiler sees that none is left out. */
export type TextsFor<Code extends string> = Readonly<Record<Code, Texts>>;

/**
 * What another language must have beside a table of the first: the same keys. What is filled in there may have plural
 * forms here; what is not stays a plain string, so that it can be shown as it is.
 */
export type Translation<Measure> = Measure extends string
  ? string extends Measure
    ? Text
    : Measure extends `${string}{${string}}${string}`
      ? Text
      : string
  : { readonly [Key in keyof Measure]: Translation<Measure[Key]> };

/** A table of sentences in every language at once, shaped like that of one. */
export type Together<Measure> = Measure extends string
  ? Texts
  : { readonly [Key in keyof Measure]: Together<Measure[Key]> };

/** Joins the tables of all languages: each sentence of the first, with the same one of the others beside it. */
export function together<Measure>(
  tables: { readonly [Code in typeof FIRST_LANGUAGE]: Measure } & {
    readonly [Code in Exclude<Language, typeof FIRST_LANGUAGE>]: Translation<Measure>;
  },
): Together<Measure> {
  return join(tables[FIRST_LANGUAGE], tables) as Together<Measure>;
}

/** In the first language every text is a string: Indonesian knows no plural forms. So what is no string is a table. */
function join(measure: unknown, tables: Readonly<Record<Language, unknown>>): unknown {
  if (typeof measure === "string") return tables;
  return Object.fromEntries(
    Object.entries(measure as object).map(([key, value]) => [
      key,
      join(
        value,
        Object.fromEntries(
          LANGUAGE_CODES.map((language) => [language, (tables[language] as Record<string, unknown>)[key]]),
        ) as Record<Language, unknown>,
      ),
    ]),
  );
}
