/** The server as a process of its own: started, watched, ended. */
import { spawn } from "node:child_process";
import { createServer } from "node:net";
import { fileURLToPath } from "node:url";
import { waitUntil } from "../../client/line/waiting.ts";

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
/** Of one question whether it is fit for work; then it is asked again. */
const HEALTH_TIMEOUT_MS = 2_000;

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
  const ended = new AbortController();
  void server.ended.then(() => ended.abort());
  const isFit = async () => (await isAnswering(address)) && !ended.signal.aborted;
  return waitUntil(isFit, { everyMs: POLL_MS, signal: AbortSignal.any([ended.signal, signal]) });
}

/** Whether a server is there and says that it is fit. */
export async function isAnswering(address: string): Promise<boolean> {
  const patience = AbortSignal.timeout(HEALTH_TIMEOUT_MS);
  const answer = await fetch(`${address}/api/health`, { signal: patience }).catch(() => undefined);
  await answer?.body?.cancel();
  return answer?.ok === true;
}

/** A server that lost its launcher needs a moment to end: so long a taken port is waited for. */
const PORT_PATIENCE_MS = 3_000;
const PORT_POLL_MS = 100;

export function isPortFree(host: string, port: number): Promise<boolean> {
  const isFree = async () => (await findPort(host, port)) !== undefined;
  return waitUntil(isFree, { everyMs: PORT_POLL_MS, forMs: PORT_PATIENCE_MS });
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
