/** A case given to a member who did not read it (docs/protocol.md, "Who reads a case"). */
import { type Bytes, concat, exactly } from "../bytes.ts";
import { type GrantPart, encodeGrantPrefix, encodeOpenPart } from "../open-part.ts";
import { KEY_BYTES, aeadOpen, aeadSeal, derive, randomBytes, wipe } from "../sodium.ts";
import type { SealingKeyPair } from "./keys.ts";
import { openAnySlot, sealSlot } from "./slot.ts";

/** All that a newcomer needs: earlier epochs open backwards from the newest secret. */
type Granted = {
  /** Content key of the report */
  readonly contentKey: Uint8Array;
  /** Team secret of the epoch that the grant names */
  readonly teamSecret: Uint8Array;
};

export type GrantToMake = Granted &
  Pick<GrantPart, "caseId" | "epoch" | "from" | "to" | "headHash"> & {
    /** X-Wing public key of the newcomer */
    readonly publicKey: Uint8Array;
  };

/**
 * A slot holds one key of 32 bytes, and two are given: it holds a random one, under which both are sealed.
 * Throws `bad-key` for a key that cannot be sealed to.
 */
export function makeGrant({ contentKey, teamSecret, publicKey, ...place }: GrantToMake): Bytes {
  const prefix = encodeGrantPrefix(place);
  const secret = randomBytes(KEY_BYTES);
  const slot = sealSlot(prefix, publicKey, secret);
  const keys = concat(exactly(contentKey, KEY_BYTES), exactly(teamSecret, KEY_BYTES));
  const openPart = encodeOpenPart(prefix, slot, aeadSeal(grantKey(secret, prefix, slot), keys, prefix));
  wipe(secret, keys);
  return openPart;
}

/** Throws `not-for-me` where the slot does not open, `altered` where what it leads to does not. */
export function openGrant(
  { prefixBytes, slot, box }: GrantPart,
  keys: readonly SealingKeyPair[],
): Granted & { /** The public key to which it was given */ readonly readerKey: Uint8Array } {
  const { secret, readerKey } = openAnySlot(prefixBytes, [slot], keys);
  const opened = aeadOpen(grantKey(secret, prefixBytes, slot), box, prefixBytes);
  return { contentKey: opened.subarray(0, KEY_BYTES), teamSecret: opened.subarray(KEY_BYTES), readerKey };
}

function grantKey(secret: Uint8Array, prefix: Uint8Array, slot: Uint8Array): Bytes {
  return derive(secret, "segel/1/grant-key", prefix, slot);
}
