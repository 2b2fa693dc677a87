/** A small case for tests: a token, readers, custodians and what was sealed for them; and envelopes put together by hand. */
import { type Bytes, concat } from "../../src/crypto/bytes.ts";
import {
  type Prefix,
  type Submission,
  ZERO_HASH,
  bindingOf,
  encodeHeader,
  encodePrefix,
  encodeUnsignedHead,
  envelopeSignatureInput,
  parseSubmission,
} from "../../src/crypto/envelope.ts";
import { BODY_CLASSES, SUMMARY_CLASSES, pad } from "../../src/crypto/padding.ts";
import {
  type SealingKeyPair,
  type SigningKeyPair,
  deriveSealingKeyPair,
  makeSeed,
  sign,
} from "../../src/crypto/secret/keys.ts";
import { type ReportToSeal, deriveAccessKeyPair, sealReport } from "../../src/crypto/secret/seal.ts";
import { sealSlots } from "../../src/crypto/secret/slot.ts";
import { type TokenKeys, deriveTokenKeys, makeToken } from "../../src/crypto/secret/token.ts";
import { KEY_BYTES, aeadSeal, derive, hash, randomBytes } from "../../src/crypto/sodium.ts";
import { utf8 } from "../../src/crypto/bytes.ts";

/** Set where libsodium runs as JavaScript, some twenty times slower: the same tests with fewer rounds. */
export const LIGHT = process.env["SEGEL_TEST_LIGHT"] === "1";

/** `full` rounds, or a twentieth of them in the light run, but at least one. */
export function rounds(full: number): number {
  return LIGHT ? Math.max(1, Math.ceil(full / 20)) : full;
}

export const CHANNEL_ID = new Uint8Array(16).fill(0xc1);
export const DIRECTORY_HASH = new Uint8Array(32).fill(0xd1);

export function makeReader(): SealingKeyPair {
  return deriveSealingKeyPair(makeSeed());
}

export type SealedSample = Submission & {
  readonly token: TokenKeys;
  readonly readers: readonly SealingKeyPair[];
  readonly custodians: readonly SealingKeyPair[];
  readonly submission: Bytes;
  readonly headHash: Bytes;
  readonly report: ReportToSeal;
};

/** A report sealed as the product seals it: three readers in eight slots, one custodian in four. */
export function sealSample(changes: Partial<ReportToSeal> = {}): SealedSample {
  const token = deriveTokenKeys(makeToken());
  const readers = [makeReader(), makeReader(), makeReader()];
  const custodians = [makeReader()];
  const report: ReportToSeal = {
    token,
    channelId: CHANNEL_ID,
    directoryVersion: 3,
    directoryHash: DIRECTORY_HASH,
    readers: readers.map(({ publicKey }) => publicKey),
    slotCount: 8,
    custodians: custodians.map(({ publicKey }) => publicKey),
    identitySlotCount: 4,
    summary: utf8("summary"),
    body: utf8("body"),
    identity: utf8("identity"),
    excluded: [],
    ...changes,
  };
  const { submission, headHash } = sealReport(report);
  return { token: report.token, readers, custodians, submission, headHash, report, ...parseSubmission(submission) };
}

/** Everything that goes into a report envelope, to be bent one by one. */
export type Craft = {
  readonly auth: SigningKeyPair;
  readonly caseId: Bytes;
  readonly contentKey: Bytes;
  /** Public keys; the slots are filled up with dummies. */
  readonly readers: readonly Uint8Array[];
  readonly prefix: Partial<Prefix>;
  readonly slotCount: number;
  /** What is done to the slots before MAC and signature. */
  readonly bend: (slots: Bytes[], prefixBytes: Bytes) => Uint8Array[];
  readonly summary: string;
  readonly body: string;
};

export function makeCraft(readers: readonly SealingKeyPair[], changes: Partial<Craft> = {}): Craft {
  const { auth, caseId } = deriveTokenKeys(makeToken());
  return {
    auth,
    caseId,
    contentKey: randomBytes(KEY_BYTES),
    readers: readers.map(({ publicKey }) => publicKey),
    prefix: {},
    slotCount: 8,
    bend: (slots) => slots,
    summary: "summary",
    body: "body",
    ...changes,
  };
}

/** What a malicious author with a client of its own can send: every part valid but the bent one. */
export function craftEnvelope(craft: Craft): { head: Bytes; body: Bytes } {
  const { contentKey } = craft;
  const body = pad(utf8(craft.body), BODY_CLASSES);
  const prefixBytes = encodePrefix({
    kind: "report",
    channelId: CHANNEL_ID,
    caseId: craft.caseId,
    parent: ZERO_HASH,
    directoryVersion: 3,
    directoryHash: DIRECTORY_HASH,
    slotCount: craft.slotCount,
    bodyClass: body.length,
    accessKey: deriveAccessKeyPair(contentKey).publicKey,
    ...craft.prefix,
  });
  const slots = craft.bend(sealSlots(prefixBytes, craft.readers, contentKey, craft.slotCount), prefixBytes);
  return closeEnvelope(craft, prefixBytes, slots, pad(utf8(craft.summary), SUMMARY_CLASSES), body);
}

/** MAC, sealed summary and body, hash and signature around given slots. */
export function closeEnvelope(
  { contentKey, auth }: Pick<Craft, "contentKey" | "auth">,
  prefixBytes: Uint8Array,
  slots: readonly Uint8Array[],
  paddedSummary: Uint8Array,
  paddedBody: Uint8Array,
): { head: Bytes; body: Bytes } {
  const header = encodeHeader(prefixBytes, slots);
  const mac = derive(contentKey, "segel/1/header-mac", header);
  const binding = bindingOf(header, mac);
  const summary = aeadSeal(derive(contentKey, "segel/1/summary-key"), paddedSummary, binding);
  const body = aeadSeal(derive(contentKey, "segel/1/body-key"), paddedBody, binding);
  const bodyHash = hash("segel/1/body", body);
  const unsigned = encodeUnsignedHead(prefixBytes, slots, mac, summary, bodyHash, auth.publicKey);
  return { head: concat(unsigned, sign(auth, envelopeSignatureInput(binding, summary, bodyHash))), body };
}

/** A copy with one bit turned over. */
export function flipBit(bytes: Uint8Array, at: number, bit = 0): Bytes {
  const copy = new Uint8Array(bytes);
  copy[at] = (copy[at] ?? 0) ^ (1 << bit);
  return copy;
}
