/** The server as a process of its own, as an operator starts it: settings in the environment, one line when it refuses. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import * as fs from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import type { Test } from "tap";
import { hex } from "../../../src/crypto/bytes.ts";
import { BARE_ENV } from "./bare-env.ts";
import { untilServing } from "./serving.ts";
import type { Organisation } from "../organisation.ts";

const MAIN = fileURLToPath(new URL("../../../src/server/main.ts", import.meta.url));

export type Ended = { readonly code: number | null; readonly output: string; readonly errors: string };

/** One that is to refuse does so within seconds; one that serves instead would never end. */
const REFUSING_MS = 75_000;

/** Runs the server until it ends, or until `during` has looked at it. `heard` is told all output so far. */
export async function run(
  settings: Record<string, string>,
  during?: (origin: string) => Promise<void>,
  heard?: (output: string) => void,
): Promise<Ended> {
  const child = spawn(process.execPath, [MAIN], {
    env: { ...BARE_ENV, ...settings },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  let errors = "";
  child.stdout.on("data", (chunk: Buffer) => {
    output += chunk.toString();
    heard?.(output);
  });
  child.stderr.on("data", (chunk: Buffer) => (errors += chunk.toString()));
  const ended = once(child, "close");
  const tooLate = during === undefined ? setTimeout(() => child.kill("SIGKILL"), REFUSING_MS) : undefined;
  try {
    if (during !== undefined) {
      const origin = `http://127.0.0.1:${settings["PORT"]}`;
      if (await untilServing(origin, () => child.exitCode !== null || child.signalCode !== null)) await during(origin);
      child.kill("SIGTERM");
    }
    const [code] = (await ended) as [number | null];
    return { code, output, errors };
  } finally {
    clearTimeout(tooLate);
    // Where it was not waited for to the end.
    child.kill("SIGKILL");
  }
}

/** A folder of keys, which may hold the server's own as well. */
export async function makeFolder(
  t: Pick<Test, "teardown">,
  organisation: Organisation,
  extra: object = {},
): Promise<string> {
  const folder = await fs.mkdtemp(path.join(tmpdir(), "segel-test-"));
  t.teardown(() => fs.rm(folder, { recursive: true, force: true }));
  const { threshold, keys } = organisation.rootSet;
  await fs.writeFile(path.join(folder, "roots.json"), JSON.stringify({ threshold, keys: keys.map(hex), ...extra }));
  await fs.writeFile(path.join(folder, "directory.json"), JSON.stringify(organisation.signed));
  return folder;
}
