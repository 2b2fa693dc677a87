/**
 * What an office decides for itself beside its cases, as it stands on the server (docs/protocol.md, "Office documents"):
 * signed by who wrote it, each version naming the one before, so that a chain is checked without any key that opens.
 */
import { type Bytes, concat, exactU32, exactly, fromUtf8, list, parseList, readU32, u32 } from "./bytes.ts";
import { SLOT_BYTES } from "./envelope.ts";
import { CryptoError } from "./errors.ts";
import { ID_BYTES } from "./id-size.ts";
import { OFFICE_DOCUMENT_CLASSES } from "./padding.ts";
import { type ReaderBox, takeSlots } from "./reader-box.ts";
import { AEAD_OVERHEAD_BYTES, HASH_BYTES, SIGNATURE_BYTES, hash, isSignedBy } from "./sodium.ts";

/** Which version of what, behind which one, by whom, and the directory whose key signed it. */
export type OfficeDocumentPlace = {
  readonly kind: string;
  /** From 1 */
  readonly version: number;
  /** Hash of the version before; zeros before the first */
  readonly previous: Uint8Array;
  readonly memberId: Uint8Array;
  readonly directoryVersion: number;
  readonly directoryHash: Uint8Array;
};

export type OfficeDocument = OfficeDocumentPlace & {
  readonly prefixBytes: Uint8Array;
  readonly signature: Uint8Array;
  /** The content in clear, or a sealed one */
  readonly payload: Uint8Array;
};

const MAX_KIND_BYTES = 32;
/** All who work on cases in one office: four teams of the largest, and as many as slots are shuffled by a byte's draw. */
export const MAX_OFFICE_READERS = 256;
/** The largest box, the longest prefix with its length, a signature, and so many readers. */
export const MAX_OFFICE_DOCUMENT_BYTES =
  Math.max(...OFFICE_DOCUMENT_CLASSES) + AEAD_OVERHEAD_BYTES + 256 + MAX_OFFICE_READERS * SLOT_BYTES + SIGNATURE_BYTES;

/** list("office-document", kind, version, hash of the one before, member id, directory version, directory hash) */
export function encodeOfficeDocumentPrefix({
  kind,
  version,
  previous,
  memberId,
  directoryVersion,
  directoryHash,
}: OfficeDocumentPlace): Bytes {
  return list(
    "segel/1/office-document",
    kind,
    version,
    exactly(previous, HASH_BYTES),
    exactly(memberId, ID_BYTES),
    directoryVersion,
    exactly(directoryHash, HASH_BYTES),
  );
}

/** What its author signs: the place and all that stands behind it. */
export function officeDocumentInput(prefixBytes: Uint8Array, payload: Uint8Array): Bytes {
  return list("segel/1/office-document-signature", prefixBytes, payload);
}

/** u32 length of the prefix ‖ prefix ‖ signature ‖ payload */
export function encodeOfficeDocument({
  prefixBytes,
  signature,
  payload,
}: Pick<OfficeDocument, "prefixBytes" | "signature" | "payload">): Bytes {
  return concat(u32(prefixBytes.length), prefixBytes, exactly(signature, SIGNATURE_BYTES), payload);
}

/** Throws `malformed` for anything that has not exactly the shape of one. */
export function inspectOfficeDocument(bytes: Uint8Array): OfficeDocument {
  const length = readU32(bytes, 0);
  const payloadAt = 4 + length + SIGNATURE_BYTES;
  if (bytes.length < payloadAt || bytes.length > MAX_OFFICE_DOCUMENT_BYTES) throw new CryptoError("malformed");
  const prefixBytes = bytes.subarray(4, 4 + length);
  const [kind, version, previous, memberId, directoryVersion, directoryHash, ...more] = parseList(
    "segel/1/office-document",
    prefixBytes,
  );
  const number = exactU32(version);
  const isKind = kind !== undefined && kind.length > 0 && kind.length <= MAX_KIND_BYTES;
  if (more.length > 0 || number === 0 || !isKind) throw new CryptoError("malformed");
  const before = exactly(previous, HASH_BYTES);
  if ((number === 1) !== before.every((byte) => byte === 0)) throw new CryptoError("malformed");
  return {
    prefixBytes,
    kind: fromUtf8(kind),
    version: number,
    previous: before,
    memberId: exactly(memberId, ID_BYTES),
    directoryVersion: exactU32(directoryVersion),
    directoryHash: exactly(directoryHash, HASH_BYTES),
    signature: bytes.subarray(4 + length, payloadAt),
    payload: bytes.subarray(payloadAt),
  };
}

/** What the next version rests on. */
export function officeDocumentHash(bytes: Uint8Array): Bytes {
  return hash("segel/1/office-document-hash", bytes);
}

export function isOfficeDocumentBy(
  { prefixBytes, signature, payload }: OfficeDocument,
  signingKey: Uint8Array,
): boolean {
  return isSignedBy(signingKey, signature, officeDocumentInput(prefixBytes, payload));
}

/** A payload that is sealed: commitment ‖ u32 number of slots ‖ slots ‖ box */
export function encodeSealedPayload({ commit, slots, box }: ReaderBox): Bytes {
  return concat(exactly(commit, HASH_BYTES), u32(slots.length), ...slots, box);
}

/** Throws `malformed`. */
export function inspectSealedPayload(payload: Uint8Array): ReaderBox {
  const count = readU32(payload, HASH_BYTES);
  const slotsAt = HASH_BYTES + 4;
  const boxAt = slotsAt + count * SLOT_BYTES;
  if (!OFFICE_DOCUMENT_CLASSES.includes(payload.length - boxAt - AEAD_OVERHEAD_BYTES))
    throw new CryptoError("malformed");
  return {
    commit: payload.subarray(0, HASH_BYTES),
    slots: takeSlots(payload.subarray(slotsAt, boxAt), MAX_OFFICE_READERS),
    box: payload.subarray(boxAt),
  };
}
