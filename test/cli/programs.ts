/** Our programs as people start them: input through a pipe, nothing of the surroundings. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import * as fs from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { PassThrough, Readable } from "node:stream";
import { text as textOf } from "node:stream/consumers";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import type { Test } from "tap";
import { BARE_ENV } from "../support/machine/bare-env.ts";
import { run as runSegel } from "../../src/cli/segel.ts";
import { within } from "../../src/cli/speech/surroundings.ts";
import { buildTestPages } from "../support/pages.ts";

export const root = fileURLToPath(new URL("../../", import.meta.url));

export type Finished = { readonly code: number | null; readonly out: string; readonly err: string };

/** A folder that ends with the test. */
export async function makeFolder(t: Pick<Test, "teardown">): Promise<string> {
  const folder = await fs.mkdtemp(path.join(tmpdir(), "segel-test-"));
  t.teardown(() => fs.rm(folder, { recursive: true, force: true }));
  return folder;
}

/** A data folder with pages of other roots: the launcher builds its own, and compresses again only what differs. */
export async function makeData(t: Pick<Test, "teardown">): Promise<string> {
  const data = path.join(await makeFolder(t), "data");
  await fs.mkdir(data, { mode: 0o700 });
  await fs.cp(await buildTestPages(), path.join(data, "web"), { recursive: true });
  return data;
}

// tap sets it where it is itself in colours; here every text is looked at without.
delete process.env["FORCE_COLOR"];

/** Whoever runs the tests may have a home and speak another language. */
const NOWHERE = "/nonexistent";
const LANG = "en_GB.UTF-8";

type Options = { readonly env?: NodeJS.ProcessEnv; readonly input?: string };

export function spawnProgram(program: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): ChildProcess {
  // Without tap's own variables, and with a home of nobody's.
  const base = { ...BARE_ENV, HOME: NOWHERE, LANG };
  return spawn(process.execPath, [path.join(root, "src/cli", program), ...args], {
    cwd: root,
    env: { ...base, ...env },
  });
}

/** `segel` as a function of this process: what a test needs unless it is about processes. */
export async function callSegel(args: readonly string[], { env, input = "" }: Options = {}): Promise<Finished> {
  const streams = { stdin: Readable.from([Buffer.from(input)]), stdout: new PassThrough(), stderr: new PassThrough() };
  const code = await within({ env: { LANG, SEGEL_HOME: NOWHERE, ...env }, ...streams }, () => runSegel(args));
  const [out, err] = await Promise.all([streams.stdout, streams.stderr].map((stream) => textOf(stream.end())));
  return { code, out: out ?? "", err: err ?? "" };
}

/** The same, and our other programs, as a process of their own. */
export async function run(
  program: string,
  args: readonly string[],
  { env, input = "" }: Options = {},
): Promise<Finished> {
  const child = spawnProgram(program, args, env);
  let out = "";
  let err = "";
  child.stdout?.on("data", (chunk) => (out += chunk));
  child.stderr?.on("data", (chunk) => (err += chunk));
  child.stdin?.on("error", () => {});
  child.stdin?.end(input);
  const [code] = await once(child, "close");
  return { code, out, err };
}

export type Started = {
  readonly address: string;
  readonly data: string;
  readonly child: ChildProcess;
  /** All that it has said so far */
  readonly said: () => string;
  readonly readyAfterMs: number;
  /** Raises a signal and waits for the end: the exit code, or the signal it died of */
  readonly end: (signal: NodeJS.Signals) => Promise<number | NodeJS.Signals>;
};

/** A first start builds the pages, which takes a minute where other tests build theirs. */
const READY_MS = 300_000;

/** `npm start` without npm, until it says that it is ready. */
export async function start(
  t: Pick<Test, "teardown">,
  data: string,
  port: number,
  env: NodeJS.ProcessEnv = {},
): Promise<Started> {
  const began = Date.now();
  const child = spawnProgram("start.ts", [], { SEGEL_DATA: data, PORT: String(port), ...env });
  let text = "";
  child.stdout?.on("data", (chunk) => (text += chunk));
  child.stderr?.on("data", (chunk) => (text += chunk));
  const ended = once(child, "exit").then(([code, signal]) => (code ?? signal) as number | NodeJS.Signals);
  let over = false;
  void ended.then(() => (over = true));
  const end = async (signal: NodeJS.Signals) => {
    if (!over) child.kill(signal);
    return ended;
  };
  t.teardown(() => end("SIGTERM"));
  for (const until = performance.now() + READY_MS; !text.includes("Ctrl-C"); await sleep(10)) {
    if (over) throw new Error(`It ended before it was ready: ${text}`);
    if (performance.now() > until) throw new Error(`It is not ready after ${READY_MS / 1_000} s: ${text}`);
  }
  return { address: `http://127.0.0.1:${port}`, data, child, said: () => text, readyAfterMs: Date.now() - began, end };
}

/** Name and passphrase of a member of the demonstration, as the commands read them from standard input. */
export function credentials(data: string, login: string): Promise<string> {
  return fs.readFile(path.join(data, "demo", login), "utf8");
}

/** The twelve words that `segel send` has printed. */
export function wordsIn(out: string): string {
  return [...out.matchAll(/^ *\d+\. (\w+)$/gmu)].map(([, word]) => word).join(" ");
}

export function registerNumberIn(out: string): string {
  return /Register number: (\S+)/u.exec(out)?.[1] ?? "";
}
