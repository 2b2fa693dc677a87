/** Names of heads, for clients that know most of them already, and the few heads that they ask for by name. */
import { sql } from "kysely";
import { type Database, one } from "../database.ts";
import { type HeadsQuery, type StoredHead, inChannels, isOf, isUnopenedBy } from "./cases.ts";

type HeadName = { readonly handle: string };

/** Of days before one: heads of these channels that nobody has proved. */
export async function countUnopenedIn(
  database: Database,
  channels: readonly Uint8Array[],
  before: string,
): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    SELECT count(*) AS count FROM cases WHERE ${inChannels(channels)} AND arrived_on < ${before}::date
      AND NOT EXISTS (SELECT FROM access WHERE access.handle = cases.handle)
  `.execute(database);
  return one(rows).count;
}

/** Of those that the member has not proved, in the order of their random handles. */
export async function findHeadNames(database: Database, query: HeadsQuery): Promise<HeadName[]> {
  const { rows } = await sql<HeadName>`
    SELECT handle FROM cases
    WHERE ${isOf(query)} ORDER BY handle LIMIT ${query.atMost}::integer
  `.execute(database);
  return rows;
}

/** SHA-256 of the first eight bytes of each handle, ascending: of days before one, without those that the member has proved. */
export async function findSettledDigest(
  database: Database,
  { memberId, channels }: Pick<HeadsQuery, "memberId" | "channels">,
  before: string,
): Promise<Uint8Array> {
  const { rows } = await sql<{ digest: Uint8Array }>`
    SELECT sha256(coalesce(string_agg(substring(uuid_send(handle) FOR 8), ''::bytea ORDER BY handle), ''::bytea)) AS digest
    FROM cases WHERE ${inChannels(channels)} AND arrived_on < ${before}::date AND ${isUnopenedBy(memberId)}
  `.execute(database);
  return one(rows).digest;
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
