/**
 * Which processes of an installation are there: each holds one lock, on a connection of its own, as long as it lives, and
 * hears the others on it.
 */
import { sql } from "kysely";
import { listenForProcesses } from "../changes.ts";
import { type Database, one } from "../database.ts";

/** Any fixed number, the same for all processes. */
const PRESENCE_LOCK = 5_349_719;

/** Goes on until `work` is over, or throws when the connection breaks. */
export async function bePresent(
  database: Database,
  work: (count: () => Promise<number>) => Promise<void>,
): Promise<void> {
  await database.connection().execute(async (connection) => {
    await sql`SELECT pg_advisory_lock_shared(${PRESENCE_LOCK}::bigint)`.execute(connection);
    try {
      await listenForProcesses(connection);
      await work(async () => {
        const { rows } = await sql<{ processes: number }>`
          SELECT count(*) AS processes FROM pg_locks
          WHERE locktype = 'advisory' AND classid = 0 AND objid = ${PRESENCE_LOCK}::integer AND objsubid = 1 AND granted
            AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
        `.execute(connection);
        return one(rows).processes;
      });
    } finally {
      // The connection goes back to the others.
      await sql`UNLISTEN *`.execute(connection);
      await sql`SELECT pg_advisory_unlock_shared(${PRESENCE_LOCK}::bigint)`.execute(connection);
    }
  });
}
