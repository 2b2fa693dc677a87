/** What members declare of their own interests: of each the newest version. */
import { sql } from "kysely";
import type { Database } from "./database.ts";

/** Empty before the first. */
export async function findInterests(database: Database, memberId: Uint8Array): Promise<Uint8Array> {
  const row = await database
    .selectFrom("interests")
    .select("declaration")
    .where("member_id", "=", memberId)
    .executeTakeFirst();
  return row?.declaration ?? new Uint8Array();
}

export type StoredInterests = {
  readonly memberId: Uint8Array;
  readonly version: number;
  readonly declaration: Uint8Array;
};

/** False where there is one as new or newer, unless it is this very one: whoever asks again is told the same. */
export async function upsertInterests(
  database: Database,
  { memberId, version, declaration }: StoredInterests,
): Promise<boolean> {
  const { rows } = await sql`
    INSERT INTO interests (member_id, version, declaration)
    VALUES (${memberId}::bytea, ${version}, ${declaration}::bytea)
    ON CONFLICT (member_id) DO UPDATE SET version = excluded.version, declaration = excluded.declaration
      WHERE interests.version < excluded.version OR interests.declaration = excluded.declaration
    RETURNING version
  `.execute(database);
  return rows.length > 0;
}
