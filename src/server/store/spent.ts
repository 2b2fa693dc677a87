/** Nonces and challenges that have served. */
import { type RawBuilder, sql } from "kysely";
import type { Database } from "./database.ts";

export type Spent = { readonly nonceHash: Uint8Array; readonly expires: Date };

/** False when it has served before. */
export async function insertSpent(database: Database, { nonceHash, expires }: Spent): Promise<boolean> {
  const result = await database
    .insertInto("spent")
    .values({ nonce_hash: nonceHash, expires })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return result.numInsertedOrUpdatedRows === 1n;
}

/** Any fixed number, the same for all processes. */
const SWEEP_LOCK = 5_349_716;

/** Removes what has expired; of several processes that ask at once one does it. */
export async function deleteExpired(database: Database): Promise<void> {
  await database.transaction().execute(async (transaction) => {
    const lock: RawBuilder<{ taken: boolean }> = sql`SELECT pg_try_advisory_xact_lock(${SWEEP_LOCK}::bigint) AS taken`;
    const { rows } = await lock.execute(transaction);
    if (rows[0]?.taken !== true) return;
    await transaction.deleteFrom("spent").where("expires", "<", new Date()).execute();
    await transaction.deleteFrom("sessions").where("expires", "<", new Date()).execute();
  });
}
