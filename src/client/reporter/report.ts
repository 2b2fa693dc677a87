/** Sealing a report and sending it, until the server has it. */
import type { Bytes } from "../../crypto/bytes.ts";
import { CryptoError } from "../../crypto/errors.ts";
import { type SealedReport, sealReport } from "../../crypto/secret/seal.ts";
import { deriveTokenKeys, makeToken } from "../../crypto/secret/token.ts";
import { type AnnouncedFile, encodeReportBody, encodeSummary, summaryOf } from "../../protocol/content.ts";
import type { Answers } from "../../protocol/rules/report-fields.ts";
import type { Directory } from "../../protocol/directory/directory.ts";
import { isOpen, validOf } from "../../protocol/directory/validity.ts";
import { MAX_REPORT_BYTES } from "../../protocol/limits.ts";
import { purposeOf } from "../../protocol/proof-of-work.ts";
import { asksForProtection } from "../../protocol/urgency/reading.ts";
import { findingsIn } from "../case/answers.ts";
import type { Connection } from "../line/http.ts";
import { type Payment, callPaying } from "../line/proof-of-work.ts";
import { idBytes } from "../directory/organisation.ts";
import { Refusal } from "../refusal.ts";

export type ReportToSend = {
  readonly answers: Answers;
  readonly channelId: string;
  /** Ids of members who must not read it. */
  readonly excluded: readonly string[];
  /** Files that will follow it */
  readonly attachments?: readonly AnnouncedFile[];
};

/** A sealed report that may be sent again and again: always the same bytes. */
export type PreparedReport = SealedReport & {
  /** The case token: shown as twelve words once the server has confirmed, never before. */
  readonly token: Bytes;
  /** By its own words, or what the form writes for whoever ticks it; it rings before the hours of the office, as messages do */
  readonly isUrgent: boolean;
  /** Solved proof of work; kept so that a retry is the same request. */
  proof: string | undefined;
};

/**
 * Seals a report for those recipients of a channel whose entries hold (protocol/directory/validity.ts).
 * Throws Refusal; CryptoError `no-randomness`, `too-long`.
 */
export function prepareReport(
  { answers, channelId, excluded: chosen, attachments = [] }: ReportToSend,
  directory: Directory,
  now = Date.now(),
): PreparedReport {
  // Named twice is excluded once: a receipt that lists somebody twice is refused when it is read back.
  const excluded = [...new Set(chosen)];
  const findings = findingsIn(answers);
  if (findings.length > 0) throw new Refusal("findings", findings);
  const channel = directory.channels.get(channelId);
  if (channel === undefined) throw new Refusal("unknown-channel");
  if (excluded.some((id) => !channel.excludable.includes(id))) throw new Refusal("not-excludable");
  if (!isOpen(directory, channel, now)) throw new Refusal("channel-closed");
  const notExcluded = (ids: readonly string[]) => validOf(directory, ids, now).filter((id) => !excluded.includes(id));
  const recipients = notExcluded(channel.recipients);
  if (recipients.length < 2) throw new Refusal("too-few-recipients");
  const readers = [
    ...sealingKeys(directory, recipients),
    ...(channel.recovery && directory.recoveryKey !== null ? [directory.recoveryKey] : []),
  ];
  const token = makeToken();
  const keys = deriveTokenKeys(token);
  const body = encodeReportBody({
    answers,
    threadKey: keys.thread,
    replyPublicKey: keys.reply.publicKey,
    attachments,
    recipients: recipients.map(idBytes),
    excluded: channel.recipients.filter((id) => excluded.includes(id)).map(idBytes),
    identityGiven: false,
  });
  // Only here: keys and ids take part in the size.
  if (body.length > MAX_REPORT_BYTES)
    throw new Refusal("findings", [
      { field: "all", code: "too-many-bytes", limit: MAX_REPORT_BYTES, actual: body.length },
    ]);
  const sealed = sealReport({
    token: keys,
    channelId: idBytes(channelId),
    directoryVersion: directory.version,
    directoryHash: directory.hash,
    readers,
    slotCount: channel.slots,
    custodians: sealingKeys(directory, notExcluded(channel.custodians)),
    identitySlotCount: channel.identitySlots,
    summary: encodeSummary(summaryOf(answers)),
    body,
    identity: new Uint8Array(),
    excluded: excluded.map(idBytes),
  });
  return { ...sealed, token, isUrgent: asksForProtection(answers), proof: undefined };
}

function sealingKeys(directory: Directory, ids: readonly string[]): Bytes[] {
  return ids.map((id) => {
    const key = directory.members.get(id)?.sealingKey;
    if (key === undefined || key === null) throw new CryptoError("bad-key");
    return key;
  });
}

/**
 * Sends a prepared report and returns when the server has it durably. May be called again after `unreachable`:
 * the same bytes lead to one case. A proof of work that went stale is made anew. Throws ApiError.
 */
export async function sendReport(connection: Connection, prepared: PreparedReport): Promise<void> {
  const { auth } = deriveTokenKeys(prepared.token);
  const { submission, isUrgent } = prepared;
  const payment: Payment = { purpose: purposeOf("report", submission.length), proof: prepared.proof };
  try {
    await callPaying(
      connection,
      "sendReport",
      { query: { urgent: isUrgent ? 1 : 0 }, body: submission },
      auth,
      payment,
    );
  } finally {
    prepared.proof = payment.proof;
  }
}
