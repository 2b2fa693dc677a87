/** Names of heads, for clients that know most of them already, and the few heads that they ask for by name. */
import { sql } from "kysely";
import type { Database } from "./database.ts";
import { type HeadsQuery, type StoredHead, inChannels, isOf, isUnopenedBy } from "./cases.ts";

type HeadName = { readonly handle: string; readonly opened: boolean };

/** Of those that the member has not proved, in the order of their random handles; `opened` where anybody has proved one. */
export async function findHeadNames(database: Database, query: HeadsQuery): Promise<HeadName[]> {
  const { rows } = await sql<HeadName>`
    SELECT handle, EXISTS (SELECT FROM access WHERE access.handle = cases.handle) AS opened FROM cases
    WHERE ${isOf(query)} ORDER BY handle LIMIT ${query.atMost}::integer
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
    WHERE handle = ANY(${handles}::uuid[]) AND ${inChannels(channels)} AND ${isUnopenedBy(memberId)}
    ORDER BY handle
  `.execute(database);
  return rows;
}
