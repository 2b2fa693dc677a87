/**
 * The open part of an internal row that changes who reads a case: what stands before its AEAD, so that somebody who
 * does not hold the key of that AEAD yet can come by it (docs/protocol.md, "Who reads a case").
 * What can be seen of it without any key, by the server too.
 */
import { type Bytes, concat, exactU32, exactly, fromUtf8, list, parseList, readU32, u32 } from "./bytes.ts";
import { SLOT_BYTES } from "./envelope.ts";
import { CryptoError } from "./errors.ts";
import { CASE_ID_BYTES, ID_BYTES } from "./id-size.ts";
import { AEAD_OVERHEAD_BYTES, HASH_BYTES, KEY_BYTES, SIGNING_KEY_BYTES, hash } from "./sodium.ts";

/** The open part of a removal has slots in steps of so many: how many remain is told no more closely. */
const SLOT_STEP = 8;
/** At most so many: a team of sixty-four. */
export const MAX_TEAM_SLOTS = 64;

/** The earlier team secret, sealed under the new one. */
export const EARLIER_BOX_BYTES = KEY_BYTES + AEAD_OVERHEAD_BYTES;
/** Content key and team secret, sealed under the key in the slot. */
const GRANT_BOX_BYTES = 2 * KEY_BYTES + AEAD_OVERHEAD_BYTES;

/** Case, epoch and report to which an open part belongs: its slots open nowhere else. */
type Place = { readonly caseId: Uint8Array; readonly epoch: number; readonly headHash: Uint8Array };

export type EpochPart = Place & {
  readonly kind: "epoch";
  readonly prefixBytes: Uint8Array;
  /** derive(team secret, "epoch-commit", prefix): whoever opens a slot holds the same secret as all others */
  readonly commit: Uint8Array;
  readonly earlier: Uint8Array;
  readonly accessKey: Uint8Array;
  readonly slots: readonly Uint8Array[];
};

export type GrantPart = Place & {
  readonly kind: "grant";
  readonly prefixBytes: Uint8Array;
  /** Member ids, 16 bytes each */
  readonly from: Uint8Array;
  readonly to: Uint8Array;
  readonly slot: Uint8Array;
  readonly box: Uint8Array;
};

export type OpenPart = EpochPart | GrantPart;

/** list("epoch", case id, new epoch, head hash): bound into the slots of those who remain. */
export function encodeEpochPrefix({ caseId, epoch, headHash }: Place): Bytes {
  return list("segel/1/epoch", exactly(caseId, CASE_ID_BYTES), epoch, exactly(headHash, HASH_BYTES));
}

/** list("grant", case id, epoch, from, to, head hash): bound into the one slot. */
export function encodeGrantPrefix({
  caseId,
  epoch,
  from,
  to,
  headHash,
}: Place & Pick<GrantPart, "from" | "to">): Bytes {
  const [author, reader] = [exactly(from, ID_BYTES), exactly(to, ID_BYTES)];
  return list("segel/1/grant", exactly(caseId, CASE_ID_BYTES), epoch, author, reader, exactly(headHash, HASH_BYTES));
}

/** Where `from` stands in the open part of a grant: behind label, case id and epoch, each with its length before it. */
export const GRANT_FROM_AT = 4 + (4 + "segel/1/grant".length) + (4 + CASE_ID_BYTES) + (4 + 4) + 4;

/** How many slots there are where so many read. Throws `too-long`. */
export function teamSlotsFor(readers: number, most: number = MAX_TEAM_SLOTS): number {
  const count = Math.max(1, Math.ceil(readers / SLOT_STEP)) * SLOT_STEP;
  if (count > most) throw new CryptoError("too-long");
  return count;
}

/** u32 length of the prefix ‖ prefix ‖ the rest, all of fixed lengths. */
export function encodeOpenPart(prefixBytes: Uint8Array, ...rest: readonly Uint8Array[]): Bytes {
  return concat(u32(prefixBytes.length), prefixBytes, ...rest);
}

/** Throws `malformed` for anything that has not exactly the shape of one of the two. */
export function inspectOpenPart(bytes: Uint8Array): OpenPart {
  const length = readU32(bytes, 0);
  if (length > bytes.length - 4) throw new CryptoError("malformed");
  const prefixBytes = bytes.subarray(4, 4 + length);
  const rest = bytes.subarray(4 + length);
  return startsAs("segel/1/grant", prefixBytes) ? inspectGrant(prefixBytes, rest) : inspectEpoch(prefixBytes, rest);
}

/** What the signed content of the record names, so that nobody can put another open part before it. */
export function openPartHashOf(bytes: Uint8Array): Bytes {
  return hash("segel/1/open-part", bytes);
}

function startsAs(label: "segel/1/grant", prefixBytes: Uint8Array): boolean {
  const length = readU32(prefixBytes, 0);
  return fromUtf8(prefixBytes.subarray(4, 4 + Math.min(length, label.length))) === label;
}

function inspectEpoch(prefixBytes: Uint8Array, rest: Uint8Array): EpochPart {
  const [caseId, epoch, headHash, ...more] = parseList("segel/1/epoch", prefixBytes);
  const take = taker(rest);
  const [commit, earlier, accessKey] = [take(HASH_BYTES), take(EARLIER_BOX_BYTES), take(SIGNING_KEY_BYTES)];
  const slots = take();
  const count = slots.length / SLOT_BYTES;
  const isWhole = Number.isInteger(count) && count % SLOT_STEP === 0 && count > 0 && count <= MAX_TEAM_SLOTS;
  const number = exactU32(epoch);
  // Epoch 0 is that of the report itself, which no record begins.
  if (more.length > 0 || !isWhole || number === 0) throw new CryptoError("malformed");
  return {
    kind: "epoch",
    prefixBytes,
    caseId: exactly(caseId, CASE_ID_BYTES),
    epoch: number,
    headHash: exactly(headHash, HASH_BYTES),
    commit,
    earlier,
    accessKey,
    slots: Array.from({ length: count }, (_, at) => slots.subarray(at * SLOT_BYTES, (at + 1) * SLOT_BYTES)),
  };
}

function inspectGrant(prefixBytes: Uint8Array, rest: Uint8Array): GrantPart {
  const [caseId, epoch, from, to, headHash, ...more] = parseList("segel/1/grant", prefixBytes);
  if (more.length > 0) throw new CryptoError("malformed");
  const take = taker(rest);
  return {
    kind: "grant",
    prefixBytes,
    caseId: exactly(caseId, CASE_ID_BYTES),
    epoch: exactU32(epoch),
    from: exactly(from, ID_BYTES),
    to: exactly(to, ID_BYTES),
    headHash: exactly(headHash, HASH_BYTES),
    slot: take(SLOT_BYTES),
    box: exactly(take(), GRANT_BOX_BYTES),
  };
}

/** So many bytes from the front, or all that are left. Throws `malformed` where there are fewer. */
function taker(bytes: Uint8Array): (length?: number) => Uint8Array {
  let at = 0;
  return (length = bytes.length - at) => exactly(bytes.subarray(at, (at += length)), length);
}
