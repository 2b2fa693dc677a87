/** A day that stands in code is right on that day alone; so is a test that compares it with today. */
import * as fs from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import t from "tap";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** A moment made of a day in the code, not of what somebody says. */
const BY_HAND = /(?:Date\.parse|Date\.UTC|new Date)\(\s*["'`]?\d/u;
const NAMES_A_DAY = /["'`](?:19|20)\d\d-[01]\d-[0-3]\d/u;
const ASKS_FOR_TODAY = /Date\.now\(\)|new Date\(\)|today\(\)/u;

const knowsADay = (text: string) => BY_HAND.test(text);
const mixesDays = (text: string) => (NAMES_A_DAY.test(text) || BY_HAND.test(text)) && ASKS_FOR_TODAY.test(text);

/** Which files under `folder` are as `isWrong` says. Throws where there was nothing to look at. */
async function find(folder: string, isWrong: (text: string) => boolean): Promise<string[]> {
  const names = (await fs.readdir(path.join(root, folder), { recursive: true })).filter((name) =>
    /\.tsx?$/u.test(name),
  );
  if (names.length === 0) throw new Error(`no code under ${folder}`);
  const texts = await Promise.all(names.map((name) => fs.readFile(path.join(root, folder, name), "utf8")));
  return names.filter((_, at) => isWrong(texts[at] ?? ""));
}

t.test("no program knows a day that somebody wrote by hand", async (t) => {
  t.same(await find("src", knowsADay), []);
  for (const planted of [
    'const BUILT = Date.parse("2026-11-25T00:00:00Z");',
    "Date.UTC(2026, 10, 25)",
    "new Date(1e12)",
  ])
    t.ok(knowsADay(planted), planted);
  for (const planted of [
    "Date.parse(text)",
    "Date.UTC(year, month)",
    "new Date()",
    "new Date(`${day}T12:00`)",
    '/** "2026-11-25" */',
  ])
    t.notOk(knowsADay(planted), planted);
});

t.test("a test that names a day does not ask which day it is, nor does its support", async (t) => {
  // This file names what it looks for.
  const mixed = await find("test", mixesDays);
  t.same(mixed, ["repo/days.test.ts"]);
  t.ok(mixesDays('const NOW = Date.now();\nload("2027-06-01T00:00:00Z");'));
  t.notOk(mixesDays('const NOW = Date.parse("2026-11-25T08:00:00Z");\nload("2027-06-01T00:00:00Z");'));
});
