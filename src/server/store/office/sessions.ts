/** Who is signed in. */
import { sql } from "kysely";
import type { SessionWay } from "../../../protocol/api/factors.ts";
import type { Database } from "../database.ts";
import { NEWEST, type StateName } from "./directories.ts";

export type SessionRow = {
  readonly idHash: Uint8Array;
  readonly memberId: Uint8Array;
  readonly entryHash: Uint8Array;
  readonly expires: Date;
  readonly begunOn: string;
  readonly way: SessionWay;
};

export async function insertSession(database: Database, session: SessionRow): Promise<void> {
  await database
    .insertInto("sessions")
    .values({
      id_hash: session.idHash,
      member_id: session.memberId,
      entry_hash: session.entryHash,
      expires: session.expires,
      begun_on: session.begunOn,
      way: session.way,
    })
    .execute();
}

export type FoundSession = {
  readonly memberId: Uint8Array;
  readonly entryHash: Uint8Array;
  readonly way: SessionWay;
  readonly newest: StateName;
};

type FoundRow = { member_id: Uint8Array; entry_hash: Uint8Array; way: SessionWay } & StateName;

/** A session that has not expired by the server's clock, which set its end, and the name of the newest directory, in one round trip. */
export async function findSession(database: Database, idHash: Uint8Array): Promise<FoundSession | undefined> {
  const { rows } = await sql<FoundRow>`
    SELECT member_id, entry_hash, way, newest.version, newest.hash, newest.statement
    FROM sessions, (${NEWEST}) AS newest
    WHERE id_hash = ${idHash} AND expires > ${new Date()}
  `.execute(database);
  const [row] = rows;
  if (row === undefined) return undefined;
  const { version, hash, statement } = row;
  return { memberId: row.member_id, entryHash: row.entry_hash, way: row.way, newest: { version, hash, statement } };
}

export type ListedSession = { readonly idHash: Uint8Array; readonly begunOn: string; readonly way: SessionWay };

export async function findSessionsOf(database: Database, memberId: Uint8Array): Promise<ListedSession[]> {
  const rows = await database
    .selectFrom("sessions")
    .select(["id_hash", "begun_on", "way"])
    .where("member_id", "=", memberId)
    .where("expires", ">", new Date())
    .orderBy("begun_on", "desc")
    .orderBy("id_hash")
    .execute();
  return rows.map((row) => ({ idHash: row.id_hash, begunOn: row.begun_on, way: row.way }));
}

export async function deleteSession(database: Database, idHash: Uint8Array): Promise<void> {
  await database.deleteFrom("sessions").where("id_hash", "=", idHash).execute();
}

/** Nobody ends a session of somebody else by its name. */
export async function deleteSessionOf(database: Database, memberId: Uint8Array, idHash: Uint8Array): Promise<void> {
  await database.deleteFrom("sessions").where("id_hash", "=", idHash).where("member_id", "=", memberId).execute();
}

export async function deleteOtherSessions(database: Database, memberId: Uint8Array, idHash: Uint8Array): Promise<void> {
  await database.deleteFrom("sessions").where("member_id", "=", memberId).where("id_hash", "!=", idHash).execute();
}
