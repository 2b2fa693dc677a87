import * as fs from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import t from "tap";
import { CATEGORY_NAMES, OUTCOME_NAMES, STATE_NAMES } from "../../src/words/glossary.ts";

const SRC = fileURLToPath(new URL("../../src/", import.meta.url));

/** Names of one word stand in other senses too: "Selesai" is also a view of the list. */
const NAMES = [STATE_NAMES, OUTCOME_NAMES, CATEGORY_NAMES]
  .flatMap((names) => Object.values(names).flatMap((texts) => Object.values<unknown>(texts)))
  .filter((name) => typeof name === "string")
  .filter((name) => name.includes(" "));

t.test(
  "names of states, outcomes and categories stand in the glossary and nowhere else, so they cannot drift apart",
  async (t) => {
    const files = (await fs.readdir(SRC, { recursive: true })).filter((file) => /\.tsx?$/.test(file));
    const again: string[] = [];
    for (const file of files) {
      if (file.startsWith("words/glossary")) continue;
      const text = await fs.readFile(path.join(SRC, file), "utf8");
      for (const name of NAMES) if (text.includes(`"${name}"`)) again.push(`${file}: ${name}`);
    }
    t.ok(NAMES.length > 30 && files.length > 100, "there was something to look for, and somewhere to look");
    t.same(again, []);
  },
);

/** In words, not in keys: the parties of a case without their capital, and an ellipsis that leans on a word (EYD V). */
const CARELESS = /(?<![-\w"])(?:pelapor|terlapor)\b|[\p{L}\d]…(?=["`]|\s)/u;

t.test("Indonesian writes Pelapor and Terlapor with a capital, and sets an ellipsis apart", async (t) => {
  const files = (await fs.readdir(SRC, { recursive: true })).filter((file) =>
    /[/\\](?:id|id[/\\][\w-]+)\.ts$/u.test(file),
  );
  const careless: string[] = [];
  for (const file of files) {
    const lines = (await fs.readFile(path.join(SRC, file), "utf8")).split("\n");
    careless.push(...lines.filter((line) => CARELESS.test(line)).map((line) => `${file}: ${line.trim()}`));
  }
  t.ok(files.length > 50, "there was somewhere to look");
  t.same(careless, []);
  for (const planted of ['"Pesan pelapor"', '"Mencari…"']) t.match(planted, CARELESS);
});
