import * as fs from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import t from "tap";
import { FIRST_LANGUAGE, LANGUAGES, LANGUAGE_CODES, type Language } from "../../src/words/languages.ts";

const SRC = fileURLToPath(new URL("../../src/", import.meta.url));

/** Functions, which write numbers out */
const NO_TABLES = /\/numbers\.ts$/u;

/** What is the same in all languages; what has no letter beside its places has nothing to translate. */
const SAME_IN_ALL: readonly string[] = [
  "Segel",
  "Rp{amount}",
  "{size} KB",
  "April",
  "September",
  "November",
  "Label",
  "LPSK",
  "KPK",
  "SP4N-LAPOR!",
  "PPID",
  "UPG",
  "No.",
  "unit",
  "Rp{n}",
  "SHA-256",
];

t.test("every room says the same in every language", async (t) => {
  const files = (await fs.readdir(SRC, { recursive: true })).toSorted();
  const small = files.filter((file) => file.endsWith(`/${FIRST_LANGUAGE}.ts`) && /(?:^|\/)words\//.test(file));
  const large = files.filter((file) => file.includes(`/words/${FIRST_LANGUAGE}/`) && !NO_TABLES.test(file));
  t.ok(small.length > 0 && large.length > 0, "there are rooms of both shapes to look into");
  for (const room of [...small, ...large]) {
    const measure = await tablesOf(room, FIRST_LANGUAGE);
    t.not(Object.keys(measure).length, 0, `${room} says something`);
    for (const language of LANGUAGE_CODES) {
      t.same(complaintsAbout(measure, await tablesOf(room, language), language), [], `${room}, ${language}`);
    }
  }
});

t.test("what is missing, empty, left in the other language or filled in otherwise is found", (t) => {
  const said: readonly [id: unknown, en: unknown, complaint: RegExp | undefined][] = [
    ["{n} kasus", { one: "1 case", other: "{n} cases" }, undefined],
    ["{n} dari {all}", { one: "{n} of {all}", other: "{n} of {all}" }, undefined],
    ["{n}%", "{n}%", undefined],
    ["Segel", "Segel", undefined],
    [{ other: "Langkah lain" }, { other: "Other step" }, undefined],
    ["{n} kasus", "cases", /says \{\}/],
    ["{n} kasus", { one: "1 case", other: "cases" }, /other says \{\}/],
    ["{n} dari {all}", { one: "one", other: "{n} of {all}" }, /one says \{\}/],
    ["{n} kasus", { few: "{n} cases", other: "{n} cases" }, /few is no form/],
    ["{n} kasus", { one: "1 case" }, /other is missing/],
    ["Kasus", "Cases in {unit}", /says \{unit\}/],
    ["Kasus", "Kasus", /is not translated/],
    ["Kasus", " ", /is empty/],
    ["Kasus", undefined, /is no text/],
    [["Kasus"], ["Case", "more"], /1 is too much/],
    [7, 7, /is no text/],
  ];
  for (const [id, en, complaint] of said) {
    const complaints = complaintsAbout({ X: id }, { X: en }, "en").join("\n");
    if (complaint === undefined) t.equal(complaints, "", JSON.stringify(en));
    else t.match(complaints, complaint, JSON.stringify(en));
  }
  t.end();
});

/** `room` is its file of the first language: `words/id.ts`, or `words/id/screens.ts` where a language fills a folder. */
async function tablesOf(room: string, language: Language): Promise<object> {
  const twin = room.replace(new RegExp(String.raw`/${FIRST_LANGUAGE}(?=\.ts$|/[^/]+$)`, "u"), `/${language}`);
  return { ...((await import(path.join(SRC, twin))) as object) };
}

/** Goes down as `together` does: in the first language what is no string is a table. */
function complaintsAbout(measure: unknown, said: unknown, language: Language, at = ""): string[] {
  if (typeof measure === "string") return complaintsAboutText(measure, said, language).map((one) => `${at}${one}`);
  if (typeof measure !== "object" || measure === null || typeof said !== "object" || said === null)
    return [`${at} is no text`];
  const texts = said as Readonly<Record<string, unknown>>;
  return [
    ...Object.entries(measure).flatMap(([key, text]) => complaintsAbout(text, texts[key], language, `${at} ${key}`)),
    ...Object.keys(texts).flatMap((key) => (Object.hasOwn(measure, key) ? [] : [`${at} ${key} is too much`])),
  ];
}

function complaintsAboutText(measure: string, said: unknown, language: Language): string[] {
  const isPlural = typeof said === "object" && said !== null;
  const forms = Object.entries<unknown>(isPlural ? { ...said } : { "": said });
  const complaints = isPlural && !("other" in said) ? [" other is missing"] : [];
  const wanted = placesIn(measure);
  for (const [form, text] of forms) {
    const say = (complaint: string): void => void complaints.push(`${form === "" ? "" : ` ${form}`} ${complaint}`);
    if (typeof text !== "string") {
      say("is no text");
      continue;
    }
    if (text.trim() === "") say("is empty");
    if (isPlural && !categoriesOf(language).includes(form)) say("is no form of this language");
    const places = placesIn(text);
    // "One case" needs no number.
    const spared =
      isPlural && form !== "other" ? wanted.filter((place) => place !== "n" || places.includes("n")) : wanted;
    if (places.join() !== spared.join()) say(`says {${places.join("} {")}} and not {${wanted.join("} {")}}`);
    if (language !== FIRST_LANGUAGE && text === measure && !isSameInAll(text)) say("is not translated");
  }
  return complaints;
}

function placesIn(text: string): string[] {
  return [...new Set([...text.matchAll(/\{(\w+)\}/gu)].map(([, place = ""]) => place))].toSorted();
}

function categoriesOf(language: Language): readonly string[] {
  return new Intl.PluralRules(LANGUAGES[language].locale).resolvedOptions().pluralCategories;
}

function isSameInAll(text: string): boolean {
  return SAME_IN_ALL.includes(text) || !/\p{L}/u.test(text.replaceAll(/\{\w+\}/gu, ""));
}
