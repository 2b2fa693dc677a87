/**
 * The outside of a report or identity envelope: everything that can be checked without a key
 * (docs/protocol.md, "The envelope"). Sealing and opening are in `secret/`; the server has only this.
 */
import { type Bytes, concat, exactly, exactU32, fromUtf8, list, parseList, readU32, sameBytes } from "./bytes.ts";
import { CryptoError } from "./errors.ts";
import { CASE_ID_BYTES, ID_BYTES } from "./id-size.ts";
import { caseIdOf } from "./identity.ts";
import { BODY_CLASSES, IDENTITY_CLASSES, SUMMARY_CLASSES } from "./padding.ts";
import {
  AEAD_OVERHEAD_BYTES,
  HASH_BYTES,
  KEM_CIPHERTEXT_BYTES,
  KEY_BYTES,
  SIGNATURE_BYTES,
  SIGNING_KEY_BYTES,
  TAG_BYTES,
  hash,
  isSignedBy,
} from "./sodium.ts";

const ENVELOPE_VERSION = 1;
export type EnvelopeKind = "report" | "identity";

/** KEM ciphertext, then the sealed 32-byte content key. */
export const SLOT_BYTES = KEM_CIPHERTEXT_BYTES + KEY_BYTES + TAG_BYTES;
/** More would cost every reader more than a tenth of a second a report where WebAssembly is off. */
export const MAX_SLOTS = 32;
export const ZERO_HASH: Bytes = new Uint8Array(HASH_BYTES);

export type Prefix = {
  readonly kind: EnvelopeKind;
  /** 16 bytes */
  readonly channelId: Uint8Array;
  /** 32 bytes */
  readonly caseId: Uint8Array;
  /** Zeros in a report; the report's head hash in an identity. 32 bytes */
  readonly parent: Uint8Array;
  readonly directoryVersion: number;
  /** 32 bytes */
  readonly directoryHash: Uint8Array;
  readonly slotCount: number;
  /** Padded size of the body in bytes */
  readonly bodyClass: number;
  /** Ed25519 public key from the content key: who opened the envelope can sign for access. 32 bytes */
  readonly accessKey: Uint8Array;
};

export function encodePrefix(prefix: Prefix): Bytes {
  return list(
    "segel/1/envelope",
    ENVELOPE_VERSION,
    prefix.kind,
    prefix.channelId,
    prefix.caseId,
    prefix.parent,
    prefix.directoryVersion,
    prefix.directoryHash,
    prefix.slotCount,
    prefix.bodyClass,
    prefix.accessKey,
  );
}

function parsePrefix(bytes: Uint8Array): Prefix {
  const fields = parseList("segel/1/envelope", bytes);
  if (fields.length !== 10 || exactU32(fields[0]) !== ENVELOPE_VERSION) throw new CryptoError("malformed");
  const kind = fromUtf8(fields[1] ?? new Uint8Array());
  if (kind !== "report" && kind !== "identity") throw new CryptoError("malformed");
  const prefix: Prefix = {
    kind,
    channelId: exactly(fields[2], ID_BYTES),
    caseId: exactly(fields[3], CASE_ID_BYTES),
    parent: exactly(fields[4], HASH_BYTES),
    directoryVersion: exactU32(fields[5]),
    directoryHash: exactly(fields[6], HASH_BYTES),
    slotCount: exactU32(fields[7]),
    bodyClass: exactU32(fields[8]),
    accessKey: exactly(fields[9], SIGNING_KEY_BYTES),
  };
  const classes = kind === "report" ? BODY_CLASSES : IDENTITY_CLASSES;
  const isReport = kind === "report";
  if (!classes.includes(prefix.bodyClass)) throw new CryptoError("malformed");
  if (prefix.slotCount < 1 || prefix.slotCount > MAX_SLOTS) throw new CryptoError("malformed");
  if (isReport !== sameBytes(prefix.parent, ZERO_HASH)) throw new CryptoError("malformed");
  return prefix;
}

export type Head = {
  readonly prefix: Prefix;
  /** The prefix as it stands in the head: what slots are bound to. */
  readonly prefixBytes: Uint8Array;
  /** prefix ‖ slots: what the MAC is over. */
  readonly header: Uint8Array;
  readonly slots: readonly Uint8Array[];
  readonly mac: Uint8Array;
  /** hash("binding", header, MAC): ties summary, body and signature to the header. */
  readonly binding: Bytes;
  /** Sealed; empty in an identity. */
  readonly summary: Uint8Array;
  readonly bodyHash: Uint8Array;
  readonly authPublicKey: Uint8Array;
  readonly signature: Uint8Array;
  /** hash("head", head without its signature): the name of this very envelope. */
  readonly headHash: Bytes;
};

/** u32 prefix length ‖ prefix ‖ slots ‖ MAC ‖ summary ‖ body hash ‖ auth public key, the signature left out. */
export function encodeUnsignedHead(
  prefixBytes: Uint8Array,
  slots: readonly Uint8Array[],
  mac: Uint8Array,
  summary: Uint8Array,
  bodyHash: Uint8Array,
  authPublicKey: Uint8Array,
): Bytes {
  return concat(encodeHeader(prefixBytes, slots), mac, summary, bodyHash, authPublicKey);
}

/** Header = u32 prefix length ‖ prefix ‖ slots. */
export function encodeHeader(prefixBytes: Uint8Array, slots: readonly Uint8Array[]): Bytes {
  const length = new Uint8Array(4);
  new DataView(length.buffer).setUint32(0, prefixBytes.length);
  return concat(length, prefixBytes, ...slots);
}

export function bindingOf(header: Uint8Array, mac: Uint8Array): Bytes {
  return hash("segel/1/binding", header, mac);
}

/** What the reporter's auth key signs: binding, summary and body together (attacks 2, 9, 64). */
export function envelopeSignatureInput(binding: Uint8Array, summary: Uint8Array, bodyHash: Uint8Array): Bytes {
  return list("segel/1/envelope-signature", binding, hash("segel/1/summary", summary), bodyHash);
}

export function summaryBytes(kind: EnvelopeKind): number {
  return kind === "report" ? (SUMMARY_CLASSES[0] ?? 0) + AEAD_OVERHEAD_BYTES : 0;
}

/** The bytes of an envelope's sealed body. */
export function sealedBodyBytes(bodyClass: number): number {
  return bodyClass + AEAD_OVERHEAD_BYTES;
}

/** What the reader already knows and the head must say too. Fields left out are not compared. */
export type Expected = {
  readonly kind: EnvelopeKind;
  readonly caseId?: Uint8Array;
  readonly channelId?: Uint8Array;
  readonly parent?: Uint8Array;
};

/**
 * Reads a head and checks all that needs no key: shape, kind, channel, parent, that the case id is the hash
 * of the auth public key, and the signature. Reveals nothing and is what the server runs.
 *
 * @throws CryptoError `malformed` for a wrong shape; `altered` for a wrong signature or anything but what was expected.
 */
export function inspectHead(bytes: Uint8Array, expected: Expected): Head {
  const prefixLength = readU32(bytes, 0);
  if (prefixLength > bytes.length - 4) throw new CryptoError("malformed");
  const prefixBytes = bytes.subarray(4, 4 + prefixLength);
  const prefix = parsePrefix(prefixBytes);
  let offset = 4 + prefixLength;
  const take = (length: number): Uint8Array => {
    const part = exactly(bytes.subarray(offset, offset + length), length);
    offset += length;
    return part;
  };
  const slots = Array.from({ length: prefix.slotCount }, () => take(SLOT_BYTES));
  const header = bytes.subarray(0, offset);
  const mac = take(HASH_BYTES);
  const summary = take(summaryBytes(prefix.kind));
  const bodyHash = take(HASH_BYTES);
  const authPublicKey = take(SIGNING_KEY_BYTES);
  const unsigned = bytes.subarray(0, offset);
  const signature = take(SIGNATURE_BYTES);
  if (offset !== bytes.length) throw new CryptoError("malformed");

  const { kind, caseId, channelId, parent } = expected;
  const asExpected =
    prefix.kind === kind &&
    (caseId === undefined || sameBytes(prefix.caseId, caseId)) &&
    (channelId === undefined || sameBytes(prefix.channelId, channelId)) &&
    (parent === undefined || sameBytes(prefix.parent, parent));
  const binding = bindingOf(header, mac);
  const genuine =
    asExpected &&
    sameBytes(prefix.caseId, caseIdOf(authPublicKey)) &&
    isSignedBy(authPublicKey, signature, envelopeSignatureInput(binding, summary, bodyHash));
  if (!genuine) throw new CryptoError("altered");
  return {
    prefix,
    prefixBytes,
    header,
    slots,
    mac,
    binding,
    summary,
    bodyHash,
    authPublicKey,
    signature,
    headHash: hash("segel/1/head", unsigned),
  };
}

/** Throws `malformed` for a wrong length and `altered` when the body is not the one the head was signed over. */
export function checkBody(head: Head, body: Uint8Array): void {
  exactly(body, sealedBodyBytes(head.prefix.bodyClass));
  if (!sameBytes(hash("segel/1/body", body), head.bodyHash)) throw new CryptoError("altered");
}

/** A report on its way to the server: both envelopes and the receipt, one request. */
export type Submission = {
  readonly head: Uint8Array;
  readonly body: Uint8Array;
  readonly identityHead: Uint8Array;
  readonly identityBody: Uint8Array;
  readonly receipt: Uint8Array;
};

export function encodeSubmission(submission: Submission): Bytes {
  const { head, body, identityHead, identityBody, receipt } = submission;
  return list("segel/1/submission", head, body, identityHead, identityBody, receipt);
}

/** Structure only; `inspectHead` and `checkBody` do the rest. Throws `malformed`. */
export function parseSubmission(bytes: Uint8Array): Submission {
  const [head, body, identityHead, identityBody, receipt, ...rest] = parseList("segel/1/submission", bytes);
  if (!head || !body || !identityHead || !identityBody || !receipt || rest.length > 0)
    throw new CryptoError("malformed");
  return { head, body, identityHead, identityBody, receipt };
}
