/** What members brought of the recovery key's use, each once. */
import { fromHex } from "../../../crypto/bytes.ts";
import type { RecoveryRecord } from "../../../protocol/directory/recovery-record.ts";
import { type Act, appendAct } from "../audit.ts";
import type { Database } from "../database.ts";

/** The newest day on which a recovery key was rehearsed, by its fingerprint; undefined for one that never was. */
export async function findRehearsedOn(database: Database, recoveryKey: Uint8Array): Promise<string | undefined> {
  const row = await database
    .selectFrom("recovery_records")
    .select("on_day")
    .where("recovery_key", "=", recoveryKey)
    .where("use", "=", "rehearsed")
    .orderBy("on_day", "desc")
    .limit(1)
    .executeTakeFirst();
  return row?.on_day;
}

/** Newest first, at most so many. */
export async function listRecoveryRecords(database: Database, atMost: number): Promise<RecoveryRecord[]> {
  const rows = await database
    .selectFrom("recovery_records")
    .select("record")
    .orderBy("on_day", "desc")
    .orderBy("drawn")
    .limit(atMost)
    .execute();
  return rows.map(({ record }) => record);
}

/** The same again changes nothing, whoever brings it. */
export async function insertRecoveryRecord(database: Database, record: RecoveryRecord, act: Act): Promise<void> {
  await database.transaction().execute(async (transaction) => {
    const { numInsertedOrUpdatedRows } = await transaction
      .insertInto("recovery_records")
      .values({
        recovery_key: fromHex(record.recoveryKey),
        drawn: fromHex(record.drawn),
        use: record.use,
        on_day: record.day,
        record: JSON.stringify(record),
      })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    if (numInsertedOrUpdatedRows === 1n) await appendAct(transaction, act);
  });
}
