import { spawnSync } from "node:child_process";
import * as fs from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import t, { type Test } from "tap";
import { titlesIn } from "../support/test-titles.ts";

const script = fileURLToPath(new URL("../attacks.ts", import.meta.url));

function run(...args: readonly string[]) {
  return spawnSync(process.execPath, [script, ...args], { encoding: "utf8", env: { ...process.env, NO_COLOR: "1" } });
}

/** A folder with one test file of this text. */
async function plant(t: Test, text: string): Promise<string> {
  const folder = await fs.mkdtemp(path.join(tmpdir(), "segel-test-"));
  t.teardown(() => fs.rm(folder, { recursive: true }));
  await fs.writeFile(path.join(folder, "some.test.ts"), text);
  return folder;
}

t.test("every attack that this version promises to answer has a test, and every row is told", async (t) => {
  const { status, stdout } = run();
  t.equal(
    status,
    0,
    stdout
      .split("\n")
      .filter((line) => line.includes("no test"))
      .join("\n"),
  );
  const told = [...new Set(stdout.split("\n").flatMap((line) => / ?^(\d+a?) → /u.exec(line)?.[1] ?? []))];
  const rows = Array.from({ length: 84 }, (_, index) => String(index + 1)).flatMap((row) =>
    row === "9" ? ["9", "9a"] : [row],
  );
  t.same(told.slice(0, rows.length), rows);
  const all = JSON.parse(await fs.readFile(new URL("../attacks.json", import.meta.url), "utf8")) as { row: string }[];
  t.same(
    told,
    all.map(({ row }) => row),
  );
  t.match(stdout, /; 0 are stale$/mu, "what is taken out to see a test red stands in the code");
  t.notOk(stdout.includes("\u001b"), "NO_COLOR is heard");
});

t.test("a look that finds nothing to look at fails", async (t) => {
  const empty = await plant(t, "");
  t.match(run(empty), { status: 1, stderr: /no test of an attack/u });
  await fs.rm(path.join(empty, "some.test.ts"));
  t.match(run(empty), { status: 1, stderr: /no test of an attack/u });
});

t.test("a title in a comment or elsewhere counts for nothing, and one of no row is an error", async (t) => {
  const folder = await plant(
    t,
    '// t.test("attack 5: x")\nt.equal("attack 4: x");\nt.test("attack 1: x");\nt.test("attack 9999: x");',
  );
  const { status, stdout } = run(folder);
  t.equal(status, 1);
  t.match(stdout, /^1 → .*some\.test\.ts: x$/mu);
  t.match(stdout, /^5 → no test \(issue 2\)/mu);
  t.match(stdout, /^4 → no test \(issue 2\)/mu);
  t.match(stdout, /^9999 → no such row/mu);
});

t.test("help is given, and two folders are too many", async (t) => {
  t.match(run("--help"), { status: 0, stdout: /^Usage: npm run attacks/u });
  t.match(run("a", "b"), { status: 2, stderr: /Usage/u });
  t.match(run("--hlep"), { status: 2, stderr: /Usage/u });
  t.match(run("--break", "9999"), { status: 2, stderr: /No break of row 9999/u });
});

t.test("titles are read by a parser: quotes, templates, comments and regular expressions are told apart", async (t) => {
  const source = [
    't.test("double \\"quoted\\"", f);',
    "await t.test('single');",
    "t.test(\n  `template ${name} and ${`inner`}`,\n  f);",
    '/* t.test("in a comment") */ const pattern = /["\'`]/u; // t.test("behind one")',
    'const half = a / b; t.test("after a division", f);',
    "const text = \"t.test('in a text')\";",
    'it("another function");',
  ].join("\n");
  t.same(titlesIn(source), ['double "quoted"', "single", "template … and …", "after a division"]);
});
