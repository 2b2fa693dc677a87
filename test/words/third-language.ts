/** A copy of the source that speaks one language more: right to left, long, and made of the English texts. */
import * as fs from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { LANGUAGES } from "../../src/words/languages.ts";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));

/** What the copy holds beside `src`, to be compiled, built and looked at. */
const COPIED = [
  "src",
  "migrations",
  "test",
  "docs",
  "package.json",
  "package-lock.json",
  "tsconfig.base.json",
  "tsconfig.json",
];

export const THIRD = "ar";

/** Arabic has six forms of a plural, more than any language that we speak, and is written from right to left. */
const ENTRY = `  ${THIRD}: { name: "العربية", locale: "ar", direction: "rtl", codeWords: "en" },\n`;
const PLURAL_FORMS = new Intl.PluralRules("ar").resolvedOptions().pluralCategories;

/** A copy in which the language has an entry in the list, and nothing else yet. */
export async function copyWithEntry(folder: string): Promise<void> {
  for (const name of COPIED) await fs.cp(path.join(ROOT, name), path.join(folder, name), { recursive: true });
  await fs.symlink(path.join(ROOT, "node_modules"), path.join(folder, "node_modules"));
  await change(path.join(folder, "src/words/languages.ts"), (text) => text.replace(/^ {2}en: \{.*\n/mu, `$&${ENTRY}`));
}

/** Puts the third beside the second in a file that joins all languages. Returns whether there was a place for it. */
export function joinThird(file: string): Promise<boolean> {
  return change(file, withThird);
}

/** `en` in a line is followed by the same with `ar`: imports, and what stands in the tables of all languages. */
function withThird(text: string): string {
  const named = (line: string) => line.replaceAll("/en.ts", `/${THIRD}.ts`).replaceAll("/en/", `/${THIRD}/`);
  return text
    .replace(/^import .*\/en(?:\/\w+)?\.ts";$/gmu, (line) =>
      [
        line,
        named(line)
          .replace(/\ben\b(?! from)/u, "en")
          .replace("as en ", `as ${THIRD} `)
          .replace(/as (\w+)(EN|En)\b/u, "as $1AR"),
      ].join("\n"),
    )
    .replace(/\ben,?(?=\s*\}\))/gu, `en, ${THIRD}`)
    .replace(/\ben: (\w+?)(?:EN|En)\b/gu, (whole, name: string) => `${whole}, ${THIRD}: ${name}AR`);
}

/** A file a language beside each English one. What is no table of texts, such as numbers in words, is taken over. */
export async function writeThird(folder: string): Promise<void> {
  for (const file of (await sources(folder)).filter((name) => isTable(name) && /\/en(?:\.ts|\/)/u.test(name))) {
    const tables = (await import(path.join(ROOT, "src", file))) as Readonly<Record<string, unknown>>;
    const there = path.join(folder, "src", file.replace(/\/en(?=\.ts$|\/)/u, `/${THIRD}`));
    await fs.mkdir(path.dirname(there), { recursive: true });
    if (Object.values(tables).some((value) => typeof value === "function")) {
      await fs.copyFile(path.join(ROOT, "src", file), there);
      continue;
    }
    const lines = Object.entries(tables).map(
      ([name, value]) => `export const ${name} = ${JSON.stringify(pseudo(value))} as const;\n`,
    );
    await fs.writeFile(there, lines.join(""));
  }
}

async function sources(folder: string): Promise<string[]> {
  const names = await fs.readdir(path.join(folder, "src"), { recursive: true });
  return names.filter((name) => /\.tsx?$/u.test(name));
}

/** In a folder `words`, or one level below, there is a file a language, or a folder of files. */
function isTable(file: string): boolean {
  const codes = Object.keys(LANGUAGES).join("|");
  return new RegExp(`(?:^|/)words/(?:\\w+/)?(?:${codes})(?:/\\w+)?\\.ts$`, "u").test(file);
}

async function change(file: string, edit: (text: string) => string): Promise<boolean> {
  const text = await fs.readFile(file, "utf8");
  const edited = edit(text);
  if (edited !== text) await fs.writeFile(file, edited);
  return edited !== text;
}

function pseudo(value: unknown): unknown {
  if (typeof value === "string") return pseudoText(value);
  if (Array.isArray(value)) return value.map(pseudo);
  if (typeof value !== "object" || value === null) return value;
  const { one, other: rest } = value as { one?: unknown; other?: unknown };
  if (typeof one === "string" && typeof rest === "string") {
    const { other } = value as { other: string };
    return Object.fromEntries(PLURAL_FORMS.map((form) => [form, pseudoText(other)]));
  }
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, pseudo(inner)]));
}

const LATIN = "abcdefghijklmnopqrstuvwxyz";
const ARABIC = "ابشدهفجحيكقلمنوپرستعخضثزغظ";

/** Places and markup stay; every word becomes one of Arabic letters; two fifths longer, as translations may be. */
function pseudoText(text: string): string {
  const pieces = text.split(/(\{\w+\}|<\/?\w+>)/u);
  const turned = pieces.map((piece, at) => (at % 2 === 1 ? piece : turn(piece))).join("");
  const words = text.split(/\s+/u).length;
  return words < 2 ? turned : `${turned}${" مزيد".repeat(Math.ceil(words * 0.4))}`;
}

function turn(piece: string): string {
  return piece.replace(/[a-z]/giu, (letter) => ARABIC[LATIN.indexOf(letter.toLowerCase())] ?? letter);
}
