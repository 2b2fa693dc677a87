/** A server and its PostgreSQL as real processes on one data folder, to be killed at any moment and started again. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import * as fs from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import type { Test } from "tap";
import { hex } from "../../../src/crypto/bytes.ts";
import { type EmbeddedPostgres, startPostgres } from "../../../src/cli/office/embedded-postgres.ts";
import { documentBytes, parseDirectory } from "../../../src/protocol/directory/directory.ts";
import { migrate } from "../../../src/server/store/migrate.ts";
import { makeOrganisation } from "../organisation.ts";
import { freePort } from "./free-port.ts";
import { type TestServer } from "./server.ts";
import { BARE_ENV } from "./bare-env.ts";
import { untilServing } from "./serving.ts";

const MAIN = fileURLToPath(new URL("../../../src/server/main.ts", import.meta.url));

export type Mortal = Pick<TestServer, "origin" | "organisation" | "directory" | "urls"> & {
  /** SIGKILL, and a new start that is over when the server answers. */
  readonly killServer: () => Promise<void>;
  /** SIGKILL to PostgreSQL and all its children at once, like a power cut; then a new start. */
  readonly killPostgres: () => Promise<void>;
};

export async function startMortal(t: Pick<Test, "teardown">): Promise<Mortal> {
  const folder = await fs.mkdtemp(path.join(tmpdir(), "segel-test-"));
  const organisation = makeOrganisation(Date.now());
  await fs.writeFile(
    path.join(folder, "roots.json"),
    JSON.stringify({ threshold: 1, keys: organisation.rootSet.keys.map(hex), demonstration: true }),
  );
  await fs.writeFile(path.join(folder, "directory.json"), JSON.stringify(organisation.signed));

  // Each start has its own folder of sockets; the server must find the database where it was.
  const sockets = path.join(folder, "sockets");
  let database: EmbeddedPostgres;
  const startDatabase = async (): Promise<void> => {
    database = await startPostgres(folder);
    await fs.rm(sockets, { force: true });
    await fs.symlink(decodeURIComponent(new URL(database.appUrl).host), sockets);
  };
  await startDatabase();
  const url = (role: string) => `postgresql://${role}@${encodeURIComponent(sockets)}/segel`;
  const urls = { ownerUrl: url("segel_owner"), appUrl: url("segel_app") };
  await migrate(urls.ownerUrl);

  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const env = {
    ...BARE_ENV,
    DATABASE_URL: urls.appUrl,
    KEYS_DIR: folder,
    SEGEL_DATA: folder,
    PORT: String(port),
    LOG_LEVEL: "silent",
    // They come at moments of their own and open for nobody: of what is not opened here something is lost.
    DECOYS: "off",
  };
  let server: ChildProcess;
  const startServer = async (): Promise<void> => {
    server = spawn(process.execPath, [MAIN], { env, stdio: "ignore" });
    await untilBack();
  };
  const hasEnded = () => server.exitCode !== null || server.signalCode !== null;
  const untilBack = async (): Promise<void> => {
    if (!(await untilServing(origin, hasEnded))) throw new Error("The server has ended by itself");
  };
  const endServer = async (): Promise<void> => {
    server.kill("SIGKILL");
    if (!hasEnded()) await once(server, "exit");
  };
  await startServer();

  t.teardown(async () => {
    await endServer();
    await database.stop();
    await fs.rm(folder, { recursive: true, force: true });
  });
  return {
    origin,
    urls,
    organisation,
    directory: parseDirectory(documentBytes(organisation.signed)),
    async killServer() {
      await endServer();
      await startServer();
    },
    async killPostgres() {
      await killAllIn(path.join(folder, "cluster"));
      await database.stop();
      await startDatabase();
      await untilBack();
    },
  };
}

/** What is killed is gone when the system has taken it away, which a busy machine does late. */
const GONE_MS = 30_000;

/** PostgreSQL's processes work in its data folder, and nothing else does. */
async function killAllIn(cluster: string): Promise<void> {
  const home = await fs.realpath(cluster);
  for (const end = performance.now() + GONE_MS; performance.now() < end; await sleep(5)) {
    const pids = (await fs.readdir("/proc")).filter((name) => /^\d+$/u.test(name));
    const homes = await Promise.all(pids.map((pid) => fs.readlink(`/proc/${pid}/cwd`).catch(() => "")));
    const left = pids.filter((_, index) => homes[index] === home);
    if (left.length === 0) return;
    for (const pid of left) {
      try {
        process.kill(Number(pid), "SIGKILL");
      } catch {
        // It went meanwhile.
      }
    }
  }
  throw new Error(`Processes of ${cluster} are there ${GONE_MS / 1_000} s after they were killed`);
}
