import * as fs from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { sql } from "kysely";
import t from "tap";
import { startPostgres } from "../../../src/cli/office/embedded-postgres.ts";
import { type ConnectOptions, connect, isAlive, nameOf } from "../../../src/server/store/database.ts";
import { migrate } from "../../../src/server/store/migrate.ts";
import { makeOrganisation } from "../../support/organisation.ts";
import { WITHOUT_PGBOUNCER, startPgbouncer } from "./pgbouncer.ts";
import { asSuperuser, createTestDatabase, query, startOwnPostgres } from "../../support/machine/postgres.ts";
import { freePort } from "../../support/machine/free-port.ts";
import { makeFolder, run } from "../../support/machine/server-process.ts";
import { waitUntil } from "../../../src/client/line/waiting.ts";

// A PostgreSQL of its own: its settings are changed under everybody who is connected.
const { postgres } = await startOwnPostgres(t);

/** What the operator is told about a new connection, or "" when it is taken. */
async function refusal(url: string, options: ConnectOptions = {}): Promise<string> {
  const sentences: string[] = [];
  const { database, close } = connect(url, { ...options, onUnfit: (sentence) => sentences.push(sentence) });
  try {
    await isAlive(database);
    await isAlive(database);
    return sentences.join("\n");
  } catch (error) {
    t.equal((error as Error).message, sentences.join("\n"), "said once, and thrown");
    return sentences.join("\n");
  } finally {
    await close();
  }
}

async function changed(statement: string, undo: string, look: () => Promise<void>): Promise<void> {
  const readAt = async () =>
    (await query<{ at: string }>(postgres.ownerUrl, "SELECT pg_conf_load_time()::text AS at"))[0]?.at;
  const carryOut = async (text: string) => {
    const before = await readAt();
    await asSuperuser(postgres, text);
    await asSuperuser(postgres, "SELECT pg_reload_conf()");
    // The main process hears of it by a signal; connections that begin before are still of the old mind.
    const isRead = async () => (await readAt()) !== before;
    if (!(await waitUntil(isRead, { everyMs: 20, forMs: 30_000 }))) throw new Error(`It was not read: ${text}`);
  };
  await carryOut(statement);
  try {
    await look();
  } finally {
    await carryOut(undo);
  }
}

t.test("attack 103: what a database's settings take from durability is said in a sentence, one by one", async (t) => {
  t.equal(await refusal(postgres.appUrl), "", "as it comes");
  for (const [name, value, sentence] of [
    ["fsync", "off", /fsync is off.*Set fsync = on/u],
    ["full_page_writes", "off", /full_page_writes is off.*Set full_page_writes = on/u],
    ["default_transaction_read_only", "on", /takes no writes.*primary/u],
  ] as const)
    await changed(`ALTER SYSTEM SET ${name} = ${value}`, `ALTER SYSTEM RESET ${name}`, async () => {
      t.match(await refusal(postgres.appUrl), sentence, name);
    });
  await query(postgres.ownerUrl, "ALTER TABLE spent SET UNLOGGED");
  t.match(await refusal(postgres.appUrl), /table spent is UNLOGGED.*SET LOGGED/u);
  await query(postgres.ownerUrl, "ALTER TABLE spent SET LOGGED");
  t.equal(await refusal(postgres.appUrl), "");
});

t.test("attack 103: defaults that a connection may set itself are set, whatever the database says", async (t) => {
  const { ownerUrl, appUrl } = await createTestDatabase(t);
  const name = new URL(appUrl).pathname.slice(1);
  for (const setting of [
    "synchronous_commit = off",
    "statement_timeout = 0",
    "idle_in_transaction_session_timeout = 0",
    "datestyle = 'SQL, DMY'",
  ])
    await query(ownerUrl, `ALTER DATABASE ${name} SET ${setting}`);
  t.same(await settingsOf(appUrl), AS_WANTED);
});

const AS_WANTED = { commit: "on", statement: "30s", idle: "30s", style: "ISO" };

async function settingsOf(url: string): Promise<object | undefined> {
  const { database, close } = connect(url);
  const { rows } = await sql<object>`
    SELECT current_setting('synchronous_commit') AS commit, current_setting('statement_timeout') AS statement,
      current_setting('idle_in_transaction_session_timeout') AS idle, split_part(current_setting('datestyle'), ',', 1) AS style
  `.execute(database);
  await close();
  return rows[0];
}

t.test("attack 103: where two disks are promised, a standby must be named and connected", async (t) => {
  t.match(await refusal(postgres.appUrl, { disks: 2 }), /DATABASE_DISKS.*synchronous_standby_names is empty/u);
  await changed(
    "ALTER SYSTEM SET synchronous_standby_names = 'second'",
    "ALTER SYSTEM RESET synchronous_standby_names",
    async () => {
      t.match(await refusal(postgres.appUrl, { disks: 2 }), /DATABASE_DISKS.*no standby is connected/u);
    },
  );
});

t.test("attack 103: the name of a statement comes from its text, so that one never runs in another's place", (t) => {
  const [first, second] = ["SELECT $1::integer", "SELECT $1::integer + 1"].map(nameOf);
  t.not(first, second);
  // In another process, where they are used in another order, as well.
  t.equal(first, "segel_b2Yrt-DrZvzFxON5mAZKpQV_uUVDZSBQeEMtjURf6aI");
  t.ok((first ?? "").length < 64, "PostgreSQL cuts names after 63 bytes");
  t.end();
});

t.test(
  "attack 103: a pooler that keeps sessions is fine, and what it drops of our settings is set anew",
  {
    skip: WITHOUT_PGBOUNCER,
  },
  async (t) => {
    await query(postgres.ownerUrl, "ALTER DATABASE segel SET synchronous_commit = off");
    t.teardown(() => query(postgres.ownerUrl, "ALTER DATABASE segel RESET synchronous_commit"));
    const url = await startPgbouncer(t, postgres.appUrl, ["pool_mode = session", "default_pool_size = 20"]);
    t.equal(await refusal(url), "");
    t.same(await settingsOf(url), AS_WANTED);
  },
);

t.test(
  "attack 103: a pooler that lends connections by transaction or statement, or too few, is refused in a sentence",
  {
    skip: WITHOUT_PGBOUNCER,
  },
  async (t) => {
    for (const settings of [
      ["pool_mode = transaction"],
      ["pool_mode = transaction", "server_round_robin = 1"],
      ["pool_mode = transaction", "default_pool_size = 1"],
      ["pool_mode = statement"],
    ]) {
      const url = await startPgbouncer(t, postgres.appUrl, settings);
      t.match(await refusal(url), /pooler.*by transaction or statement.*pool_mode = session/u, settings.join(", "));
    }
    const keys = await makeFolder(t, makeOrganisation(Date.now()));
    const url = await startPgbouncer(t, postgres.appUrl, ["pool_mode = transaction"]);
    const { code, errors } = await run({ DATABASE_URL: url, KEYS_DIR: keys, SEGEL_DATA: keys });
    t.equal(code, 1);
    t.match(errors, /^DATABASE_URL: A pooler .*\n$/u, "and the server does not start");
  },
);

t.test("a server that is started before its database waits for it, and says so", async (t) => {
  const home = await fs.mkdtemp(path.join(tmpdir(), "segel-test-"));
  t.teardown(() => fs.rm(home, { recursive: true, force: true }));
  const first = await startPostgres(home);
  await migrate(first.ownerUrl);
  await first.stop();
  const keys = await makeFolder(t, makeOrganisation(Date.now()));
  // Its sockets have another folder at each start; the server knows one address.
  const sockets = path.join(home, "sockets");
  const port = await freePort();
  let isServing = false;
  let goOn = (): void => {};
  const waits = new Promise<void>((resolve) => (goOn = resolve));
  const server = run(
    {
      DATABASE_URL: `postgresql://segel_app@${encodeURIComponent(sockets)}/segel`,
      KEYS_DIR: keys,
      SEGEL_DATA: keys,
      PORT: String(port),
    },
    async () => {
      isServing = true;
    },
    (output) => output.includes("waiting for PostgreSQL") && goOn(),
  );
  // Where it ends instead, what it said is told below.
  await Promise.race([waits, server]);
  const again = await startPostgres(home);
  t.teardown(() => again.stop());
  await fs.symlink(decodeURIComponent(new URL(again.appUrl).host), sockets);
  const { code, output, errors } = await server;
  t.same([code, errors, isServing], [0, "", true]);
  t.match(output, /"waiting for PostgreSQL"/u);
});
