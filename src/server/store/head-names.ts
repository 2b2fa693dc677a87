/** Names of heads, for clients that know most of them already, and the few heads that they ask for by name. */
import { sql } from "kysely";
import type { Database } from "./database.ts";
import type { HeadsQuery, StoredHead } from "./cases.ts";

type HeadName = { readonly handle: string; readonly opened: boolean };

const byteas = (values: readonly Uint8Array[]) => sql`${values.map((value) => Buffer.from(value))}::bytea[]`;

const notProvedBy = (memberId: Uint8Array) =>
  sql`NOT EXISTS (SELECT FROM access WHERE access.member_id = ${memberId}::bytea AND access.handle = cases.handle)`;

/** Of those that the member has not proved, in the order of their random handles; `opened` where anybody has proved one. */
export async function findHeadNames(
  database: Database,
  { memberId, channels, after, atMost }: HeadsQuery,
): Promise<HeadName[]> {
  const { rows } = await sql<HeadName>`
    SELECT handle, EXISTS (SELECT FROM access WHERE access.handle = cases.handle) AS opened FROM cases
    WHERE channel_id = ANY(${byteas(channels)}) AND ${notProvedBy(memberId)}
      AND (${after ?? null}::uuid IS NULL OR handle > ${after ?? null}::uuid)
    ORDER BY handle LIMIT ${atMost}::integer
  `.execute(database);
  return rows;
}

/** Those of these handles that the member would be shown without naming them. */
export async function findNamedHeads(
  database: Database,
  { memberId, channels }: Pick<HeadsQuery, "memberId" | "channels">,
  handles: readonly string[],
): Promise<StoredHead[]> {
  const { rows } = await sql<StoredHead>`
    SELECT handle, head FROM cases
    WHERE handle = ANY(${handles}::uuid[]) AND channel_id = ANY(${byteas(channels)}) AND ${notProvedBy(memberId)}
    ORDER BY handle
  `.execute(database);
  return rows;
}
