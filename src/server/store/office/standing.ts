/** What has become of a case, and how much text and how many unopened heads there are: what prices go by. */
import { sql } from "kysely";
import { type Database, one } from "../database.ts";

export type Standing = {
  /** `opened`: a member's program has opened it; `answered`: the team has written to the reporter */
  readonly is: "new" | "opened" | "answered";
  /** Messages of the team */
  readonly answers: number;
  /** Bytes of the reporter's messages */
  readonly written: number;
};

export async function findStanding(database: Database, handle: string): Promise<Standing> {
  const { rows } = await sql<{ opened: boolean; answers: number; written: number }>`
    SELECT EXISTS (SELECT FROM access WHERE handle = ${handle}::uuid) AS opened,
      (SELECT coalesce(max(sequence), 0) FROM messages WHERE handle = ${handle}::uuid AND direction = 'team') AS answers,
      (SELECT coalesce(sum(octet_length(row)), 0)::bigint FROM messages
        WHERE handle = ${handle}::uuid AND direction = 'reporter') AS written
  `.execute(database);
  const { opened, answers, written } = one(rows);
  return { is: answers > 0 ? "answered" : opened ? "opened" : "new", answers, written };
}

/** Bytes of all reports and messages. Lengths alone are read, not what is stored outside of the row. */
export async function countTextBytes(database: Database): Promise<number> {
  const { rows } = await sql<{ bytes: number }>`
    SELECT ((SELECT coalesce(sum(octet_length(head) + octet_length(body) + octet_length(identity_head) + octet_length(identity_body)), 0) FROM cases)
      + (SELECT coalesce(sum(octet_length(row)), 0) FROM messages))::bigint AS bytes
  `.execute(database);
  return one(rows).bytes;
}

/** Cases that no member's program has opened; counted up to `atMost`. */
export async function countUnopened(database: Database, atMost: number): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    SELECT count(*) AS count FROM (
      SELECT FROM cases WHERE NOT EXISTS (SELECT FROM access WHERE access.handle = cases.handle) LIMIT ${atMost}::integer
    ) AS unopened
  `.execute(database);
  return one(rows).count;
}
