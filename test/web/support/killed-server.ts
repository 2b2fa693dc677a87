/** The server as people run it, a process of its own: killed at once, started again on the same database and address. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import * as fs from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import pg from "pg";
import type { Test } from "tap";
import { hex } from "../../../src/crypto/bytes.ts";
import { type Ground, layGround } from "./site.ts";
import { BARE_ENV } from "../../support/machine/bare-env.ts";

export type KillableSite = Ground & {
  /** SIGKILL: no farewell to browsers, none to the database. */
  readonly kill: () => Promise<void>;
  /** SIGSTOP: it takes connections and says nothing more, until it goes on. */
  readonly stop: () => void;
  readonly goOn: () => void;
  /** Returns when it answers. */
  readonly start: () => Promise<void>;
};

const MAIN = fileURLToPath(new URL("../../../src/server/main.ts", import.meta.url));
const START_TIMEOUT_MS = 60_000;

export async function startKillableSite(t: Pick<Test, "teardown">): Promise<KillableSite> {
  const ground = await layGround(t);
  const { organisation, origin, port, urls, webDir } = ground;
  const folder = await fs.mkdtemp(path.join(tmpdir(), "segel-test-"));
  t.teardown(() => fs.rm(folder, { recursive: true, force: true }));
  const { threshold, keys } = organisation.rootSet;
  await fs.writeFile(
    path.join(folder, "roots.json"),
    JSON.stringify({ threshold, keys: keys.map(hex), demonstration: true }),
  );
  await fs.writeFile(path.join(folder, "directory.json"), JSON.stringify(organisation.signed));
  const settings = {
    ...BARE_ENV,
    PORT: String(port),
    ORIGIN: origin,
    DATABASE_URL: urls.appUrl,
    SERVER_KEY_FILE: path.join(folder, "server.key"),
    KEYS_DIR: folder,
    WEB_DIR: webDir,
    LOG_LEVEL: "silent",
    // They come at moments of their own, and tests count what is stored.
    DECOYS: "off",
  };
  let server: ChildProcess | undefined;
  const kill = async () => {
    const killed = server;
    server = undefined;
    if (killed?.kill("SIGKILL") === true) await once(killed, "exit");
  };
  const start = async () => {
    server = spawn(process.execPath, [MAIN], { env: settings, stdio: ["ignore", "ignore", "inherit"] });
    for (const end = Date.now() + START_TIMEOUT_MS; ; await sleep(50)) {
      const answer = await fetch(`${origin}/api/health`).catch(() => undefined);
      await answer?.body?.cancel();
      if (answer?.ok === true) return;
      if (Date.now() > end) throw new Error("the server does not start");
    }
  };
  t.teardown(kill);
  await start();
  return {
    ...ground,
    kill,
    start,
    stop: () => void server?.kill("SIGSTOP"),
    goOn: () => void server?.kill("SIGCONT"),
  };
}

/**
 * Holds writers of `table` up, so that a moment can be met that lasts no time: the server has sent its statement and
 * the database works on it.
 */
export async function holdWriters(
  { urls }: Pick<Ground, "urls">,
  table: "inboxes" | "messages",
): Promise<{ readonly isWaited: () => Promise<void>; readonly letGo: () => Promise<void> }> {
  const client = new pg.Client({ connectionString: urls.ownerUrl });
  await client.connect();
  await client.query(`BEGIN; LOCK TABLE ${table} IN EXCLUSIVE MODE`);
  return {
    async isWaited() {
      const waiting = "SELECT 1 FROM pg_locks WHERE relation = $1::regclass AND NOT granted";
      while ((await client.query(waiting, [table])).rows.length === 0) await sleep(20);
    },
    async letGo() {
      await client.query("COMMIT");
      await client.end();
    },
  };
}
