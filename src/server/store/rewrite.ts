/** Rewriting rows, so that their places and transactions tell no more than days (migrations/0003_rewrite_rows.ts). */
import { sql } from "kysely";
import { type Database, one } from "./database.ts";

/** What waits meanwhile must not wait long for a lock that somebody else holds, a dump for example. */
const LOCK_TIMEOUT_MS = 2_000;
/** Any fixed number, the same for all processes. */
const REWRITE_LOCK = 5_349_718;

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
  await alone(database, (transaction) => sql`SELECT order_rows(${table})`.execute(transaction));
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
