/**
 * The only door to libsodium. Each trap of the library is dealt with here once:
 * a missing key is an error and not "unkeyed", every failure is the same error, padding is exact,
 * and randomness is drawn from the platform and looked at before it is used.
 */
import libsodium from "#sodium";
import { type Bytes, type Field, list } from "./bytes.ts";
import { CryptoError } from "./errors.ts";
import type { Label } from "./labels.ts";

await libsodium.ready;

/** For the other files of `src/crypto` alone (test/repo/layers.test.ts). */
export { libsodium };

export const HASH_BYTES = 32;
export const KEY_BYTES = 32;
export const TOKEN_BYTES = 16;
export const NONCE_BYTES = 24;
export const TAG_BYTES = 16;
export const SIGNATURE_BYTES = 64;
export const SIGNING_KEY_BYTES = 32;
/** X-Wing (draft-connolly-cfrg-xwing-kem): sizes of public key, seed and ciphertext. */
export const SEALING_KEY_BYTES = 1216;
export const SEED_BYTES = 32;
export const KEM_CIPHERTEXT_BYTES = 1120;
/** crypto_kem_xwing_enc_deterministic takes 64 bytes: 32 for ML-KEM-768, 32 for X25519. */
const KEM_RANDOM_BYTES = 64;
/** What the AEAD adds to a plaintext: the nonce before it, the tag behind it. */
export const AEAD_OVERHEAD_BYTES = NONCE_BYTES + TAG_BYTES;

const ZERO_NONCE = new Uint8Array(NONCE_BYTES);

/** hash(label, fields…) = BLAKE2b-256 over the list; 32 bytes, public. */
export function hash(label: Label, ...fields: readonly Field[]): Bytes {
  return libsodium.crypto_generichash(HASH_BYTES, list(label, ...fields), null) as Bytes;
}

/**
 * derive(key, label, fields…) = BLAKE2b-256 keyed with `key` over the list; 32 bytes, as secret as the key.
 * Serves as MAC and as key derivation.
 *
 * @param key exactly 32 bytes, or exactly 16: the case token. libsodium takes a missing key as "no key"
 *   and would return a public hash, so anything else throws `bad-key`.
 */
export function derive(key: Uint8Array, label: Label, ...fields: readonly Field[]): Bytes {
  if (
    !(key instanceof Uint8Array) ||
    (key.length !== KEY_BYTES && !(key.length === TOKEN_BYTES && label.startsWith("segel/1/token-")))
  ) {
    throw new CryptoError("bad-key");
  }
  return libsodium.crypto_generichash(HASH_BYTES, list(label, ...fields), key) as Bytes;
}

/** Equality in constant time, for secrets and tags. */
export function equal(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && libsodium.memcmp(a, b);
}

/** Overwrites secrets as far as a JavaScript engine lets us. */
export function wipe(...secrets: readonly Uint8Array[]): void {
  for (const secret of secrets) secret.fill(0);
}

const PROBE_BYTES = 16;
/** getRandomValues refuses more at once (W3C Web Cryptography API, 10.1.1). */
const MAX_DRAW_BYTES = 65_536;
let previousProbe: Uint8Array = new Uint8Array(PROBE_BYTES);

/**
 * `length` random bytes from `crypto.getRandomValues`.
 * Throws `no-randomness` when it is missing, fails, gives one byte value only or repeats itself:
 * without randomness nothing may be sealed (attack 22). Sixteen bytes more are drawn each time to see that;
 * by chance they would be equal once in 2¹²⁸.
 */
export function randomBytes(length: number): Bytes {
  const drawn = new Uint8Array(PROBE_BYTES + length);
  try {
    for (let at = 0; at < drawn.length; at += MAX_DRAW_BYTES)
      globalThis.crypto.getRandomValues(drawn.subarray(at, at + MAX_DRAW_BYTES));
  } catch {
    throw new CryptoError("no-randomness");
  }
  const probe = drawn.subarray(0, PROBE_BYTES);
  const out = drawn.slice(PROBE_BYTES);
  const repeats = equal(probe, previousProbe) || (length >= PROBE_BYTES && equal(probe, out.subarray(0, PROBE_BYTES)));
  if (repeats || isConstant(probe) || (length >= PROBE_BYTES && isConstant(out)))
    throw new CryptoError("no-randomness");
  previousProbe = probe.slice();
  wipe(drawn);
  return out;
}

function isConstant(bytes: Uint8Array): boolean {
  return bytes.every((byte) => byte === bytes[0]);
}

function checkKey(key: Uint8Array): void {
  if (!(key instanceof Uint8Array) || key.length !== KEY_BYTES) throw new CryptoError("bad-key");
}

/** XChaCha20-Poly1305-IETF: a random 24-byte nonce, then ciphertext and tag. */
export function aeadSeal(key: Uint8Array, plaintext: Uint8Array, aad: Uint8Array): Bytes {
  checkKey(key);
  const nonce = randomBytes(NONCE_BYTES);
  const ciphertext = libsodium.crypto_aead_xchacha20poly1305_ietf_encrypt(plaintext, aad, null, nonce, key);
  const out = new Uint8Array(NONCE_BYTES + ciphertext.length);
  out.set(nonce);
  out.set(ciphertext, NONCE_BYTES);
  return out;
}

/** Throws `altered` when key, nonce, AAD or one bit differs. */
export function aeadOpen(key: Uint8Array, sealed: Uint8Array, aad: Uint8Array): Bytes {
  checkKey(key);
  if (sealed.length < AEAD_OVERHEAD_BYTES) throw new CryptoError("malformed");
  try {
    return libsodium.crypto_aead_xchacha20poly1305_ietf_decrypt(
      null,
      sealed.subarray(NONCE_BYTES),
      aad,
      sealed.subarray(0, NONCE_BYTES),
      key,
    ) as Bytes;
  } catch {
    throw new CryptoError("altered");
  }
}

/** A slot's AEAD: empty AAD and zero nonce, since its key comes from a fresh encapsulation and serves once. */
export function slotSeal(key: Uint8Array, content: Uint8Array): Bytes {
  checkKey(key);
  return libsodium.crypto_aead_xchacha20poly1305_ietf_encrypt(content, null, null, ZERO_NONCE, key) as Bytes;
}

export function slotOpen(key: Uint8Array, sealed: Uint8Array): Bytes {
  checkKey(key);
  try {
    return libsodium.crypto_aead_xchacha20poly1305_ietf_decrypt(null, sealed, null, ZERO_NONCE, key) as Bytes;
  } catch {
    throw new CryptoError("altered");
  }
}

/**
 * X-Wing encapsulation to `publicKey` (1216 bytes). The library throws for a low-order X25519 part
 * or a non-canonical ML-KEM key; here that is `bad-key`.
 */
export function encapsulate(publicKey: Uint8Array): { ciphertext: Bytes; shared: Bytes } {
  if (publicKey.length !== SEALING_KEY_BYTES) throw new CryptoError("bad-key");
  const seed = randomBytes(KEM_RANDOM_BYTES);
  try {
    const { ciphertext, sharedSecret } = libsodium.crypto_kem_xwing_enc_deterministic(publicKey, seed);
    return { ciphertext: ciphertext as Bytes, shared: sharedSecret as Bytes };
  } catch {
    throw new CryptoError("bad-key");
  } finally {
    wipe(seed);
  }
}

/** Ed25519 (RFC 8032) over a list. `false` for anything wrong, also for keys and signatures of a wrong length. */
export function isSignedBy(publicKey: Uint8Array, signature: Uint8Array, message: Uint8Array): boolean {
  if (publicKey.length !== SIGNING_KEY_BYTES || signature.length !== SIGNATURE_BYTES) return false;
  try {
    return libsodium.crypto_sign_verify_detached(signature, message, publicKey);
  } catch {
    return false;
  }
}
