/** SECURITY.md promises; a promise whose code or test is gone is one that nobody keeps. */
import { existsSync } from "node:fs";
import * as fs from "node:fs/promises";
import t from "tap";
import { readClaims } from "../support/claims.ts";
import { titlesIn } from "../support/test-titles.ts";

const root = new URL("../../", import.meta.url);
const claims = await readClaims();

t.test("the claims are numbered from S1, each one sentence", async (t) => {
  t.ok(claims.length > 0, "there are claims");
  t.same(
    claims.map(({ name }) => name),
    claims.map((_, index) => `S${index + 1}`),
  );
  for (const { text } of claims) t.match(text, /^S\d+\*\* [^.]+\.\n/u);
});

t.test("the code and the tests that a claim names are there", async (t) => {
  for (const { name, code, tests } of claims) {
    t.ok(code.length > 0 && code.every((file) => existsSync(new URL(file, root))), `${name}: ${code.join(", ")}`);
    t.ok(tests.length > 0, `${name} names a test`);
    for (const { file, titles } of tests) {
      const found = titlesIn(await fs.readFile(new URL(file, root), "utf8").catch(() => ""));
      t.same(
        titles.filter((title) => !found.includes(title)),
        [],
        `${name}: ${file}`,
      );
      t.ok(titles.length > 0, `${name} names a title in ${file}`);
    }
  }
});
