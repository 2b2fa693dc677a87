/** A report on its way: sealed once, sent until it is there. */
import { openReporterCase } from "../../../client/reporter/reporter-case.ts";
import { makeProof } from "../../../client/line/proof-of-work.ts";
import { type PreparedReport, type ReportToSend, prepareReport, sendReport } from "../../../client/reporter/report.ts";
import { type SendableFile, announce } from "../../../client/files/upload.ts";
import { randomBytes } from "../../../crypto/sodium.ts";
import { purposeOf } from "../../../protocol/proof-of-work.ts";
import { connection } from "./connection.ts";
import type { Recipients } from "./recipients.ts";

/** Whether something can be sealed here at all (attack 22). */
export function hasRandomness(): boolean {
  try {
    return randomBytes(16).length === 16;
  } catch {
    return false;
  }
}

/** Seals: from here on the bytes are fixed, and a retry sends the same. */
export function lockReport(
  report: ReportToSend,
  files: readonly SendableFile[],
  { directories }: Recipients,
): PreparedReport {
  return prepareReport({ ...report, attachments: files.map(announce) }, directories.current, directories.now);
}

/**
 * Solves a proof of work, good for one report of so many bytes and for twenty minutes; a stale one is made anew while
 * sending.
 */
export function solveProof(bytes: number): Promise<string> {
  return makeProof(connection, purposeOf("report", bytes));
}

/** Returns when the server has it durably. */
export function submitReport(prepared: PreparedReport): Promise<void> {
  return sendReport(connection, prepared);
}

/** Before a report is edited after an unclear failure: whether the server has it (docs/decisions/0015-no-meter-for-a-report.md). */
export async function hasArrived({ token }: PreparedReport, { directories }: Recipients): Promise<boolean> {
  return (await openReporterCase(connection, token, directories)) !== undefined;
}
