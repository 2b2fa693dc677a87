/** What several readers open, all of them the same: one key in slots, a commitment to it, and a box. */
import type { Bytes } from "../bytes.ts";
import type { ReaderBox } from "../reader-box.ts";
import { CryptoError } from "../errors.ts";
import { teamSlotsFor } from "../open-part.ts";
import { pad, unpad } from "../padding.ts";
import { KEY_BYTES, aeadOpen, aeadSeal, equal, randomBytes, wipe } from "../sodium.ts";
import type { SealingKeyPair } from "./keys.ts";
import { openAnySlot, sealSlots } from "./slot.ts";

/** Where it stands, and what its own labels make of the key in the slots. */
export type BoxPlace = {
  readonly prefixBytes: Uint8Array;
  readonly classes: readonly number[];
  /** Slots at most, a multiple of 8 */
  readonly most: number;
  readonly commitTo: (secret: Uint8Array) => Bytes;
  readonly boxKey: (secret: Uint8Array) => Bytes;
};

/** @param readers X-Wing public keys. Throws `too-long` for more content than the box holds and more readers than slots, `bad-key`. */
export function sealToReaders(
  { prefixBytes, classes, most, commitTo, boxKey }: BoxPlace,
  plaintext: Uint8Array,
  readers: readonly Uint8Array[],
): ReaderBox {
  const secret = randomBytes(KEY_BYTES);
  const sealed = {
    commit: commitTo(secret),
    box: aeadSeal(boxKey(secret), pad(plaintext, classes), prefixBytes),
    slots: sealSlots(prefixBytes, readers, secret, teamSlotsFor(readers.length, most)),
  };
  wipe(secret);
  return sealed;
}

/** Throws `not-for-me` where no slot opens, `altered` where what a slot leads to is not what all others read. */
export function openAsReader(
  { prefixBytes, classes, commitTo, boxKey }: BoxPlace,
  { commit, box, slots }: ReaderBox,
  keys: readonly SealingKeyPair[],
): Uint8Array {
  const { secret } = openAnySlot(prefixBytes, slots, keys);
  if (!equal(commitTo(secret), commit)) throw new CryptoError("altered");
  const plaintext = unpad(aeadOpen(boxKey(secret), box, prefixBytes), classes);
  wipe(secret);
  return plaintext;
}
