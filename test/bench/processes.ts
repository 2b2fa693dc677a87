/** Server processes for the bench: started, found ready by their first line, measured from outside, ended. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { hex } from "../../src/crypto/bytes.ts";
import { type TestDatabase, createTestDatabase } from "../support/machine/postgres.ts";
import { type Organisation, makeOrganisation } from "../support/organisation.ts";

/** What the reporter's requests are signed for; the servers are told so and listen elsewhere. */
export const ORIGIN = "http://127.0.0.1:8080";

/** As the launcher runs the server (src/cli/office/server-process.ts). */
const NODE_FLAGS = ["--max-semi-space-size=2", "--max-old-space-size=64"];

export type Running = { readonly address: string; readonly pid: number; readonly stop: () => Promise<void> };

export type Bench = {
  readonly organisation: Organisation;
  /** A fresh migrated database; dropped at the end. */
  readonly makeDatabase: () => Promise<TestDatabase>;
  readonly startServer: (
    database: TestDatabase,
    mode: "checked" | "unchecked" | "decoys" | "unaudited",
  ) => Promise<Running>;
  readonly startBare: (database: TestDatabase) => Promise<Running>;
  readonly end: () => Promise<void>;
};

export async function openBench(): Promise<Bench> {
  const folder = await mkdtemp(path.join(tmpdir(), "segel-bench-"));
  const organisation = makeOrganisation(Date.now());
  const keys = path.join(folder, "keys");
  await mkdir(keys);
  const roots = { threshold: organisation.rootSet.threshold, keys: organisation.rootSet.keys.map(hex) };
  await writeFile(path.join(keys, "roots.json"), JSON.stringify({ ...roots, demonstration: true }));
  await writeFile(path.join(keys, "directory.json"), JSON.stringify(organisation.signed));
  const ends: (() => unknown)[] = [() => rm(folder, { recursive: true, force: true })];
  const teardown = (end?: () => unknown): void => void (end === undefined || ends.unshift(end));
  const start = async (script: string, args: readonly string[], settings: Record<string, string>): Promise<Running> => {
    const running = await startProcess(script, args, settings);
    teardown(running.stop);
    return running;
  };
  return {
    organisation,
    makeDatabase: () => createTestDatabase({ teardown } as Parameters<typeof createTestDatabase>[0]),
    startServer: (database, mode) =>
      start("server.ts", [mode], {
        DATABASE_URL: database.appUrl,
        KEYS_DIR: keys,
        ORIGIN,
        SERVER_KEY_FILE: path.join(folder, "server.key"),
      }),
    startBare: (database) => start("bare-server.ts", [], { DATABASE_URL: database.ownerUrl }),
    async end() {
      for (const end of ends) await end();
    },
  };
}

async function startProcess(
  script: string,
  args: readonly string[],
  settings: Record<string, string>,
): Promise<Running> {
  const file = fileURLToPath(new URL(script, import.meta.url));
  const ahead = args.includes("unaudited") ? [`--import=${new URL("unaudited.ts", import.meta.url).href}`] : [];
  const child = spawn(process.execPath, [...NODE_FLAGS, ...ahead, file, ...args], {
    env: { PATH: process.env["PATH"], ...settings },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const address = await firstLine(child);
  return {
    address,
    pid: child.pid ?? 0,
    async stop() {
      child.kill("SIGKILL");
      if (child.exitCode === null && child.signalCode === null) await once(child, "exit");
    },
  };
}

async function firstLine(child: ChildProcess): Promise<string> {
  if (child.stdout === null) throw new Error("the process has no output");
  for await (const line of createInterface({ input: child.stdout })) return line;
  throw new Error("the process ended before it was ready");
}

/** Resident memory of a process, MiB, now or at its highest (proc_pid_status(5)). */
export async function memoryOf(pid: number, which: "VmRSS" | "VmHWM"): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, "utf8");
  const kilobytes = Number(new RegExp(`^${which}:\\s+(\\d+) kB`, "mu").exec(status)?.[1]);
  return kilobytes / 1_024;
}
