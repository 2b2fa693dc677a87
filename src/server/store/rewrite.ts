/** Rewriting rows, so that their places and transactions tell no more than days (migrations/0003_rewrite_rows.ts). */
import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "kysely";
import { type Database, one } from "./database.ts";

/** What waits meanwhile must not wait long for a lock that somebody else holds, a dump for example. */
const LOCK_TIMEOUT_MS = 2_000;
/** Any fixed number, the same for all processes. */
const REWRITE_LOCK = 5_349_718;
/** So often a table is laid out before it is given up for some minutes. */
const TRIES = 3;
/** Transactions of other databases are mostly over within milliseconds. */
const OLDER_MS = 10_000;
const OLDER_POLL_MS = 50;

/** Names of the tables that are rewritten; migrations say which. */
export async function findRewritten(database: Database): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`SELECT name FROM rewrites ORDER BY name`.execute(database);
  return rows.map(({ name }) => name);
}

/** Moves the cells of files that were claimed before `day`. */
export async function settleCells(database: Database, day: string): Promise<void> {
  await alone(database, (transaction) => sql`SELECT settle_cells(${day}::date)`.execute(transaction));
}

/** Readers go on; writers wait until the first step is over, and everybody during the second. */
export async function rewriteTable(database: Database, table: string, day: string): Promise<void> {
  await alone(database, (transaction) => sql`SELECT rewrite_rows(${table}, ${day}::date)`.execute(transaction));
  await orderRows(database, table);
}

/**
 * `CLUSTER` also copies rows that are removed already and that some older snapshot might still see. What lies beside such a
 * row may be gone: autovacuum passes over that table by itself, and leaves transactions of other databases out of account,
 * which a snapshot does not. Then PostgreSQL says of a row that nobody can read any more that a piece of it is missing (its
 * bugs 18351 and 19519), and does nothing. Once those transactions are over the row is not copied.
 */
async function orderRows(database: Database, table: string): Promise<void> {
  for (let left = TRIES; ; left--) {
    try {
      await alone(database, (transaction) => sql`SELECT order_rows(${table})`.execute(transaction));
      return;
    } catch (error) {
      // The same code is said of damage, which does not pass: it is thrown in the end.
      if ((error as { code?: unknown }).code !== "XX001" || left === 1) throw error;
      await waitForOlder(database);
    }
  }
}

/** Returns when every transaction that runs now, in whatever database, is over; or after ten seconds. */
async function waitForOlder(database: Database): Promise<void> {
  const { next } = one(
    (await sql<{ next: string }>`SELECT pg_snapshot_xmax(pg_current_snapshot())::text AS next`.execute(database)).rows,
  );
  const isOver = sql<{ is: boolean }>`SELECT pg_snapshot_xmin(pg_current_snapshot()) >= ${next}::xid8 AS is`;
  for (const end = performance.now() + OLDER_MS; performance.now() < end; await sleep(OLDER_POLL_MS)) {
    if (one((await isOver.execute(database)).rows).is) return;
  }
}

/** Bytes of cells that have not settled. */
export async function countArrivedBytes(database: Database): Promise<number> {
  const { rows } = await sql<{ bytes: number }>`
    SELECT coalesce(sum(octet_length(content)), 0)::bigint AS bytes FROM file_cells
  `.execute(database);
  return one(rows).bytes;
}

/** Ends the write-ahead log so far, which the database then removes. False where the owner's role may not. */
export async function forgetTimes(database: Database): Promise<boolean> {
  try {
    await alone(database, (transaction) => sql`SELECT forget_times()`.execute(transaction));
    return true;
  } catch (error) {
    if ((error as { code?: unknown }).code === "42501") return false;
    throw error;
  }
}

/** One process at a time, however long it takes. */
async function alone(database: Database, work: (transaction: Database) => Promise<unknown>): Promise<void> {
  await database.transaction().execute(async (transaction) => {
    await sql`SELECT set_config('statement_timeout', '0', true), set_config('lock_timeout', ${String(LOCK_TIMEOUT_MS)}, true)`.execute(
      transaction,
    );
    await sql`SELECT pg_advisory_xact_lock(${REWRITE_LOCK}::bigint)`.execute(transaction);
    await work(transaction);
  });
}

/** What a database must be set to, or it keeps times longer than the rewriting can mend. */
const EXPECTED: Readonly<Record<string, string>> = {
  archive_mode: "off",
  track_commit_timestamp: "off",
  wal_init_zero: "on",
  wal_keep_size: "0",
  wal_recycle: "off",
};

/** Names of settings by which the database keeps times longer. */
export async function findTimeKeepers(database: Database): Promise<string[]> {
  const { rows } = await sql<{ name: string; setting: string }>`
    SELECT name, setting FROM pg_settings WHERE name = ANY(${Object.keys(EXPECTED)}::text[]) ORDER BY name
  `.execute(database);
  return rows.filter(({ name, setting }) => setting !== EXPECTED[name]).map(({ name }) => name);
}
