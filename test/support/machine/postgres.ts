/**
 * Every test that wants a database gets a fresh, migrated one on one real PostgreSQL.
 *
 * The first test file that asks starts the keeper (postgres-keeper.ts), all others find it, and it ends by itself
 * when the last of them is gone: the same for a whole run and for one file started with node.
 */
import { spawn } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import { once } from "node:events";
import * as fs from "node:fs/promises";
import { connect, type Socket } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import pg from "pg";
import type { Test } from "tap";
import { SUPERUSER, startPostgres } from "../../../src/cli/office/embedded-postgres.ts";
import { migrate } from "../../../src/server/store/migrate.ts";
import { BARE_ENV } from "./bare-env.ts";

export type TestDatabase = {
  /** Role `segel_owner`, for looking behind the application's back. */
  readonly ownerUrl: string;
  /** Role `segel_app`, for `buildApp`. */
  readonly appUrl: string;
};

/** What the keeper says to each who connects, once. */
export type Greeting = { readonly ownerUrl: string; readonly appUrl: string } | { readonly error: string };

export const TEMPLATE = "segel_template";

const KEEPER = fileURLToPath(new URL("postgres-keeper.ts", import.meta.url));
const REPOSITORY = new URL("../../../", import.meta.url);
const WAIT_MS = 60_000;
/** A thousand databases were made in 2.5 s each at the most, four at a time; once one of a run was never answered. */
const STATEMENT_MS = 20_000;
/** Whoever waits for a lock in a test waits for moments; a statement that is never answered is to be a failure with its place. */
const QUERY_MS = 60_000;
/** A keeper listens before it does anything else. */
const START_MS = 3_000;

/** A database with all migrations applied and nothing in it; dropped when `t` ends, open connections or not. */
export async function createTestDatabase(t: Pick<Test, "teardown">): Promise<TestDatabase> {
  const server = await findServer();
  const make = async (): Promise<string> => {
    const made = `test_${randomBytes(6).toString("hex")}`;
    await asSuperuser(server, `CREATE DATABASE ${made} TEMPLATE ${TEMPLATE} OWNER segel_owner`);
    return made;
  };
  const again =
    <Result>(work: () => Promise<Result>, what: string) =>
    (error: unknown): Promise<Result> => {
      console.error(`A database for a test was not ${what}, and that is asked for once more:`, error);
      return work();
    };
  const name = await make().catch(again(make, "made"));
  // Whoever is connected has five seconds to go, which a busy machine may not give them.
  const drop = () => asSuperuser(server, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  t.teardown(() => drop().catch(again(drop, "dropped")));
  return { ownerUrl: toDatabase(server.ownerUrl, name), appUrl: toDatabase(server.appUrl, name) };
}

/** A PostgreSQL of its own and its data folder, migrated: for who changes its settings or reads what is on its disk. */
export async function startOwnPostgres(
  t: Pick<Test, "teardown">,
): Promise<{ readonly folder: string; readonly postgres: RunningPostgres }> {
  const folder = await fs.mkdtemp(path.join(tmpdir(), "segel-test-"));
  const postgres = await startPostgres(folder);
  t.teardown(async () => {
    await postgres.stop();
    await fs.rm(folder, { recursive: true, force: true });
  });
  await migrate(postgres.ownerUrl);
  return { folder, postgres };
}

type RunningPostgres = Awaited<ReturnType<typeof startPostgres>>;

/** The same server, role and socket; another database. */
export function toDatabase(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.href;
}

/** One statement on a database, over a connection of its own. */
export async function query<Row extends pg.QueryResultRow>(
  url: string,
  text: string,
  values: unknown[] = [],
): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: QUERY_MS, query_timeout: QUERY_MS });
  await client.connect();
  try {
    return (await client.query<Row>(text, values)).rows;
  } finally {
    await client.end();
  }
}

/** One statement on the server's own database, as the role that may create databases. */
export async function asSuperuser(server: TestDatabase, statement: string): Promise<void> {
  const url = new URL(server.ownerUrl);
  url.username = SUPERUSER;
  const client = new pg.Client({
    connectionString: url.href,
    connectionTimeoutMillis: STATEMENT_MS,
    query_timeout: STATEMENT_MS,
    statement_timeout: STATEMENT_MS,
  });
  client.on("error", () => {});
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

/**
 * Where the keeper listens: an abstract socket (unix(7)), which nobody can hold twice and no crash leaves behind.
 * Other migrations make another name, so that no test meets a template of yesterday.
 */
export async function keeperAddress(): Promise<string> {
  const hash = createHash("sha256").update(`${REPOSITORY.href} ${process.getuid?.()}`);
  const migrations = new URL("migrations/", REPOSITORY);
  for (const name of (await fs.readdir(migrations)).toSorted()) {
    hash.update(name).update(await fs.readFile(new URL(name, migrations)));
  }
  return `\0segel-test-${hash.digest("hex").slice(0, 32)}`;
}

let found: Promise<TestDatabase> | undefined;

function findServer(): Promise<TestDatabase> {
  found ??= askKeeper();
  return found;
}

async function askKeeper(): Promise<TestDatabase> {
  const address = await keeperAddress();
  let startedAt = Number.NEGATIVE_INFINITY;
  for (const end = performance.now() + WAIT_MS; performance.now() < end; await sleep(20)) {
    const socket = await reach(address);
    if (socket === undefined) {
      // Again after a while: one that met a keeper about to end could not listen, and went.
      if (performance.now() - startedAt > START_MS) {
        startKeeper();
        startedAt = performance.now();
      }
      continue;
    }
    const greeting = await hear(socket);
    if (greeting === undefined) continue; // It was about to end: start the next.
    if ("error" in greeting) throw new Error(`No database for the tests: ${greeting.error}`);
    // Stays open as long as this process lives, which is how the keeper knows that it is needed.
    socket.unref();
    return greeting;
  }
  throw new Error(`No database for the tests: the keeper has not answered for ${WAIT_MS / 1_000} s`);
}

async function reach(address: string): Promise<Socket | undefined> {
  const socket = connect(address);
  return once(socket, "connect").then(
    () => socket,
    () => undefined,
  );
}

/** Undefined where it went, or says nothing: an iterator throws at both. */
async function hear(socket: Socket): Promise<Greeting | undefined> {
  let line = "";
  socket.on("error", () => {});
  socket.setTimeout(STATEMENT_MS, () => socket.destroy());
  try {
    for await (const chunk of socket.iterator({ destroyOnReturn: false })) {
      line += String(chunk);
      if (!line.endsWith("\n")) continue;
      socket.setTimeout(0);
      return JSON.parse(line) as Greeting;
    }
  } catch (error) {
    if (!socket.destroyed) throw error;
  }
  return undefined;
}

function startKeeper(): void {
  // Without tap's own variables: the keeper outlives the test that starts it and counts for no coverage.
  spawn(process.execPath, [KEEPER], { detached: true, stdio: "ignore", env: BARE_ENV }).unref();
}
