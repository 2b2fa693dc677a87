/**
 * The recovery key's seed in shares, k of n among custodians (docs/protocol.md, "The recovery key").
 * The library does not notice a wrong share; the public key, which commits to the seed, does.
 */
import { combine, split } from "shamir-secret-sharing";
import { type Bytes, exactly, sameBytes } from "../bytes.ts";
import { CryptoError } from "../errors.ts";
import { SEED_BYTES } from "../sodium.ts";
import { deriveSealingKeyPair } from "./keys.ts";

/** `total` shares of 33 bytes each; any `threshold` of them give the seed, fewer give nothing. */
export async function splitSeed(seed: Uint8Array, threshold: number, total: number): Promise<Bytes[]> {
  const shares = await split(exactly(seed, SEED_BYTES), total, threshold);
  return shares.map((share) => new Uint8Array(share));
}

/** The seed behind `publicKey`. Throws `altered` for a wrong share, too few, or shares of two ceremonies. */
export async function combineShares(shares: readonly Uint8Array[], publicKey: Uint8Array): Promise<Bytes> {
  let seed: Bytes;
  try {
    seed = new Uint8Array(await combine([...shares]));
  } catch {
    throw new CryptoError("altered");
  }
  if (seed.length !== SEED_BYTES || !sameBytes(deriveSealingKeyPair(seed).publicKey, publicKey))
    throw new CryptoError("altered");
  return seed;
}
