/** Who may be told of a change, and how processes of one installation hear of it from each other. */
import { sql } from "kysely";
import { type Database, onNotification } from "./database.ts";

/** PostgreSQL's own name for what is told here; nothing of it is written into a table. */
const CHANNEL = "segel_changes";

/** Of these members those who have proved the newest epoch of one of these cases. */
export async function findProved(
  database: Database,
  handles: readonly string[],
): Promise<readonly { readonly member_id: Uint8Array }[]> {
  const { rows } = await sql<{ member_id: Uint8Array }>`
    SELECT DISTINCT member_id FROM access JOIN cases USING (handle, epoch) WHERE handle = ANY(${handles}::uuid[])
  `.execute(database);
  return rows;
}

export async function tellProcesses(database: Database, payload: Uint8Array): Promise<void> {
  await sql`SELECT pg_notify(${CHANNEL}, ${Buffer.from(payload).toString("base64")})`.execute(database);
}

/** On a connection that stays: what is told afterwards arrives there. */
export async function listenForProcesses(connection: Database): Promise<void> {
  await sql`LISTEN ${sql.id(CHANNEL)}`.execute(connection);
}

/** What this process itself has told arrives too. */
export function hearProcesses(database: Database, hear: (payload: Uint8Array) => void): void {
  onNotification(database, (text) => hear(new Uint8Array(Buffer.from(text, "base64"))));
}
