/** What the pages for administrators quote stands on the screens: a button that is renamed is renamed there too. */
import * as fs from "node:fs/promises";
import t from "tap";

const root = new URL("../../", import.meta.url);
const src = new URL("src/", root);
const pages = new URL("docs/operations/", root);
const NAMES = "labels.md";

/** All sentences of a table, with where they stand in it */
function sentencesOf(table: unknown, at: string): (readonly [at: string, text: string])[] {
  if (typeof table === "string") return [[at, table]];
  if (typeof table !== "object" || table === null) return [];
  return Object.entries(table).flatMap(([key, value]) => sentencesOf(value, `${at}.${key}`));
}

const files = (await fs.readdir(src, { recursive: true })).filter((file) =>
  /(?:^|\/)words\/(?:.+\/)?en(?:\/.+)?\.ts$/u.test(file),
);

/** English → Indonesian */
const texts = new Map<string, Set<string>>();
for (const file of files) {
  const [en, id] = await Promise.all(
    [file, file.replace(/\ben(?=\.ts$|\/)/u, "id")].map(async (one) => import(new URL(one, src).href)),
  );
  const indonesian = new Map(sentencesOf({ ...id }, ""));
  for (const [at, text] of sentencesOf({ ...en }, ""))
    texts.set(text, (texts.get(text) ?? new Set()).add(indonesian.get(at) ?? ""));
}

/** As pages write it: what is filled in is "…", apostrophes are straight, and what ends a sentence is left away. */
const plain = (text: string) =>
  text
    .replaceAll(/\{\w+\}/gu, "…")
    .replaceAll("’", "'")
    .replace(/[:.]$/u, "");

const labels = new Map([...texts].map(([en, id]) => [plain(en), [...id].map(plain)]));

/** Of the server and the launcher, whose lines are for administrators and stand in the code */
const lines: string[] = [];
for (const file of (await fs.readdir(src, { recursive: true })).filter((name) =>
  /^(?:server|cli)\/.+\.ts$/u.test(name),
))
  lines.push((await fs.readFile(new URL(file, src), "utf8")).replaceAll(/\$\{[^}]*\}/gu, "…"));

const said = [...[...texts.keys()].map(plain), ...lines.join("\n").split("\n")].map((text) => text.toLowerCase());

/** Whether some sentence of the programs has these words in it, "…" for any others */
function isSaid(quote: string): boolean {
  const parts = quote
    .toLowerCase()
    .split("…")
    .map((part) => part.trim());
  return said.some((text) => {
    let from = 0;
    return parts.every((part) => {
      const at = text.indexOf(part, from);
      from = at + part.length;
      return at !== -1;
    });
  });
}

const quoted: { readonly page: string; readonly text: string }[] = [];
const sentences: { readonly page: string; readonly text: string }[] = [];
for (const page of (await fs.readdir(pages)).filter((name) => name !== NAMES)) {
  const text = (await fs.readFile(new URL(page, pages), "utf8")).replaceAll(/^ *```.*?^ *```$/gmsu, "");
  const prose = text.replaceAll(/`[^`\n]*`/gu, "");
  for (const [, label = ""] of prose.matchAll(/(?<!\*)\*([^*\s][^*\n]*)\*(?!\*)/gu)) quoted.push({ page, text: label });
  // Between quotation marks, and in tables of what is said
  for (const [, sentence = ""] of prose.matchAll(/"([^"\n]+)"/gu)) sentences.push({ page, text: sentence });
  for (const [, table = ""] of text.matchAll(/^\| What is said .*\n\|.*\n((?:\|.*\n?)+)/gmu))
    for (const [, cell = ""] of table.matchAll(/^\| ([^|]+?) \|/gmu))
      for (const one of cell.includes("`") ? [...cell.matchAll(/`([^`]+)`/gu)].map((match) => match[1] ?? "") : [cell])
        sentences.push({ page, text: one });
}

t.test("each label in italics is a label of the screens, in both languages", (t) => {
  t.ok(quoted.length > 80 && labels.size > 1_000, "there was something to look for, and somewhere to look");
  t.same(
    quoted
      .filter(({ text }) => !labels.get(text)?.every((one) => one !== ""))
      .map(({ page, text }) => `${page}: ${text}`),
    [],
  );
  t.end();
});

t.test("each sentence that a page quotes is said by a program", (t) => {
  t.ok(sentences.length > 20);
  t.same(
    sentences.filter(({ text }) => !isSaid(text)).map(({ page, text }) => `${page}: ${text}`),
    [],
  );
  t.end();
});

t.test("the list of labels has each of them, with what it is called in Indonesian", async (t) => {
  const rows = [...new Set(quoted.map(({ text }) => text))]
    .toSorted((one, other) => one.localeCompare(other, "en"))
    .map((label) => `| ${label} | ${(labels.get(label) ?? []).join(" · ")} |\n`);
  const file = new URL(NAMES, pages);
  const [head = ""] = (await fs.readFile(file, "utf8")).split(/(?<=\|---\|---\|\n)/u);
  if (process.env["UPDATE_LABELS"] === "1") await fs.writeFile(file, `${head}${rows.join("")}`);
  t.equal(await fs.readFile(file, "utf8"), `${head}${rows.join("")}`, "UPDATE_LABELS=1 writes it anew");
});
