import { once } from "node:events";
import * as fs from "node:fs/promises";
import { createServer } from "node:net";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import t from "tap";
import { waitUntil } from "../../src/client/line/waiting.ts";
import { freePort } from "../support/machine/free-port.ts";
import { callSegel, credentials, makeFolder, registerNumberIn, run, start, wordsIn } from "./programs.ts";

// A dozen starts, on machines that may be busy.
t.setTimeout(600_000);

const data = path.join(await makeFolder(t), "data");
const home = await makeFolder(t);
const port = await freePort();
const where = ["--origin", `http://127.0.0.1:${port}`];
const env = { SEGEL_DATA: data, SEGEL_HOME: home };

/** Processes of this installation: each has its data folder among its arguments, environment or working folder. */
async function processesOf(folder: string): Promise<string[]> {
  const found: string[] = [];
  for (const pid of (await fs.readdir("/proc")).filter((name) => /^\d+$/u.test(name) && Number(name) !== process.pid)) {
    const read = (name: string) => fs.readFile(`/proc/${pid}/${name}`, "utf8").catch(() => "");
    if (((await read("cmdline")) + (await read("environ"))).includes(folder))
      found.push((await read("cmdline")).replaceAll("\0", " "));
  }
  return found;
}

async function untilNoneOf(folder: string): Promise<string[]> {
  // A database ends by itself, when all is written; a busy disk has it do so late.
  await waitUntil(async () => (await processesOf(folder)).length === 0, { everyMs: 100, forMs: 60_000 });
  return processesOf(folder);
}

async function listed(): Promise<string[]> {
  const { code, out, err } = await callSegel(["read", "list", "--json", ...where], {
    env,
    input: await credentials(data, "pemeriksa-satu"),
  });
  if (code !== 0) throw new Error(err);
  return (JSON.parse(out) as { cases: { registerNumber: string }[] }).cases.map(({ registerNumber }) => registerNumber);
}

let sent = "";
let words = "";

t.test("the first start makes a demonstration, says who is who, and Ctrl-C ends all of it with 0", async (t) => {
  const segel = await start(t, data, port);
  t.comment(`ready after ${segel.readyAfterMs} ms`);
  for (const said of [
    segel.address,
    "pemeriksa-satu",
    "penanggung-jawab",
    "kustodian-tiga",
    "administrator",
    "npm run -s segel -- send",
  ]) {
    t.match(segel.said(), said);
  }
  t.notMatch(segel.said(), "\u001b", "no colours where nobody looks");
  for (const page of ["/", "/en", "/desk"]) {
    const answer = await fetch(segel.address + page);
    t.match(await answer.text(), /^<!doctype html>/iu, `${page} is served`);
  }
  const first = await callSegel(["send", path.join(data, "demo/report.json"), ...where], { env });
  sent = registerNumberIn(first.out);
  words = wordsIn(first.out);
  t.same(await listed(), [sent]);
  t.equal(await segel.end("SIGINT"), 0);
  t.same(await untilNoneOf(data), []);
});

t.test("all secrets of the demonstration are for their owner alone, and the server sees the public half", async (t) => {
  const entries = await fs.readdir(path.join(data, "demo"), { recursive: true, withFileTypes: true });
  t.ok(entries.length > 10);
  for (const entry of entries) {
    const { mode } = await fs.stat(path.join(entry.parentPath, entry.name));
    t.equal(mode & 0o777, entry.isDirectory() ? 0o700 : 0o600, entry.name);
  }
  t.same((await fs.readdir(path.join(data, "demo/keys"))).toSorted(), ["directory.json", "office.json", "roots.json"]);
});

t.test("a second start finds all data, and SIGTERM ends it with 0", async (t) => {
  const segel = await start(t, data, port);
  t.comment(`ready after ${segel.readyAfterMs} ms`);
  t.notMatch(segel.said(), /Enrolling/u, "members are enrolled once");
  t.same(await listed(), [sent]);
  const { code, out } = await callSegel(["check", ...where], { env, input: words });
  t.equal(code, 0);
  t.match(out, "State: Received");
  t.equal(await segel.end("SIGTERM"), 0);
  t.same(await untilNoneOf(data), []);
});

t.test(
  "kill -9 of the launcher ends server and database by themselves, and the next start finds all data",
  async (t) => {
    const killed = await start(t, data, port);
    t.equal(await killed.end("SIGKILL"), "SIGKILL");
    t.same(await untilNoneOf(data), []);
    const segel = await start(t, data, port);
    t.same(await listed(), [sent]);
    await segel.end("SIGTERM");
  },
);

t.test("the next start may follow a kill -9 at once", async (t) => {
  const killed = await start(t, data, port);
  await killed.end("SIGKILL");
  const segel = await start(t, data, port);
  t.same(await listed(), [sent]);
  await segel.end("SIGTERM");
});

t.test("a start that is ended before it is ready leaves nothing running", async (t) => {
  const other = path.join(await makeFolder(t), "data");
  for (const afterMs of [300, 900, 1_500]) {
    const interrupted = start(t, other, await freePort());
    const early = interrupted.then(
      ({ end }) => end("SIGINT"),
      () => 0,
    );
    await sleep(afterMs);
    for (const pid of await pidsOf(other)) process.kill(pid, "SIGINT");
    t.equal(await early, 0);
    t.same(await untilNoneOf(other), []);
  }
});

/** Launchers of this folder. */
async function pidsOf(folder: string): Promise<number[]> {
  const pids: number[] = [];
  for (const pid of (await fs.readdir("/proc")).filter((name) => /^\d+$/u.test(name))) {
    const read = (name: string) => fs.readFile(`/proc/${pid}/${name}`, "utf8").catch(() => "");
    if ((await read("cmdline")).includes("src/cli/start.ts") && (await read("environ")).includes(folder))
      pids.push(Number(pid));
  }
  return pids;
}

t.test("a port in use is one clear sentence", async (t) => {
  const taken = createServer().listen(0, "127.0.0.1");
  await once(taken, "listening");
  const address = taken.address();
  const number = typeof address === "object" && address !== null ? address.port : 0;
  const { code, err } = await run("start.ts", [], { env: { SEGEL_DATA: await makeFolder(t), PORT: String(number) } });
  taken.close();
  t.equal(code, 1);
  t.equal(err.trim().split("\n").length, 1);
  t.match(err, `Port ${number} on 127.0.0.1 is in use`);
});

t.test("a wrong port is wrong use", async (t) => {
  for (const PORT of ["x", "0", "65536", "-1", "80.5"]) {
    const { code, err } = await run("start.ts", [], { env: { SEGEL_DATA: await makeFolder(t), PORT } });
    t.equal(code, 2, PORT);
    t.match(err, `PORT "${PORT}"`);
  }
});

t.test("in production nothing is brought along: the server's refusal is one line", async (t) => {
  const folder = await makeFolder(t);
  const production = {
    SEGEL_DATA: folder,
    NODE_ENV: "production",
    PORT: String(port),
    KEYS_DIR: path.join(data, "demo/keys"),
  };
  const url = "postgresql://nobody@127.0.0.1:1/none";
  const refusals: readonly [env: NodeJS.ProcessEnv, said: string][] = [
    [{}, "DATABASE_URL"],
    [{ DATABASE_URL: url }, "ORIGIN"],
    [{ DATABASE_URL: url, ORIGIN: "http://segel.example" }, "ORIGIN"],
    [{ DATABASE_URL: url, ORIGIN: "https://segel.example" }, "demonstration"],
  ];
  for (const [settings, said] of refusals) {
    const { code, out, err } = await run("start.ts", [], { env: { ...production, ...settings } });
    t.equal(code, 1, said);
    t.match(err, said);
    t.equal(err.trim().split("\n").length, 1);
    t.equal(out, "");
  }
  t.same(await fs.readdir(folder), []);
});
