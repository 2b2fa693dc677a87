/** What decoy heads are drawn from, and where they lie among heads that nobody has opened. */
import { sql } from "kysely";
import type { Database } from "../database.ts";

export type UnopenedHead = {
  readonly handle: string;
  readonly channel_id: Uint8Array;
  readonly arrived_on: string;
  readonly bytes: number;
};

/** Heads without a proof of anybody, of a day and later; a decoy is always among them. The first so many after a handle. */
export async function findUnopenedHeads(
  database: Database,
  since: string,
  after: string,
  atMost: number,
): Promise<readonly UnopenedHead[]> {
  const { rows } = await sql<UnopenedHead>`
    SELECT handle, channel_id, arrived_on,
      octet_length(head) + octet_length(body) + octet_length(identity_head) + octet_length(identity_body) AS bytes
    FROM cases WHERE handle > ${after}::uuid AND arrived_on >= ${since}::date
      AND NOT EXISTS (SELECT FROM access WHERE access.handle = cases.handle)
    ORDER BY handle LIMIT ${atMost}::integer
  `.execute(database);
  return rows;
}

export type Opened = { readonly channel_id: Uint8Array; readonly all: number; readonly recent: number };

/** By channel: reports that a member has opened, all of them and those of a day and later. */
export async function countOpened(database: Database, since: string): Promise<readonly Opened[]> {
  const { rows } = await sql<Opened>`
    SELECT channel_id, count(*) AS all, count(*) FILTER (WHERE arrived_on >= ${since}::date) AS recent
    FROM cases WHERE EXISTS (SELECT FROM access WHERE access.handle = cases.handle) GROUP BY channel_id
  `.execute(database);
  return rows;
}

/** Lengths of bodies of some reports that were opened, drawn by the order of their random handles. */
export async function findSomeBodyBytes(database: Database, after: string, atMost: number): Promise<readonly number[]> {
  const { rows } = await sql<{ bytes: number }>`
    SELECT octet_length(body) AS bytes FROM cases
    WHERE handle > ${after}::uuid AND EXISTS (SELECT FROM access WHERE access.handle = cases.handle)
    ORDER BY handle LIMIT ${atMost}::integer
  `.execute(database);
  return rows.map(({ bytes }) => bytes);
}
