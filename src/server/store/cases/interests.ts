/** What members declare of their own interests: of each the newest version. */
import { sameBytes } from "../../../crypto/bytes.ts";
import { sql } from "kysely";
import { type Act, appendAct } from "../audit.ts";
import type { Database } from "../database.ts";

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
  readonly act: Act;
};

/** False where there is one as new or newer, unless it is this very one: whoever asks again is told the same. */
export async function upsertInterests(
  database: Database,
  { memberId, version, declaration, act }: StoredInterests,
): Promise<boolean> {
  return database.transaction().execute(async (transaction) => {
    const { rows } = await sql`
      INSERT INTO interests (member_id, version, declaration)
      VALUES (${memberId}::bytea, ${version}, ${declaration}::bytea)
      ON CONFLICT (member_id) DO UPDATE SET version = excluded.version, declaration = excluded.declaration
        WHERE interests.version < excluded.version
      RETURNING version
    `.execute(transaction);
    if (rows.length > 0) await appendAct(transaction, act);
    return rows.length > 0 || sameBytes(await findInterests(transaction, memberId), declaration);
  });
}
