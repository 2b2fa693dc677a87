/** What is known of the recovery key's use: rehearsed, or cases opened with it. The server looks at it as every client does. */
import { fingerprintOf } from "../../../crypto/identity.ts";
import { RECOVERY_RECORDS } from "../../../protocol/limits.ts";
import { type RecoveryRecord, isRecoveryRecord } from "../../../protocol/directory/recovery-record.ts";
import { ProblemError } from "../../problem.ts";
import type { Database } from "../../store/database.ts";
import { findRehearsedOn, insertRecoveryRecord, listRecoveryRecords } from "../../store/office/recovery-records.ts";
import { type Session, actOf } from "../common/sessions.ts";
import { daysAgo } from "../common/today.ts";

/** The newest day on which it was proved that this recovery key can be put together; "2026-11-25", or undefined. */
export function recoveryRehearsedOn(database: Database, recoveryKey: Uint8Array): Promise<string | undefined> {
  return findRehearsedOn(database, fingerprintOf(recoveryKey));
}

export function readRecoveryRecords(database: Database): Promise<RecoveryRecord[]> {
  return listRecoveryRecords(database, RECOVERY_RECORDS);
}

/** Throws ProblemError `bad-envelope` for what the caller's own directory does not bear out, or of a day to come. */
export async function putRecoveryRecord(database: Database, session: Session, record: RecoveryRecord): Promise<void> {
  const { member, directory } = session;
  // A device east of the office may be a day ahead.
  const isPast = record.day <= daysAgo(-1);
  if (record.member !== member.id || !isPast || !isRecoveryRecord(record, directory))
    throw new ProblemError("bad-envelope");
  await insertRecoveryRecord(database, record, actOf(session));
}
