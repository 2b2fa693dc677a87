/** A new team secret for those who remain in a case (docs/protocol.md, "Who reads a case"): nobody is added here. */
import type { Bytes } from "../bytes.ts";
import { CryptoError } from "../errors.ts";
import { type EpochPart, encodeEpochPrefix, encodeOpenPart, teamSlotsFor } from "../open-part.ts";
import { KEY_BYTES, aeadOpen, aeadSeal, derive, equal, randomBytes } from "../sodium.ts";
import type { SealingKeyPair } from "./keys.ts";
import { deriveAccessKeyPair, isAccessKeyOf } from "./seal.ts";
import { openSlots, sealSlots } from "./slot.ts";

export type EpochToMake = {
  readonly caseId: Uint8Array;
  /** The one that begins: newest + 1 */
  readonly epoch: number;
  readonly headHash: Uint8Array;
  /** Team secret of the epoch before */
  readonly earlierSecret: Uint8Array;
  /** X-Wing public keys of those who remain, the recovery key among them where the channel says so */
  readonly readers: readonly Uint8Array[];
};

/** Throws `too-long` for more readers than slots, `bad-key` for a key that cannot be sealed to. */
export function makeEpoch({ earlierSecret, readers, ...place }: EpochToMake): {
  readonly openPart: Bytes;
  readonly teamSecret: Bytes;
} {
  const prefix = encodeEpochPrefix(place);
  const teamSecret = randomBytes(KEY_BYTES);
  checkKey(earlierSecret);
  const openPart = encodeOpenPart(
    prefix,
    derive(teamSecret, "segel/1/epoch-commit", prefix),
    aeadSeal(derive(teamSecret, "segel/1/earlier-key", prefix), earlierSecret, prefix),
    deriveAccessKeyPair(teamSecret).publicKey,
    ...sealSlots(prefix, readers, teamSecret, teamSlotsFor(readers.length)),
  );
  return { openPart, teamSecret };
}

/**
 * The new team secret, for who remains. Throws `not-for-me` where no slot opens; `altered` where more than one does, or
 * to another secret than the one that all others hold.
 */
export function openEpoch(part: EpochPart, keys: readonly SealingKeyPair[]): Bytes {
  const [opened, ...more] = openSlots(part.prefixBytes, part.slots, keys);
  if (opened === undefined) throw new CryptoError("not-for-me");
  if (more.length > 0) throw new CryptoError("altered");
  checkTeamSecret(part, opened.secret);
  return opened.secret;
}

/** The team secret of the epoch before, for who holds that of this one. Throws `altered` for any other secret. */
export function openEarlier(part: EpochPart, teamSecret: Uint8Array): Bytes {
  checkTeamSecret(part, teamSecret);
  const { prefixBytes, earlier } = part;
  const secret = aeadOpen(derive(teamSecret, "segel/1/earlier-key", prefixBytes), earlier, prefixBytes);
  checkKey(secret);
  return secret;
}

/** The commitment is checked before anything is opened with the secret: the cipher does not commit to its key. */
function checkTeamSecret({ prefixBytes, commit, accessKey }: EpochPart, teamSecret: Uint8Array): void {
  const isIt = equal(derive(teamSecret, "segel/1/epoch-commit", prefixBytes), commit);
  if (!isIt || !isAccessKeyOf(teamSecret, accessKey)) throw new CryptoError("altered");
}

function checkKey(key: Uint8Array): void {
  if (!(key instanceof Uint8Array) || key.length !== KEY_BYTES) throw new CryptoError("bad-key");
}
