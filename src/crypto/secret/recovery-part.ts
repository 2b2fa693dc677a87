/**
 * A share of the recovery key, or its lock, on its way to the one member who recovers: sealed to that member's key, and of
 * one length whichever it is (docs/protocol.md, "Recovery").
 */
import { type Bytes, concat, exactly, list, readU32, u32 } from "../bytes.ts";
import { SLOT_BYTES } from "../envelope.ts";
import { CryptoError } from "../errors.ts";
import { RECOVERY_PART_CLASSES, pad, unpad } from "../padding.ts";
import { HASH_BYTES, KEY_BYTES, aeadOpen, aeadSeal, derive, randomBytes, wipe } from "../sodium.ts";
import type { SealingKeyPair } from "./keys.ts";
import { CEREMONY_BYTES, SHARE_BYTES, type Share } from "./share-sheet.ts";
import { openAnySlot, sealSlot } from "./slot.ts";

export type RecoveryPart = { readonly share: Share } | { readonly lock: Bytes };

/** What stands before the bytes of either */
const LOCK = 0;
const SHARE = 1;

function placeOf(call: Uint8Array): Bytes {
  return list("segel/1/recovery-part", exactly(call, HASH_BYTES));
}

/**
 * @param call hash of what the member who recovers has handed over
 * @param publicKey the sealing key that stands in it. Throws `bad-key` for one that cannot be sealed to
 */
export function sealRecoveryPart(part: RecoveryPart, call: Uint8Array, publicKey: Uint8Array): Bytes {
  const place = placeOf(call);
  const key = randomBytes(KEY_BYTES);
  const slot = sealSlot(place, publicKey, key);
  const content = encodePart(part);
  const box = aeadSeal(boxKey(key, place, slot), pad(content, RECOVERY_PART_CLASSES), place);
  wipe(key, content);
  return concat(slot, box);
}

/** Throws `not-for-me` where no key opens it, `altered`, `malformed`. */
export function openRecoveryPart(sealed: Uint8Array, call: Uint8Array, keys: readonly SealingKeyPair[]): RecoveryPart {
  const place = placeOf(call);
  if (sealed.length <= SLOT_BYTES) throw new CryptoError("malformed");
  const [slot, box] = [sealed.subarray(0, SLOT_BYTES), sealed.subarray(SLOT_BYTES)];
  const { secret: key } = openAnySlot(place, [slot], keys);
  const content = unpad(aeadOpen(boxKey(key, place, slot), box, place), RECOVERY_PART_CLASSES);
  wipe(key);
  return decodePart(content);
}

function boxKey(key: Uint8Array, place: Uint8Array, slot: Uint8Array): Bytes {
  return derive(key, "segel/1/recovery-part-key", place, slot);
}

function encodePart(part: RecoveryPart): Bytes {
  if ("lock" in part) return concat(u32(LOCK), exactly(part.lock, KEY_BYTES));
  const { number, threshold, total, ceremony, share } = part.share;
  const counts = [SHARE, number, threshold, total].map(u32);
  return concat(...counts, exactly(ceremony, CEREMONY_BYTES), exactly(share, SHARE_BYTES));
}

function decodePart(content: Uint8Array): RecoveryPart {
  let at = 0;
  const take = (length: number) => new Uint8Array(exactly(content.subarray(at, (at += length)), length));
  const count = () => readU32(take(4));
  const kind = count();
  const part: RecoveryPart =
    kind === LOCK
      ? { lock: take(KEY_BYTES) }
      : {
          share: {
            number: count(),
            threshold: count(),
            total: count(),
            ceremony: take(CEREMONY_BYTES),
            share: take(SHARE_BYTES),
          },
        };
  if (at !== content.length || kind > SHARE) throw new CryptoError("malformed");
  return part;
}
