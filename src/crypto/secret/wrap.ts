/** A member's record of one case under the vault key: ten thousand cases are listed from these and the summaries. */
import { type Bytes, concat, exactly, list, readU32, sameBytes, u32 } from "../bytes.ts";
import { DIGEST_CLASSES, pad, unpad } from "../padding.ts";
import { HASH_BYTES, KEY_BYTES, aeadOpen, aeadSeal } from "../sodium.ts";
import { WRAP_BYTES, WRAP_PLAINTEXT_BYTES } from "../wrap-size.ts";
import type { ChainPoint } from "./receipt.ts";

export type Wrap = {
  readonly contentKey: Uint8Array;
  readonly headHash: Uint8Array;
  readonly binding: Uint8Array;
  /** Undefined until the report was opened in full: the key came inside its body */
  readonly threadKey: Uint8Array | undefined;
  readonly epoch: number;
  readonly teamSecret: Uint8Array;
  /** Newest point seen of each direction: less than this shown by a server is an alarm */
  readonly seen: { readonly reporter: ChainPoint; readonly team: ChainPoint; readonly internal: ChainPoint };
};

/** Stands for "only the head was opened so far": no derived key is all zeros. */
const NOT_OPENED = new Uint8Array(KEY_BYTES);

function openedThreadKey(bytes: Uint8Array): Uint8Array | undefined {
  return sameBytes(bytes, NOT_OPENED) ? undefined : bytes;
}

function place(memberId: Uint8Array, caseId: Uint8Array): Bytes {
  return list("segel/1/wrap", memberId, caseId);
}

function encodePoint(point: ChainPoint): Bytes {
  return concat(u32(point.sequence), exactly(point.hash, HASH_BYTES));
}

/** AEAD under the vault key, AAD list("wrap", member id, case id); fixed size, `WRAP_BYTES` of wrap-size.ts. */
export function sealWrap(wrap: Wrap, vaultKey: Uint8Array, memberId: Uint8Array, caseId: Uint8Array): Bytes {
  const plaintext = concat(
    exactly(wrap.contentKey, KEY_BYTES),
    exactly(wrap.headHash, HASH_BYTES),
    exactly(wrap.binding, HASH_BYTES),
    exactly(wrap.threadKey ?? NOT_OPENED, KEY_BYTES),
    u32(wrap.epoch),
    exactly(wrap.teamSecret, KEY_BYTES),
    encodePoint(wrap.seen.reporter),
    encodePoint(wrap.seen.team),
    encodePoint(wrap.seen.internal),
  );
  return aeadSeal(vaultKey, plaintext, place(memberId, caseId));
}

/** Throws `altered` for a wrap of another case, member or vault (attack 77). */
export function openWrap(sealed: Uint8Array, vaultKey: Uint8Array, memberId: Uint8Array, caseId: Uint8Array): Wrap {
  const plaintext = exactly(aeadOpen(vaultKey, sealed, place(memberId, caseId)), WRAP_PLAINTEXT_BYTES);
  let offset = 0;
  const take = (length: number): Uint8Array => plaintext.subarray(offset, (offset += length));
  const takePoint = (): ChainPoint => ({ sequence: readU32(take(4)), hash: take(HASH_BYTES) });
  return {
    contentKey: take(KEY_BYTES),
    headHash: take(HASH_BYTES),
    binding: take(HASH_BYTES),
    threadKey: openedThreadKey(take(KEY_BYTES)),
    epoch: readU32(take(4)),
    teamSecret: take(KEY_BYTES),
    seen: { reporter: takePoint(), team: takePoint(), internal: takePoint() },
  };
}

/** What stands behind a wrap: the digest, or nothing. */
export function splitWrap(record: Uint8Array): { wrap: Uint8Array; digest: Uint8Array } {
  return { wrap: record.subarray(0, WRAP_BYTES), digest: record.subarray(WRAP_BYTES) };
}

function digestPlace(memberId: Uint8Array, caseId: Uint8Array): Bytes {
  return list("segel/1/digest", memberId, caseId);
}

/** AEAD under the vault key, AAD list("digest", member id, case id), padded. Throws `too-long` above 511 bytes. */
export function sealDigest(content: Uint8Array, vaultKey: Uint8Array, memberId: Uint8Array, caseId: Uint8Array): Bytes {
  return aeadSeal(vaultKey, pad(content, DIGEST_CLASSES), digestPlace(memberId, caseId));
}

/** Throws `altered` for a digest of another case, member or vault. */
export function openDigest(
  sealed: Uint8Array,
  vaultKey: Uint8Array,
  memberId: Uint8Array,
  caseId: Uint8Array,
): Uint8Array {
  return unpad(aeadOpen(vaultKey, sealed, digestPlace(memberId, caseId)), DIGEST_CLASSES);
}
