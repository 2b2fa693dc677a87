/**
 * The tables under "Waiting" in src/README.md say what the code says: no number drifts, and no new time-out stays out of
 * them. And tests wait in a page in one way.
 */
import * as fs from "node:fs/promises";
import t from "tap";
import * as SCHEDULES from "../../src/client/line/schedules.ts";

const src = new URL("../../src/", import.meta.url);
const read = (name: string) => fs.readFile(new URL(name, src), "utf8");

const UNITS: Readonly<Record<string, number>> = {
  ms: 1,
  s: 1_000,
  min: 60_000,
  h: 3_600_000,
  days: 86_400_000,
  KiB: 1_024,
  MiB: 1_048_576,
  GiB: 1_073_741_824,
  MB: 1_000_000,
  times: 1,
  "": 1,
};

/** What a constant is counted in, by the end of its name */
const SCALES: Readonly<Record<string, number>> = { SECONDS: 1_000, DAYS: 86_400_000 };

const section = (await read("README.md")).split("\n## Waiting\n")[1]?.split("\n## ")[0] ?? "";
const rows = section
  .split("\n")
  .map((line) => line.split("|").map((cell) => cell.trim()))
  .map(([, what = "", value = "", where = ""]) => ({ what, value, where: /^`(.+)` `(.+)`$/u.exec(where) }))
  .flatMap(({ what, value, where }) => (where === null ? [] : [{ what, value, file: where[1]!, name: where[2]! }]));

/** Of a constant that is a product of numbers */
const CONSTANT = /^(?:export )?const ([A-Z_]+) = ([\d_]+(?: \* [\d_]+)*);/gmu;

function constantsOf(code: string): Map<string, number> {
  const all = [...code.matchAll(CONSTANT)].map(([, name = "", product = ""]) => {
    const factors = product.split(" * ").map((factor) => Number(factor.replaceAll("_", "")));
    const scale = SCALES[name.split("_").at(-1) ?? ""] ?? 1;
    return [name, factors.reduce((all, one) => all * one, scale)] as const;
  });
  return new Map(all);
}

function valueOf(text: string): number {
  const [, number = "", unit = ""] = /^([\d.]+) ?([A-Za-z]*)$/u.exec(text) ?? [];
  return Number(number) * (UNITS[unit] ?? Number.NaN);
}

t.test("each number of the tables is the one in the code", async (t) => {
  t.ok(rows.length > 60);
  for (const { what, value, file, name } of rows) {
    if (file.endsWith("/schedules.ts")) continue;
    t.equal(constantsOf(await read(file)).get(name), valueOf(value), `${what}: ${file} ${name}`);
  }
});

t.test("each schedule stands in the table, pause by pause", (t) => {
  const told = rows.filter(({ file }) => file.endsWith("/schedules.ts"));
  t.same(
    new Map(told.map(({ name, value }) => [name, value])),
    new Map(
      Object.entries(SCHEDULES).map(([name, { pausesMs, isEndless = false }]) => [
        name,
        `${pausesMs.map((ms) => ms / 1_000).join(", ")} s, ${isEndless ? "and so on" : "then given up"}`,
      ]),
    ),
  );
  t.end();
});

/** What days are counted by, and the days of a signature: nobody waits for them. */
const NO_WAITING = new Set(["DAY_MS", "RENEW_BEFORE_MS"]);

t.test("each constant of time in the code stands in the table", async (t) => {
  const files = (await fs.readdir(src, { recursive: true })).filter((name) => /\.tsx?$/u.test(name));
  const missing: string[] = [];
  for (const file of files) {
    for (const name of constantsOf(await read(file)).keys()) {
      const isTime = name.endsWith("_MS") && !NO_WAITING.has(name);
      if (isTime && !rows.some((row) => row.file === file && row.name === name)) missing.push(`${file} ${name}`);
    }
  }
  t.same(missing, []);
});

t.test("no two locks of the database have one number, those of migrations included", async (t) => {
  const found: string[] = [];
  for (const [folder, pattern] of [
    [new URL("server/", src), /\bconst [A-Z_]*LOCK = ([\d_]+);/gu],
    [new URL("../migrations/", src), /\bpg_(?:try_)?advisory_\w+\(([\d_]+)/gu],
  ] as const)
    for (const name of (await fs.readdir(folder, { recursive: true })).filter((one) => one.endsWith(".ts"))) {
      const code = await fs.readFile(new URL(name, folder), "utf8");
      found.push(...[...code.matchAll(pattern)].map(([, number = ""]) => number.replaceAll("_", "")));
    }
  t.ok(found.length >= 8);
  t.same(found.toSorted(), [...new Set(found)].toSorted());
});

t.test(
  "a test waits in a page by `wait.ts`: puppeteer by itself looks at each frame, and a page behind another has none",
  async (t) => {
    const test = new URL("../", import.meta.url);
    const files = (await fs.readdir(test, { recursive: true })).filter((name) => name.endsWith(".ts"));
    const bare: string[] = [];
    for (const file of files) {
      const code = await fs.readFile(new URL(file, test), "utf8");
      if (/\.waitFor(?:Function|Selector)\b/u.test(code)) bare.push(file);
    }
    t.same(bare, ["web/support/wait.ts"]);
  },
);
