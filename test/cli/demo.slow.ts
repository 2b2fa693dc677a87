import { once } from "node:events";
import * as fs from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import t from "tap";
import { waitUntil } from "../../src/client/line/waiting.ts";
import { freePort } from "../support/machine/free-port.ts";
import { makeData, makeFolder, root, run, spawnProgram, start } from "./programs.ts";

t.setTimeout(600_000);

const fixtures = path.join(root, "test/fixtures");
const data = await makeData(t);
const { address } = await start(t, data, await freePort());
const env = { SEGEL_DATA: data };

async function countIn(file: string): Promise<number> {
  return (JSON.parse(await fs.readFile(file, "utf8")) as unknown[]).length;
}

t.test("the story is whole for every report, however difficult its text", async (t) => {
  const file = path.join(fixtures, "difficult-reports.json");
  const count = await countIn(file);
  const { code, out, err } = await run("demo.ts", [file, "--origin", address], { env });
  const lines = out.trim().split("\n");
  t.equal(lines.at(-1), `${count} reports, ${count} whole, 0 failed`, out + err);
  t.equal(lines.length, count + 1, "one line a report");
  for (const line of lines.slice(0, -1))
    t.match(line, /whole .*seal \d+ .*send \d+ .*answer \d+ .*judge \d+ .*closed \d+ .*conclusion \d+ .*total \d+ ms/u);
  t.equal(code, 0);
});

t.test("reports up to the limits are whole, and beyond them are refused with the reason", async (t) => {
  const what = "Unit".length;
  const base = { unitName: "Unit", title: "Judul" };
  const longest = 200_000 - what - "Judul".length;
  const reports = [
    { ...base, what: "🕊".repeat(longest) },
    { ...base, what: "e\u0301".repeat(longest / 2) + "é" },
    { ...base, what: "a".repeat(longest + 1) },
    { ...base, what: "\u0001".repeat(190_000) },
    { ...base, title: "x".repeat(121), what: "isi" },
    { ...base, what: "" },
    { ...base, what: "isi", suspect: "?" },
    "no report",
  ];
  const file = path.join(await makeFolder(t), "limits.json");
  await fs.writeFile(file, JSON.stringify(reports));
  const { code, out } = await run("demo.ts", [file, "--origin", address], { env });
  const lines = out.trim().split("\n");
  const expected = [
    /whole/u,
    /whole/u,
    /200,000/u,
    /1,048,575/u,
    /title.*120/u,
    /description/u,
    /"suspect"/u,
    /no report/u,
  ];
  for (const [index, pattern] of expected.entries()) t.match(lines[index], pattern);
  t.equal(lines.at(-1), "8 reports, 2 whole, 6 failed");
  t.equal(code, 1);
});

t.test("a file that is no JSON, empty or missing is wrong use, and nothing of it is quoted", async (t) => {
  const folder = await makeFolder(t);
  const contents = {
    "broken.json": '[{"what": "canary',
    "empty.json": "[]",
    "latin.json": Buffer.from([0x22, 0xe9, 0x22]),
    "void.json": "",
  };
  for (const [name, content] of Object.entries(contents)) await fs.writeFile(path.join(folder, name), content);
  for (const name of [...Object.keys(contents), "missing.json"]) {
    const { code, out, err } = await run("demo.ts", [path.join(folder, name)]);
    t.equal(code, 2, name);
    t.equal(err.trim().split("\n").length, 1);
    t.notMatch(out + err, "canary");
  }
});

t.test("a server that cannot be reached is a sentence and exit 1", async (t) => {
  const { code, err } = await run(
    "demo.ts",
    [path.join(fixtures, "sample-reports.json"), "--origin", `http://127.0.0.1:${await freePort()}`],
    { env },
  );
  t.equal(code, 1);
  t.match(err, "cannot be reached");
});

t.test("without --origin it brings a server of its own, and cleans up, also when it is interrupted", async (t) => {
  const temporary = await makeFolder(t);
  const before = await fs.readdir(tmpdir());
  // It tells its server nothing of the surroundings, so neither of a clock that was moved: both have the machine's.
  const env = { TMPDIR: temporary, LD_PRELOAD: "" };
  const whole = await run("demo.ts", [path.join(fixtures, "sample-reports.json")], { env });
  t.match(whole.out, "11 reports, 11 whole, 0 failed");
  t.equal(whole.code, 0);
  t.same(await fs.readdir(temporary), []);

  const child = spawnProgram("demo.ts", [path.join(fixtures, "difficult-reports.json")], env);
  child.stderr?.resume();
  await once(child.stdout ?? child, "data");
  child.kill("SIGINT");
  const [code] = await once(child, "exit");
  t.equal(code, 130);
  // Its database ends by itself, which a busy machine has it do late.
  await waitUntil(async () => (await fs.readdir(temporary)).length === 0, { everyMs: 100, forMs: 60_000 });
  t.same(await fs.readdir(temporary), []);
  const sockets = (names: string[]) => names.filter((name) => name.startsWith("segel-demo"));
  t.same(sockets(await fs.readdir(tmpdir())), sockets(before));
});
