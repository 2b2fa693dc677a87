/** PgBouncer before a PostgreSQL that listens on a Unix socket, where Debian's package is installed. */
import { spawnSync } from "node:child_process";
import { once } from "node:events";
import * as fs from "node:fs/promises";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Test } from "tap";
import { waitUntil } from "../../../src/client/line/waiting.ts";
import { findAccount, giveTo, run } from "../../../src/cli/office/postgres-process.ts";
import { freePort } from "../../support/machine/free-port.ts";

/** Why tests with it are skipped, or false. */
export const WITHOUT_PGBOUNCER =
  spawnSync("pgbouncer", ["--version"]).status === 0 ? false : "pgbouncer is not installed here (Debian: pgbouncer)";

/** @param url of the database @param settings lines of its own for `[pgbouncer]` @returns the URL that leads through it */
export async function startPgbouncer(
  t: Pick<Test, "teardown">,
  url: string,
  settings: readonly string[],
): Promise<string> {
  const { hostname, pathname, username } = new URL(url);
  const folder = await fs.mkdtemp(path.join(tmpdir(), "segel-test-"));
  const port = await freePort();
  const config = path.join(folder, "pgbouncer.ini");
  const users = path.join(folder, "users");
  await fs.writeFile(users, `"${username}" ""\n`);
  await fs.writeFile(
    config,
    [
      "[databases]",
      `* = host=${decodeURIComponent(hostname)}`,
      "[pgbouncer]",
      "listen_addr = 127.0.0.1",
      `listen_port = ${port}`,
      "unix_socket_dir =",
      "auth_type = trust",
      `auth_file = ${users}`,
      ...settings,
      "",
    ].join("\n"),
  );
  const account = findAccount();
  await giveTo(account, folder);
  const child = run(account, "pgbouncer", ["-q", config]);
  child.stderr?.resume();
  t.teardown(async () => {
    child.kill("SIGKILL");
    if (child.exitCode === null && child.signalCode === null) await once(child, "exit");
    await fs.rm(folder, { recursive: true, force: true });
  });
  const hasEnded = () => child.exitCode !== null || child.signalCode !== null;
  const isDecided = async () => hasEnded() || (await isListening(port));
  if (!(await waitUntil(isDecided, { everyMs: 20, forMs: 30_000 })) || hasEnded())
    throw new Error(`pgbouncer does not listen on ${port}: ${settings.join(", ")}`);
  return `postgresql://${username}@127.0.0.1:${port}${pathname}`;
}

async function isListening(port: number): Promise<boolean> {
  const socket = connect(port, "127.0.0.1");
  socket.on("error", () => {});
  const isUp = await once(socket, "connect").then(
    () => true,
    () => false,
  );
  socket.destroy();
  return isUp;
}
