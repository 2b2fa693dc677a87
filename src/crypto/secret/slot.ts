/** A slot: one 32-byte key sealed to one X-Wing public key, bound to the place where it stands. */
import { type Bytes, concat } from "../bytes.ts";
import { SLOT_BYTES } from "../envelope.ts";
import { CryptoError } from "../errors.ts";
import {
  KEM_CIPHERTEXT_BYTES,
  KEY_BYTES,
  derive,
  encapsulate,
  randomBytes,
  slotOpen,
  slotSeal,
  wipe,
} from "../sodium.ts";
import { type SealingKeyPair, decapsulate, deriveSealingKeyPair, makeSeed } from "./keys.ts";

/** KEM ciphertext ‖ AEAD(derive(shared, "slot-key", place, public key, KEM ciphertext), key); 1168 bytes. */
export function sealSlot(place: Uint8Array, publicKey: Uint8Array, key: Uint8Array): Bytes {
  const { ciphertext, shared } = encapsulate(publicKey);
  const slotKey = derive(shared, "segel/1/slot-key", place, publicKey, ciphertext);
  const slot = concat(ciphertext, slotSeal(slotKey, key));
  wipe(shared, slotKey);
  return slot;
}

/** The key in a slot. Throws `altered` when the slot is not for `keys`, or was changed: one cannot tell. */
export function openSlot(place: Uint8Array, keys: SealingKeyPair, slot: Uint8Array): Bytes {
  if (slot.length !== SLOT_BYTES) throw new CryptoError("malformed");
  const ciphertext = slot.subarray(0, KEM_CIPHERTEXT_BYTES);
  const shared = decapsulate(ciphertext, keys);
  const slotKey = derive(shared, "segel/1/slot-key", place, keys.publicKey, ciphertext);
  const key = slotOpen(slotKey, slot.subarray(KEM_CIPHERTEXT_BYTES));
  wipe(shared, slotKey);
  if (key.length !== KEY_BYTES) throw new CryptoError("malformed");
  return key;
}

type OpenedSlot = {
  readonly secret: Bytes;
  /** The reader's key that opened it */
  readonly readerKey: Uint8Array;
};

/** What these slots give to any of the reader's keys, one after the other. */
export function* openSlots(
  place: Uint8Array,
  slots: readonly Uint8Array[],
  keys: readonly SealingKeyPair[],
): Generator<OpenedSlot> {
  for (const slot of slots) {
    for (const pair of keys) {
      let secret: Bytes;
      try {
        secret = openSlot(place, pair, slot);
      } catch {
        // To somebody else, to another key of the same reader, or poisoned: the others are tried all the same (attack 67).
        continue;
      }
      yield { secret, readerKey: pair.publicKey };
    }
  }
}

/** The first of them. Throws `not-for-me` where none opens. */
export function openAnySlot(
  place: Uint8Array,
  slots: readonly Uint8Array[],
  keys: readonly SealingKeyPair[],
): OpenedSlot {
  const [opened] = openSlots(place, slots, keys);
  if (opened === undefined) throw new CryptoError("not-for-me");
  return opened;
}

/** A public key that nobody can open with: its seed dies here. Real encapsulations to it pass for real slots. */
export function makeThrowAwayKey(): Bytes {
  const seed = makeSeed();
  const { publicKey } = deriveSealingKeyPair(seed);
  wipe(seed);
  return publicKey;
}

/**
 * `count` slots: one for each reader, the rest real encapsulations of random keys to one throw-away key
 * (random bytes can be told from X-Wing ciphertexts), shuffled. Who reads cannot be seen from outside.
 */
export function sealSlots(place: Uint8Array, readers: readonly Uint8Array[], key: Uint8Array, count: number): Bytes[] {
  if (readers.length > count) throw new CryptoError("too-long");
  const throwAway = makeThrowAwayKey();
  const slots = Array.from({ length: count }, (_, index) => {
    const reader = readers[index];
    return reader === undefined ? sealSlot(place, throwAway, randomBytes(KEY_BYTES)) : sealSlot(place, reader, key);
  });
  shuffle(slots);
  return slots;
}

/** Fisher–Yates with unbiased draws. */
function shuffle(items: Bytes[]): void {
  for (let last = items.length - 1; last > 0; last--) {
    const other = randomBelow(last + 1);
    const moved = items[last];
    const chosen = items[other];
    if (moved === undefined || chosen === undefined) continue;
    items[last] = chosen;
    items[other] = moved;
  }
}

/** Uniform in 0…bound−1, bound ≤ 256: draws above the largest multiple of `bound` are thrown away. */
function randomBelow(bound: number): number {
  const limit = 256 - (256 % bound);
  for (;;) {
    for (const byte of randomBytes(16)) if (byte < limit) return byte % bound;
  }
}
