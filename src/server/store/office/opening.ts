/** What a rehearsal has left in the tables: which cases were opened by whom, answered, and granted anew. */
import { sql } from "kysely";
import { type Database, byteas } from "../database.ts";

export type RehearsedCase = {
  readonly openers: number;
  readonly answered: boolean;
  readonly replied: boolean;
  readonly regranted: boolean;
};

/** An office that rehearses has a handful. */
const MOST_CASES = 1_000;

/** Cases that somebody has opened. `anew`: members who have made new keys since the office was founded. */
export async function findRehearsed(database: Database, anew: readonly Uint8Array[]): Promise<RehearsedCase[]> {
  const { rows } = await sql<RehearsedCase>`
    SELECT count(DISTINCT member_id)::integer AS openers,
      EXISTS (SELECT FROM messages WHERE messages.handle = access.handle AND direction = 'team') AS answered,
      EXISTS (SELECT FROM messages WHERE messages.handle = access.handle AND direction = 'reporter') AS replied,
      EXISTS (SELECT FROM messages JOIN access AS again USING (handle)
        WHERE messages.handle = access.handle AND granted_to = again.member_id
          AND granted_to = ANY(${byteas(anew)})) AS regranted
    FROM access GROUP BY handle LIMIT ${MOST_CASES}::integer
  `.execute(database);
  return rows;
}
