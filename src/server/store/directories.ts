/** Signed directories, the newest of which says who may do what. */
import { sql } from "kysely";
import type { SignedDirectory } from "../../protocol/directory.ts";
import type { Database } from "./database.ts";

/** Names one document for ever: what may be kept in a process is kept under this. */
export type DirectoryName = { readonly version: number; readonly hash: Uint8Array };

export async function findNewest(database: Database): Promise<DirectoryName | undefined> {
  return database
    .selectFrom("directories")
    .select(["version", "hash"])
    .orderBy("version", "desc")
    .limit(1)
    .executeTakeFirst();
}

/** Ascending from `version` on. */
export async function findFrom(database: Database, version: number, atMost: number | null): Promise<SignedDirectory[]> {
  return (
    database
      .selectFrom("directories")
      .select(["document", "signatures"])
      .where("version", ">=", version)
      .orderBy("version")
      // LIMIT NULL is no limit
      .limit(sql<number>`${atMost}::integer`)
      .execute()
  );
}

export async function findNewestDocument(database: Database): Promise<SignedDirectory[]> {
  return database
    .selectFrom("directories")
    .select(["document", "signatures"])
    .orderBy("version", "desc")
    .limit(1)
    .execute();
}

export type DirectoryToStore = DirectoryName & { readonly signed: SignedDirectory; readonly day: string };

/** Stores the next directory and ends the sessions of members whose entry changed. False when the version is taken. */
export async function insertDirectory(
  database: Database,
  { version, hash, signed, day }: DirectoryToStore,
  changedMembers: readonly Uint8Array[],
): Promise<boolean> {
  return database.transaction().execute(async (transaction) => {
    const result = await transaction
      .insertInto("directories")
      .values({
        version,
        hash,
        document: signed.document,
        signatures: JSON.stringify(signed.signatures),
        published_on: day,
      })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    if (result.numInsertedOrUpdatedRows !== 1n) return false;
    await transaction
      .deleteFrom("sessions")
      .where("member_id", "=", sql<Buffer>`ANY(${changedMembers.map((id) => Buffer.from(id))}::bytea[])`)
      .execute();
    return true;
  });
}
