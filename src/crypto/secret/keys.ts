/** Key pairs from seeds, decapsulation and signing: the operations that need a secret half. */
import { type Bytes } from "../bytes.ts";
import { CryptoError } from "../errors.ts";
import { KEM_CIPHERTEXT_BYTES, SEED_BYTES, libsodium, randomBytes } from "../sodium.ts";

/** Ed25519: 32-byte public key, 64-byte secret key (seed and public key). */
export type SigningKeyPair = { readonly publicKey: Bytes; readonly secretKey: Bytes };
/** X-Wing: 1216-byte public key; the secret key is the 32-byte seed. */
export type SealingKeyPair = { readonly publicKey: Bytes; readonly secretKey: Bytes };

export function makeSeed(): Bytes {
  return randomBytes(SEED_BYTES);
}

function checkSeed(seed: Uint8Array): void {
  if (!(seed instanceof Uint8Array) || seed.length !== SEED_BYTES) throw new CryptoError("bad-key");
}

export function deriveSigningKeyPair(seed: Uint8Array): SigningKeyPair {
  checkSeed(seed);
  const pair = libsodium.crypto_sign_seed_keypair(seed);
  return { publicKey: pair.publicKey as Bytes, secretKey: pair.privateKey as Bytes };
}

export function deriveSealingKeyPair(seed: Uint8Array): SealingKeyPair {
  checkSeed(seed);
  const pair = libsodium.crypto_kem_xwing_seed_keypair(seed);
  return { publicKey: pair.publicKey as Bytes, secretKey: pair.privateKey as Bytes };
}

export function sign(keys: SigningKeyPair, message: Uint8Array): Bytes {
  return libsodium.crypto_sign_detached(message, keys.secretKey) as Bytes;
}

/**
 * The shared secret of an X-Wing ciphertext. A changed ciphertext gives random bytes (implicit rejection);
 * a low-order X25519 part makes the library throw, which is `altered` here (attack 67).
 */
export function decapsulate(ciphertext: Uint8Array, keys: SealingKeyPair): Bytes {
  if (ciphertext.length !== KEM_CIPHERTEXT_BYTES) throw new CryptoError("malformed");
  try {
    return libsodium.crypto_kem_xwing_dec(ciphertext, keys.secretKey) as Bytes;
  } catch {
    throw new CryptoError("altered");
  }
}
