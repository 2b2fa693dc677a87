/**
 * Taking a report, from its reporter or in a file that somebody carries: nothing but a whole, correctly signed envelope of a
 * directory in force is stored, and of a file nothing of how it came.
 */
import { randomUUID } from "node:crypto";
import { hex } from "../../../crypto/bytes.ts";
import { type Head, checkBody, inspectHead, parseSubmission } from "../../../crypto/envelope.ts";
import { CryptoError } from "../../../crypto/errors.ts";
import { RECEIPT_BYTES } from "../../../crypto/message.ts";
import { isSealedReport, parseSealedReport } from "../../../crypto/sealed-report.ts";
import { ProblemError } from "../../problem.ts";
import type { Database } from "../../store/database.ts";
import { type ReportToStore, insertReport, isKnownCase, isSameReport } from "../../store/cases/reports.ts";
import type { Spent } from "../../store/spent.ts";
import { directoryOfCarried } from "./carried.ts";
import type { Changes } from "../common/changes.ts";
import type { Directories } from "../common/directories.ts";
import { purposeOf } from "../../../protocol/proof-of-work.ts";
import type { Notices } from "./notices.ts";
import type { Prices } from "../../admission/prices.ts";
import { quantizeTiming } from "../common/response-timing.ts";
import { readSent } from "../common/sent-bytes.ts";
import { today } from "../common/today.ts";

export type IntakeDeps = {
  readonly database: Database;
  readonly directories: Directories;
  readonly prices: Prices;
  readonly changes: Pick<Changes, "ofChannel">;
  readonly notices: Pick<Notices, "ring">;
};

export type Sender = {
  readonly caseId: Uint8Array;
  readonly challenge: Spent;
};

/**
 * Returns when the report is on disk. The same bytes again get the same answer, whether their challenge has served or not;
 * other bytes under the same case id are a conflict and leave the first unchanged.
 */
export async function takeReport(deps: IntakeDeps, sender: Sender, bytes: Uint8Array, isUrgent = false): Promise<void> {
  if (!isSealedReport(bytes)) return take(deps, sender, bytes, { isUrgent, isCarried: false });
  // Whoever carries a file learns that it is there, and not whether it was there before, or is no more.
  const leaves = quantizeTiming();
  const { submission, caseId } = readSent(() => parseSealedReport(bytes));
  await take(deps, { ...sender, caseId }, submission, { isUrgent: false, isCarried: true });
  await leaves();
}

type Way = { readonly isUrgent: boolean; readonly isCarried: boolean };

async function take(deps: IntakeDeps, sender: Sender, bytes: Uint8Array, { isUrgent, isCarried }: Way): Promise<void> {
  const { database, directories, prices, changes, notices } = deps;
  const { head, parts } = readSubmission(bytes, sender.caseId);
  const { prefix } = head.report;
  const report: ReportToStore = {
    ...parts,
    handle: randomUUID(),
    caseId: prefix.caseId,
    channelId: prefix.channelId,
    accessKey: prefix.accessKey,
    day: today(),
    directory: { version: prefix.directoryVersion, hash: prefix.directoryHash },
    challenge: sender.challenge,
    isCarried,
  };
  const directory = isCarried
    ? await directoryOfCarried(deps, report.directory, prefix.channelId)
    : await directories.usable(report.directory);
  if (directory === undefined) return settle(database, report, "stale-directory");
  const channel = directory.channels.get(hex(prefix.channelId));
  const fits =
    channel !== undefined &&
    prefix.slotCount === channel.slots &&
    head.identity.prefix.slotCount === channel.identitySlots;
  if (!fits) throw new ProblemError("bad-envelope");
  try {
    await prices.admitReport(bytes.length, purposeOf("report", bytes.length));
  } catch (error) {
    if (!(error instanceof ProblemError && error.code === "no-room")) throw error;
    return settle(database, report, error.code);
  }
  const { stored, listed } = await insertReport(database, report);
  if (stored) {
    prices.addText(bytes.length);
    changes.ofChannel(report.channelId);
    if (isUrgent) await notices.ring(report.handle, true);
  }
  if (!stored) await settle(database, report, listed ? "bad-proof-of-work" : "stale-directory");
}

/** Nothing was stored now: because it is there already, because something else is, or because of `reason`. */
async function settle(
  database: Database,
  report: ReportToStore,
  reason: "stale-directory" | "bad-proof-of-work" | "no-room",
): Promise<void> {
  const same = await isSameReport(database, report);
  if (same === undefined && report.isCarried && (await isKnownCase(database, report.caseId))) return;
  if (same === undefined) throw new ProblemError(reason);
  if (!same) throw new ProblemError("conflict");
}

/** Everything that can be checked without a key: shapes, sizes, signatures, and that the parts belong together. */
function readSubmission(
  bytes: Uint8Array,
  caseId: Uint8Array,
): { head: { report: Head; identity: Head }; parts: ReturnType<typeof parseSubmission> } {
  return readSent(() => {
    const parts = parseSubmission(bytes);
    if (parts.receipt.length !== RECEIPT_BYTES) throw new CryptoError("malformed");
    const report = inspectHead(parts.head, { kind: "report", caseId });
    checkBody(report, parts.body);
    const { channelId, directoryVersion, directoryHash } = report.prefix;
    const identity = inspectHead(parts.identityHead, { kind: "identity", caseId, channelId, parent: report.headHash });
    checkBody(identity, parts.identityBody);
    const sameDirectory =
      identity.prefix.directoryVersion === directoryVersion &&
      hex(identity.prefix.directoryHash) === hex(directoryHash);
    if (!sameDirectory) throw new CryptoError("altered");
    return { head: { report, identity }, parts };
  });
}
