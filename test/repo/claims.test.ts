/** SECURITY.md promises; a promise whose code or test is gone is one that nobody keeps. */
import { existsSync } from "node:fs";
import * as fs from "node:fs/promises";
import { fileURLToPath } from "node:url";
import t from "tap";
import { titlesIn } from "../support/test-titles.ts";

const root = new URL("../../", import.meta.url);
const document = await fs.readFile(new URL("SECURITY.md", root), "utf8");
const claims = document.split(/^- \*\*(?=S\d+\*\* )/mu).slice(1);

t.test("the claims are numbered from S1, each one sentence", async (t) => {
  t.ok(claims.length > 0, "there are claims");
  t.same(
    claims.map((claim) => /^S\d+/u.exec(claim)?.[0]),
    claims.map((_, index) => `S${index + 1}`),
  );
  for (const claim of claims) t.match(claim, /^S\d+\*\* [^.]+\.\n/u);
});

t.test("the code and the tests that a claim names are there", async (t) => {
  for (const claim of claims) {
    const [name = ""] = /^S\d+/u.exec(claim) ?? [];
    const code = [...(/^ {2}Code: (.+)$/mu.exec(claim)?.[1] ?? "").matchAll(/`([^`]+)`/gu)].map(
      (match) => match[1] ?? "",
    );
    t.ok(code.length > 0 && code.every((file) => existsSync(new URL(file, root))), `${name}: ${code.join(", ")}`);
    const tests = [...claim.matchAll(/^ {2}`(test\/[^`]+)`: (.+)$/gmu)];
    t.ok(tests.length > 0, `${name} names a test`);
    for (const [, file = "", titles = ""] of tests) {
      const found = titlesIn(await fs.readFile(fileURLToPath(new URL(file, root)), "utf8").catch(() => ""));
      const named = [...titles.matchAll(/"([^"]+)"/gu)].map((match) => match[1] ?? "");
      t.same(
        named.filter((title) => !found.includes(title)),
        [],
        `${name}: ${file}`,
      );
      t.ok(named.length > 0, `${name} names a title in ${file}`);
    }
  }
});
