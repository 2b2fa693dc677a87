/**
 * The recovery key (docs/protocol.md, "The recovery key"). Its seed follows from two things: a secret in shares, k of n among
 * custodians, and a lock that the holders of the roots keep. Neither alone opens anything. The library that splits does not
 * notice a wrong share; the public key, which commits to the seed, does.
 */
import { combine, split } from "shamir-secret-sharing";
import { type Bytes, exactly, sameBytes } from "../bytes.ts";
import { CryptoError } from "../errors.ts";
import { KEY_BYTES, SEED_BYTES, derive, wipe } from "../sodium.ts";
import { type SigningKeyPair, deriveSealingKeyPair, deriveSigningKeyPair } from "./keys.ts";

/** `total` shares of 33 bytes each; any `threshold` of them give the seed, fewer give nothing. */
export async function splitSeed(seed: Uint8Array, threshold: number, total: number): Promise<Bytes[]> {
  const shares = await split(exactly(seed, SEED_BYTES), total, threshold);
  return shares.map((share) => new Uint8Array(share));
}

/** The seed behind `publicKey`. Throws `altered` for a wrong share, too few, or shares of two ceremonies. */
export async function combineShares(shares: readonly Uint8Array[], publicKey: Uint8Array): Promise<Bytes> {
  const seed = await combineOrRefuse(shares);
  if (seed.length !== SEED_BYTES || !sameBytes(deriveSealingKeyPair(seed).publicKey, publicKey))
    throw new CryptoError("altered");
  return seed;
}

/** What was split, and by which ceremony. */
export type Splitting = {
  readonly ceremony: Uint8Array;
  readonly threshold: number;
  readonly total: number;
};

/** The seed behind the custodians' secret and the lock of the root holders. Throws `bad-key` unless both have 32 bytes. */
export function lockedSeed(secret: Uint8Array, lock: Uint8Array, { ceremony, threshold, total }: Splitting): Bytes {
  if (!(lock instanceof Uint8Array) || lock.length !== KEY_BYTES) throw new CryptoError("bad-key");
  return derive(secret, "segel/1/recovery-seed", lock, ceremony, threshold, total);
}

/** Signs that the recovery key was put together, and for what: with it everybody can tell. It opens nothing. */
export function deriveAttestationKeyPair(seed: Uint8Array): SigningKeyPair {
  return deriveSigningKeyPair(derive(seed, "segel/1/attestation-seed"));
}

/** The same from shares. Throws `altered` for whatever does not lead to `publicKey`: a wrong share, too few, another lock. */
export async function combineLocked(
  shares: readonly Uint8Array[],
  lock: Uint8Array,
  splitting: Splitting,
  publicKey: Uint8Array,
): Promise<Bytes> {
  const secret = await combineOrRefuse(shares);
  if (secret.length !== SEED_BYTES) throw new CryptoError("altered");
  const seed = lockedSeed(secret, lock, splitting);
  wipe(secret);
  if (!sameBytes(deriveSealingKeyPair(seed).publicKey, publicKey)) throw new CryptoError("altered");
  return seed;
}

async function combineOrRefuse(shares: readonly Uint8Array[]): Promise<Bytes> {
  try {
    return new Uint8Array(await combine([...shares]));
  } catch {
    throw new CryptoError("altered");
  }
}
