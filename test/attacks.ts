/**
 * Which test answers which attack. The rows are those of attacks.json; a test answers row 9 when its title
 * begins with `attack 9: `. Ends with 1 when a row that this version promises to answer has no test.
 */
import * as fs from "node:fs/promises";
import path from "node:path";
import { parseArgs, styleText } from "node:util";
import { z } from "../src/protocol/encoding/zod.ts";
import { type Found, breakDefences, findStale, readBreaks } from "./breaks.ts";
import { readClaims } from "./support/claims.ts";
import { titlesIn } from "./support/test-titles.ts";

const HELP = `Usage: npm run attacks [-- FOLDER]
       npm run attacks -- --break [ROW…]

Prints, for each attack of test/attacks.json, the tests that answer it, found by their titles in FOLDER (default: test).

  --break  take the defences of test/breaks.json out, of these rows (or claims of SECURITY.md: S117) or of all, one at
           a time and in a copy, and see whether the test turns red
  --help   this text

Exit codes: 0 every promised row has a test, or every break was seen; 1 one has none or was not, or there was nothing to
look at; 2 wrong use.`;

const TESTS = import.meta.dirname;
const rowsSchema = z.array(
  z.strictObject({
    row: z.string().check(z.regex(/^\d+a?$/u)),
    title: z.string(),
    /** The issue that asks for a test, or `later` where the part that is attacked does not exist yet */
    issue: z.union([z.int(), z.literal("later")]),
  }),
);

async function findTests(folder: string): Promise<{ files: number; found: Found[] }> {
  const names = (await fs.readdir(folder, { recursive: true }))
    .filter((name) => /\.(?:test|slow|long)\.ts$/u.test(name))
    .toSorted();
  const found: Found[] = [];
  for (const name of names) {
    const file = path.join(folder, name);
    for (const title of titlesIn(await fs.readFile(file, "utf8"))) {
      const match = /^attack (?<row>\d+a?): (?<promise>.+)$/su.exec(title)?.groups;
      if (match)
        found.push({
          row: match["row"] ?? "",
          file: path.relative(path.dirname(TESTS), file),
          promise: match["promise"] ?? "",
          title,
        });
    }
  }
  return { files: names.length, found };
}

/** The tests by which SECURITY.md holds its claims, whose breaks are of `S1`, `S2` … */
async function findClaimed(): Promise<Found[]> {
  return (await readClaims()).flatMap(({ name: row, tests }) =>
    tests.flatMap(({ file, titles }) => titles.map((title) => ({ row, file, promise: title, title }))),
  );
}

async function main(folder: string): Promise<number> {
  const rows = z.parse(rowsSchema, JSON.parse(await fs.readFile(path.join(TESTS, "attacks.json"), "utf8")));
  const { files, found } = await findTests(folder);
  if (files === 0 || found.length === 0) {
    console.error(`There is no test of an attack in ${folder}.`);
    return 1;
  }
  let [tested, later, missing] = [0, 0, 0];
  for (const { row, title, issue } of rows) {
    const tests = found.filter((one) => one.row === row);
    for (const one of tests) console.log(`${row} → ${one.file}: ${one.promise}`);
    if (tests.length > 0) tested++;
    else if (issue === "later") later++;
    else missing++;
    if (tests.length === 0 && issue === "later") console.log(styleText("dim", `${row} → later: ${title}`));
    if (tests.length === 0 && issue !== "later")
      console.log(styleText("red", `${row} → no test (issue ${issue}): ${title}`));
  }
  const known = new Set(rows.map(({ row }) => row));
  const unknown = found.filter(({ row }) => !known.has(row));
  for (const { row, file } of unknown) console.log(styleText("red", `${row} → no such row: ${file}`));
  console.log(
    `${rows.length} rows: ${tested} tested, ${later} later, ${missing} without a test; ${found.length} tests`,
  );
  const breaks = await readBreaks();
  const seen = breaks.filter(({ stays }) => stays === undefined);
  const stale = await findStale(breaks, [...found, ...(await findClaimed())]);
  for (const { row, promise, file } of stale)
    console.log(styleText("red", `${row} → the break finds its text or test no more: ${promise} (${file})`));
  console.log(
    `${new Set(seen.map(({ row }) => row)).size} rows and claims were broken once and their tests seen red, by ${seen.length} breaks; ` +
      `${breaks.length - seen.length} breaks stay green, as another defence stands behind; ${stale.length} are stale`,
  );
  return missing + unknown.length > 0 ? 1 : 0;
}

async function mainBreaking(rows: readonly string[]): Promise<number> {
  const all = await readBreaks();
  for (const row of rows) if (!all.some((each) => each.row === row)) throw new TypeError(`No break of row ${row}.`);
  const chosen = all.filter(({ row }) => rows.length === 0 || rows.includes(row));
  const { found } = await findTests(TESTS);
  return (await breakDefences(chosen, [...found, ...(await findClaimed())])) ? 0 : 1;
}

try {
  const { values, positionals } = parseArgs({
    options: { break: { type: "boolean" }, help: { type: "boolean" } },
    allowPositionals: true,
  });
  if (!values.break && positionals.length > 1) throw new TypeError("One folder at most.");
  if (values.help) console.log(HELP);
  else if (values.break) process.exitCode = await mainBreaking(positionals);
  else process.exitCode = await main(path.resolve(positionals[0] ?? TESTS));
} catch (error) {
  if (!(error instanceof TypeError)) throw error;
  console.error(`${error.message}\n\n${HELP}`);
  process.exitCode = 2;
}
