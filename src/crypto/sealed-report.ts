/**
 * A report in a file that anybody may carry (docs/protocol.md, "The sealed file"): what the reporter would have sent, and
 * a signature by the same key that lets others hand it in. Without it nobody can: a report that was sent is no such file.
 */
import { type Bytes, exactly, list, parseList } from "./bytes.ts";
import { inspectHead, parseSubmission } from "./envelope.ts";
import { CryptoError } from "./errors.ts";
import { SIGNATURE_BYTES, isSignedBy } from "./sodium.ts";

/** What the list adds to the submission: three lengths, the label and the signature. */
export const SEALED_REPORT_OVERHEAD_BYTES = 3 * 4 + "segel/1/sealed-report".length + SIGNATURE_BYTES;

/** Head, body, identity and receipt as they are: nothing of it is exchanged on the way, and it names no address. */
export function sealedReportSignatureInput(submission: Uint8Array): Bytes {
  return list("segel/1/sealed-report-signature", submission);
}

export function encodeSealedReport(submission: Uint8Array, signature: Uint8Array): Bytes {
  return list("segel/1/sealed-report", submission, signature);
}

/** Whether it begins as such a file does, whole or damaged. */
export function isSealedReport(bytes: Uint8Array): boolean {
  const beginning = list("segel/1/sealed-report");
  return bytes.length >= beginning.length && beginning.every((byte, index) => bytes[index] === byte);
}

export type SealedReportFile = {
  readonly submission: Uint8Array;
  readonly caseId: Uint8Array;
  readonly channelId: Uint8Array;
  readonly directoryVersion: number;
  readonly directoryHash: Uint8Array;
};

/**
 * Checks the reporter's signature over all of it; the rest is checked as of any report.
 * @throws CryptoError `malformed` where it has not the shape of such a file, `altered` where anything was changed.
 */
export function parseSealedReport(bytes: Uint8Array): SealedReportFile {
  const [submission, signature, ...rest] = parseList("segel/1/sealed-report", bytes);
  if (!submission || rest.length > 0) throw new CryptoError("malformed");
  const { prefix, authPublicKey } = inspectHead(parseSubmission(submission).head, { kind: "report" });
  if (!isSignedBy(authPublicKey, exactly(signature, SIGNATURE_BYTES), sealedReportSignatureInput(submission)))
    throw new CryptoError("altered");
  const { caseId, channelId, directoryVersion, directoryHash } = prefix;
  return { submission, caseId, channelId, directoryVersion, directoryHash };
}
