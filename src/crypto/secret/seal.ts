/** Sealing a report: two envelopes and the receipt (docs/protocol.md, "The envelope"). */
import { type Bytes, sameBytes } from "../bytes.ts";
import {
  type EnvelopeKind,
  ZERO_HASH,
  bindingOf,
  encodeHeader,
  encodePrefix,
  encodeSubmission,
  encodeUnsignedHead,
  envelopeSignatureInput,
} from "../envelope.ts";
import { CryptoError } from "../errors.ts";
import { BODY_CLASSES, IDENTITY_CLASSES, SUMMARY_CLASSES, pad } from "../padding.ts";
import { KEY_BYTES, aeadSeal, derive, hash, randomBytes, wipe } from "../sodium.ts";
import { concat } from "../bytes.ts";
import { deriveSigningKeyPair, sign } from "./keys.ts";
import { type Receipt, sealReceipt } from "./receipt.ts";
import { sealSlots } from "./slot.ts";
import { deriveTeamKeyPair, deriveTeamSecret } from "./team.ts";
import type { TokenKeys } from "./token.ts";

export type ReportToSeal = {
  readonly token: TokenKeys;
  readonly channelId: Uint8Array;
  readonly directoryVersion: number;
  readonly directoryHash: Uint8Array;
  /** X-Wing public keys of all who shall read, the recovery key among them where the channel says so. */
  readonly readers: readonly Uint8Array[];
  readonly slotCount: number;
  /** X-Wing public keys of the custodians who may one day release the identity. */
  readonly custodians: readonly Uint8Array[];
  readonly identitySlotCount: number;
  /** UTF-8 JSON of title, category and unit; shorter than 1 KiB. */
  readonly summary: Uint8Array;
  /** UTF-8 JSON of the report; shorter than 1 MiB. */
  readonly body: Uint8Array;
  /** UTF-8 JSON of the identity, empty when none was given; shorter than 4 KiB. */
  readonly identity: Uint8Array;
  /** Ids of members who must not read; kept for the reporter in the receipt. */
  readonly excluded: readonly Uint8Array[];
};

export type SealedReport = {
  readonly caseId: Bytes;
  readonly headHash: Bytes;
  /** The only bytes that leave the device; a retry sends these again. */
  readonly submission: Bytes;
};

/**
 * Seals a report for its readers. The content key is made here and dies here.
 * Throws `too-long` when a part does not fit its padding class or readers exceed slots,
 * `bad-key` for a reader's key to which encapsulation fails, `no-randomness`.
 */
export function sealReport(report: ReportToSeal): SealedReport {
  const { token } = report;
  if (report.readers.length === 0) throw new CryptoError("bad-key");
  const envelope = sealEnvelope({
    ...report,
    kind: "report",
    parent: ZERO_HASH,
    summary: pad(report.summary, SUMMARY_CLASSES),
    body: pad(report.body, BODY_CLASSES),
    identityShare: null,
  });
  const teamSecret = deriveTeamSecret(envelope.contentKey, token.caseId);
  const identityShare = derive(envelope.contentKey, "segel/1/identity-share");
  const identity = sealEnvelope({
    ...report,
    kind: "identity",
    parent: envelope.headHash,
    readers: report.custodians,
    slotCount: report.identitySlotCount,
    summary: new Uint8Array(),
    body: pad(report.identity, IDENTITY_CLASSES),
    identityShare,
  });
  const receipt: Receipt = {
    headHash: envelope.headHash,
    channelId: report.channelId,
    teamPublicKey: deriveTeamKeyPair(teamSecret).publicKey,
    excluded: report.excluded,
  };
  const submission = encodeSubmission({
    head: envelope.head,
    body: envelope.body,
    identityHead: identity.head,
    identityBody: identity.body,
    receipt: sealReceipt(receipt, token),
  });
  wipe(envelope.contentKey, identity.contentKey, teamSecret, identityShare);
  return { caseId: token.caseId, headHash: envelope.headHash, submission };
}

type EnvelopeToSeal = Pick<
  ReportToSeal,
  "token" | "channelId" | "directoryVersion" | "directoryHash" | "readers" | "slotCount"
> & {
  readonly kind: EnvelopeKind;
  readonly parent: Uint8Array;
  /** Padded; empty in an identity. */
  readonly summary: Uint8Array;
  /** Padded. */
  readonly body: Uint8Array;
  /** From the report's content key: without it no custodian reads an identity alone. */
  readonly identityShare: Uint8Array | null;
};

function sealEnvelope(input: EnvelopeToSeal): { head: Bytes; body: Bytes; headHash: Bytes; contentKey: Bytes } {
  const contentKey = randomBytes(KEY_BYTES);
  const prefixBytes = encodePrefix({
    kind: input.kind,
    channelId: input.channelId,
    caseId: input.token.caseId,
    parent: input.parent,
    directoryVersion: input.directoryVersion,
    directoryHash: input.directoryHash,
    slotCount: input.slotCount,
    bodyClass: input.body.length,
    accessKey: deriveAccessKeyPair(contentKey).publicKey,
  });
  const slots = sealSlots(prefixBytes, input.readers, contentKey, input.slotCount);
  const header = encodeHeader(prefixBytes, slots);
  const mac = derive(contentKey, "segel/1/header-mac", header);
  const binding = bindingOf(header, mac);
  const summary =
    input.kind === "report"
      ? aeadSeal(derive(contentKey, "segel/1/summary-key"), input.summary, binding)
      : input.summary;
  const body = aeadSeal(deriveBodyKey(contentKey, input.identityShare), input.body, binding);
  const bodyHash = hash("segel/1/body", body);
  const unsigned = encodeUnsignedHead(prefixBytes, slots, mac, summary, bodyHash, input.token.auth.publicKey);
  const signature = sign(input.token.auth, envelopeSignatureInput(binding, summary, bodyHash));
  return { head: concat(unsigned, signature), body, headHash: hash("segel/1/head", unsigned), contentKey };
}

/** The Ed25519 pair by which a member proves having opened the envelope. */
export function deriveAccessKeyPair(contentKey: Uint8Array): ReturnType<typeof deriveSigningKeyPair> {
  return deriveSigningKeyPair(derive(contentKey, "segel/1/access-seed"));
}

/** An identity's body key needs the report's content key too (attack 72). */
export function deriveBodyKey(contentKey: Uint8Array, identityShare: Uint8Array | null): Bytes {
  return identityShare === null
    ? derive(contentKey, "segel/1/body-key")
    : derive(contentKey, "segel/1/identity-body-key", identityShare);
}

/** True when `publicKey` is the access key that belongs to `contentKey`. */
export function isAccessKeyOf(contentKey: Uint8Array, publicKey: Uint8Array): boolean {
  return sameBytes(deriveAccessKeyPair(contentKey).publicKey, publicKey);
}
