/** Who reads a case: rows that give it to a member or begin a new epoch, and what waits for a member because of them. */
import { type RawBuilder, sql } from "kysely";
import { ID_BYTES } from "../../../crypto/id-size.ts";
import { GRANT_FROM_AT } from "../../../crypto/open-part.ts";
import { GRANTS_A_CASE } from "../../../protocol/limits.ts";
import { type Act, appendAct } from "../audit.ts";
import { isBehind, isRemovedAfter } from "./cases.ts";
import { type Database, byteas } from "../database.ts";

const bytea = (bytes: Uint8Array): RawBuilder<Buffer> => sql`${bytes}::bytea`;

type OpenRowToStore = {
  readonly memberId: Uint8Array;
  readonly handle: string;
  /** Under whose keys the row is sealed */
  readonly epoch: number;
  readonly sequence: number;
  readonly row: Uint8Array;
  readonly openPart: Uint8Array;
  readonly day: string;
  readonly act: Act;
};

export type EpochToStore = OpenRowToStore & {
  readonly accessKey: Uint8Array;
  readonly removed: readonly Uint8Array[];
  /** Of these, whoever has left the office: their wraps go. Who stepped back and returns must know what was seen before */
  readonly left: readonly Uint8Array[];
  readonly statement: Uint8Array;
  readonly signature: Uint8Array;
};

export type GrantToStore = OpenRowToStore & { readonly to: Uint8Array };

export type OpenRowOutcome = "stored" | "not-found" | "conflict";

/** Of a case that the member has proved. */
export async function findCaseId(
  database: Database,
  memberId: Uint8Array,
  handle: string,
): Promise<Uint8Array | undefined> {
  const { rows } = await sql<{ case_id: Uint8Array }>`
    SELECT case_id FROM cases JOIN access ON access.handle = cases.handle AND access.epoch = cases.epoch
      AND access.member_id = ${bytea(memberId)}
    WHERE cases.handle = ${handle}::uuid
  `.execute(database);
  return rows[0]?.case_id;
}

/**
 * Begins the next epoch: the row, its access key, and those who are removed are shut out, all or nothing.
 * The same bytes of the same member again get the same answer, although that member has proved the epoch before alone.
 */
export async function insertEpoch(database: Database, epoch: EpochToStore): Promise<OpenRowOutcome> {
  const { memberId, handle, accessKey, removed, left } = epoch;
  return database.transaction().execute(async (transaction) => {
    const current = await lockCase(transaction, handle);
    if (current === undefined) return "not-found";
    if (await isStored(transaction, epoch)) return "stored";
    if (!(await isProved(transaction, memberId, handle)))
      return (await isBehind(transaction, memberId, handle)) ? "conflict" : "not-found";
    if (epoch.epoch !== current + 1 || !(await isNext(transaction, epoch))) return "conflict";
    await insertRow(transaction, epoch, null);
    await sql`
      INSERT INTO epochs (handle, epoch, access_key, removed, statement, signature)
      VALUES (${handle}::uuid, ${epoch.epoch}::integer, ${bytea(accessKey)},
        ${byteas(removed)}, ${bytea(epoch.statement)}, ${bytea(epoch.signature)})
    `.execute(transaction);
    await sql`
      UPDATE cases SET epoch = ${epoch.epoch}::integer, access_key = ${bytea(accessKey)} WHERE handle = ${handle}::uuid
    `.execute(transaction);
    for (const { table, of } of [
      { table: sql.table("access"), of: removed },
      { table: sql.table("wraps"), of: left },
    ])
      await sql`
        DELETE FROM ${table} WHERE handle = ${handle}::uuid AND member_id = ANY(${byteas(of)})
      `.execute(transaction);
    await appendAct(transaction, epoch.act);
    return "stored";
  });
}

/** Gives the case to a member, who proves it then. */
export async function insertGrant(database: Database, grant: GrantToStore): Promise<OpenRowOutcome> {
  const { memberId, handle } = grant;
  return database.transaction().execute(async (transaction) => {
    const current = await lockCase(transaction, handle);
    if (current === undefined || !(await isProved(transaction, memberId, handle))) return "not-found";
    if (await isStored(transaction, grant)) return "stored";
    if (grant.epoch !== current || !(await isNext(transaction, grant))) return "conflict";
    await insertRow(transaction, grant, grant.to);
    await appendAct(transaction, grant.act);
    return "stored";
  });
}

/** The case's epoch. Members of one case take turns: what is looked at stays as it is. */
async function lockCase(transaction: Database, handle: string): Promise<number | undefined> {
  const { rows } = await sql<{ epoch: number }>`
    SELECT epoch FROM cases WHERE handle = ${handle}::uuid FOR UPDATE
  `.execute(transaction);
  return rows[0]?.epoch;
}

async function isProved(transaction: Database, memberId: Uint8Array, handle: string): Promise<boolean> {
  return (await findCaseId(transaction, memberId, handle)) !== undefined;
}

/** Whether exactly this row stands at its place, and this member was among the readers who may have written it. */
async function isStored(transaction: Database, row: GrantToStore | EpochToStore): Promise<boolean> {
  const signed = "statement" in row ? sql`AND signature = ${bytea(row.signature)}` : sql``;
  const { rows } = await sql`
    SELECT FROM messages LEFT JOIN epochs USING (handle, epoch)
    WHERE handle = ${row.handle}::uuid AND direction = 'internal' AND sequence = ${row.sequence}::integer
      AND epoch = ${row.epoch}::integer AND row = ${bytea(row.row)} AND open_part = ${bytea(row.openPart)} ${signed}
  `.execute(transaction);
  return rows.length === 1;
}

async function isNext(transaction: Database, { handle, sequence }: OpenRowToStore): Promise<boolean> {
  const { rows } = await sql<{ count: number }>`
    SELECT coalesce(max(sequence), 0) AS count FROM messages WHERE handle = ${handle}::uuid AND direction = 'internal'
  `.execute(transaction);
  return sequence === (rows[0]?.count ?? 0) + 1;
}

async function insertRow(transaction: Database, row: OpenRowToStore, to: Uint8Array | null): Promise<void> {
  await sql`
    INSERT INTO messages (handle, direction, sequence, epoch, stored_on, row, open_part, granted_to)
    VALUES (${row.handle}::uuid, 'internal', ${row.sequence}::integer, ${row.epoch}::integer, ${row.day}::date,
      ${bytea(row.row)}, ${bytea(row.openPart)}, ${to}::bytea)
  `.execute(transaction);
}

export type WaitingQuery = {
  readonly memberId: Uint8Array;
  readonly after: string | undefined;
  readonly atMost: number;
};

const comesAfter = (after: string | undefined) =>
  sql`(${after ?? null}::uuid IS NULL OR cases.handle > ${after ?? null}::uuid)`;

/** Of cases of which the member has proved an older epoch: the open part of the newest. Passes over cases with epochs, which are few. */
export async function findEpochs(
  database: Database,
  { memberId, after, atMost }: WaitingQuery,
): Promise<{ readonly handle: string; readonly openPart: Uint8Array }[]> {
  const { rows } = await sql<{ handle: string; openPart: Uint8Array }>`
    SELECT cases.handle, open_part AS "openPart" FROM epochs
    JOIN cases ON cases.handle = epochs.handle AND cases.epoch = epochs.epoch
    JOIN access ON access.handle = cases.handle AND access.epoch < cases.epoch
    JOIN messages ON messages.handle = cases.handle AND direction = 'internal' AND messages.epoch = cases.epoch
      AND open_part IS NOT NULL AND granted_to IS NULL
    WHERE access.member_id = ${bytea(memberId)} AND ${comesAfter(after)} ORDER BY cases.handle LIMIT ${atMost}::integer
  `.execute(database);
  return rows;
}

/**
 * Grants to the member of cases of which neither that epoch nor a later one was proved: of each colleague the newest,
 * since whether it opens the member alone can tell. The newest colleague's first.
 */
export async function findGrants(
  database: Database,
  { memberId, after, atMost }: WaitingQuery,
): Promise<{ readonly handle: string; readonly head: Uint8Array; readonly openPart: Uint8Array }[]> {
  const { rows } = await sql<{ handle: string; head: Uint8Array; openPart: Uint8Array }>`
    WITH given AS (
      SELECT cases.handle, head, open_part, sequence,
        substring(open_part FROM ${GRANT_FROM_AT + 1}::integer FOR ${ID_BYTES}::integer) AS giver
      FROM messages JOIN cases ON cases.handle = messages.handle
      LEFT JOIN access ON access.handle = cases.handle AND access.member_id = ${bytea(memberId)}
      WHERE granted_to = ${bytea(memberId)} AND (access.epoch IS NULL OR access.epoch < messages.epoch)
        AND NOT ${isRemovedAfter(memberId, sql`messages.epoch`)} AND ${comesAfter(after)}
    ), newest AS (SELECT DISTINCT ON (handle, giver) * FROM given ORDER BY handle, giver, sequence DESC)
    SELECT handle, head, open_part AS "openPart"
    FROM (SELECT *, row_number() OVER (PARTITION BY handle ORDER BY sequence DESC) AS place FROM newest) AS placed
    WHERE place <= ${GRANTS_A_CASE}::integer ORDER BY handle, sequence DESC LIMIT ${atMost}::integer
  `.execute(database);
  return rows;
}

/** Removals that name the member, of cases that the member has not proved since. */
export async function findRemovals(
  database: Database,
  { memberId, after, atMost }: WaitingQuery,
): Promise<{ readonly handle: string; readonly statement: Uint8Array; readonly signature: Uint8Array }[]> {
  const { rows } = await sql<{ handle: string; statement: Uint8Array; signature: Uint8Array }>`
    SELECT DISTINCT ON (cases.handle) cases.handle, statement, signature FROM epochs
    JOIN cases ON cases.handle = epochs.handle
    WHERE removed @> ARRAY[${bytea(memberId)}] AND ${comesAfter(after)}
      AND NOT EXISTS (SELECT FROM access WHERE access.handle = cases.handle AND access.member_id = ${bytea(memberId)})
    ORDER BY cases.handle, epochs.epoch DESC LIMIT ${atMost}::integer
  `.execute(database);
  return rows;
}

/** By which the epochs of a case began, the newest first. */
export async function findCaseRemovals(
  database: Database,
  handle: string,
  atMost: number,
): Promise<{ readonly statement: Uint8Array; readonly signature: Uint8Array }[]> {
  const { rows } = await sql<{ statement: Uint8Array; signature: Uint8Array }>`
    SELECT statement, signature FROM epochs WHERE handle = ${handle}::uuid
    ORDER BY epoch DESC LIMIT ${atMost}::integer
  `.execute(database);
  return rows;
}
