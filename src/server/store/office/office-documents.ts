/** Documents in which an office decides for itself: every version stays. */
import { sql } from "kysely";
import { type Act, appendAct } from "../audit.ts";
import type { Database } from "../database.ts";

export type StoredOfficeDocument = {
  readonly kind: string;
  readonly version: number;
  readonly hash: Uint8Array;
  readonly document: Uint8Array;
  readonly act: Act;
};

/** 0 before the first. */
export async function findNewestVersion(database: Database, kind: string): Promise<number> {
  const { newest } = await database
    .selectFrom("office_documents")
    .select(sql<number>`coalesce(max(version), 0)`.as("newest"))
    .where("kind", "=", kind)
    .executeTakeFirstOrThrow();
  return newest;
}

export async function findOfficeDocuments(
  database: Database,
  kind: string,
  from: number,
  atMost: number,
): Promise<Uint8Array[]> {
  const rows = await database
    .selectFrom("office_documents")
    .select("document")
    .where("kind", "=", kind)
    .where("version", ">=", from)
    .orderBy("version")
    .limit(atMost)
    .execute();
  return rows.map(({ document }) => document);
}

/**
 * Stored where `previous` is the hash of the newest version, and it is the next one. `stored-before` for
 * this very document; false where something else stands there, or something newer.
 */
export async function insertOfficeDocument(
  database: Database,
  { kind, version, hash, document, act }: StoredOfficeDocument,
  previous: Uint8Array,
): Promise<"stored" | "stored-before" | undefined> {
  return database.transaction().execute(async (transaction) => {
    // Two at once: the second waits for the first one's row, and finds its number taken.
    const { rows } = await sql`
      INSERT INTO office_documents (kind, version, hash, document)
      SELECT ${kind}, ${version}::bigint, ${hash}::bytea, ${document}::bytea
      WHERE ${version}::bigint = 1
        OR EXISTS (SELECT FROM office_documents WHERE kind = ${kind} AND version = ${version - 1}::bigint AND hash = ${previous}::bytea)
      ON CONFLICT DO NOTHING RETURNING version
    `.execute(transaction);
    if (rows.length > 0) {
      await appendAct(transaction, act);
      return "stored";
    }
    const same = await transaction
      .selectFrom("office_documents")
      .select("version")
      .where("kind", "=", kind)
      .where("version", "=", version)
      .where("hash", "=", hash)
      .executeTakeFirst();
    return same && "stored-before";
  });
}
