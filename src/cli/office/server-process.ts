/** The server as a process of its own: started, watched, ended. */
import { spawn } from "node:child_process";
import { createServer } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";

export type ServerProcess = {
  /** Exit code, when it ends for whatever reason */
  readonly ended: Promise<number>;
  /** Asks it to end, and ends it. Twice does no harm. */
  readonly stop: () => Promise<void>;
};

const MAIN = fileURLToPath(new URL("../../server/main.ts", import.meta.url));
const END_WITH_PARENT = new URL("end-with-parent.ts", import.meta.url).href;

/** Small heaps: the server keeps no state, and a collection costs less than the memory. */
const NODE_FLAGS = ["--max-semi-space-size=2", "--max-old-space-size=64"];

const STOP_TIMEOUT_MS = 10_000;
const POLL_MS = 50;

export function startServer(env: NodeJS.ProcessEnv): ServerProcess {
  const child = spawn(process.execPath, [...NODE_FLAGS, "--import", END_WITH_PARENT, MAIN], {
    env,
    stdio: ["pipe", "inherit", "inherit"],
    // Its own process group: Ctrl-C reaches the launcher alone, which ends the server before the database.
    detached: true,
  });
  child.stdin.on("error", () => {});
  const ended = new Promise<number>((resolve) => {
    child.once("error", () => resolve(1));
    child.once("exit", (code) => resolve(code ?? 1));
  });
  return {
    ended,
    async stop() {
      child.kill("SIGTERM");
      const forced = setTimeout(() => child.kill("SIGKILL"), STOP_TIMEOUT_MS);
      await ended;
      clearTimeout(forced);
    },
  };
}

/** True when the server answers and is fit for work; false when it ended instead, or `signal` was raised. */
export async function isServing(address: string, server: ServerProcess, signal: AbortSignal): Promise<boolean> {
  let over = false;
  void server.ended.then(() => (over = true));
  while (!over && !signal.aborted) {
    const answer = await fetch(`${address}/api/health`, { signal: AbortSignal.timeout(2_000) }).catch(() => undefined);
    await answer?.body?.cancel();
    if (answer?.ok === true && !over) return true;
    await sleep(POLL_MS);
  }
  return false;
}

/** A server that lost its launcher needs a moment to end: so long a taken port is waited for. */
const PORT_PATIENCE_MS = 3_000;

export async function isPortFree(host: string, port: number): Promise<boolean> {
  for (const end = Date.now() + PORT_PATIENCE_MS; ; await sleep(100)) {
    if ((await findPort(host, port)) !== undefined) return true;
    if (Date.now() >= end) return false;
  }
}

/** The port itself when it is free, any free one for 0, undefined when it is taken. */
export function findPort(host: string, port: number): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", (error: NodeJS.ErrnoException) =>
      error.code === "EADDRINUSE" ? resolve(undefined) : reject(error),
    );
    probe.listen(port, host, () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address !== null ? address.port : undefined));
    });
  });
}
