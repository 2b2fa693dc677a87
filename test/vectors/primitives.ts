/**
 * The building blocks of the format a second time, from Node's own cryptography and @noble/hashes, and nothing of `src`:
 * vectors that were made by the code they test would prove nothing. Encapsulation alone is libsodium's, because
 * Node's cannot be given its random bytes; test/crypto/slot.test.ts opens it with Node's decapsulation.
 */
import {
  createCipheriv,
  createHash,
  createPrivateKey,
  createPublicKey,
  decapsulate,
  diffieHellman,
  sign as signWithNode,
  type KeyObject,
} from "node:crypto";
import { blake2b } from "@noble/hashes/blake2.js";
import libsodium from "#sodium";

await libsodium.ready;

export type Part = Uint8Array | string | number;

export function u32(value: number): Buffer {
  const out = Buffer.alloc(4);
  out.writeUInt32BE(value);
  return out;
}

export function concat(...parts: readonly Uint8Array[]): Buffer {
  return Buffer.concat(parts);
}

function toBytes(part: Part): Uint8Array {
  if (typeof part === "number") return u32(part);
  return typeof part === "string" ? Buffer.from(part, "utf8") : part;
}

/** u32 length and bytes of each field, the label first. */
export function list(purpose: string, ...fields: readonly Part[]): Buffer {
  return concat(...[`segel/1/${purpose}`, ...fields].map(toBytes).flatMap((bytes) => [u32(bytes.length), bytes]));
}

export function hash(purpose: string, ...fields: readonly Part[]): Buffer {
  return Buffer.from(blake2b(list(purpose, ...fields), { dkLen: 32 }));
}

export function derive(key: Uint8Array, purpose: string, ...fields: readonly Part[]): Buffer {
  return Buffer.from(blake2b(list(purpose, ...fields), { dkLen: 32, key }));
}

/** ISO 7816-4 to the smallest size strictly longer. */
export function pad(plaintext: Uint8Array, ...sizes: readonly number[]): Buffer {
  const size = sizes.find((candidate) => candidate > plaintext.length);
  if (size === undefined) throw new Error("no class is long enough");
  return concat(plaintext, Uint8Array.of(0x80), new Uint8Array(size - plaintext.length - 1));
}

/** Bytes that look random and are the same in every run: SHAKE256 of a name and a count. */
export class Seeded {
  #drawn = 0;
  readonly #name: string;
  constructor(name: string) {
    this.#name = name;
  }
  bytes(length: number): Buffer {
    const name = `segel test vectors, ${this.#name}, ${this.#drawn++}`;
    return createHash("shake256", { outputLength: length }).update(name).digest();
  }
}

const rotate = (word: number, by: number) => (word << by) | (word >>> (32 - by));

/** HChaCha20 (draft-irtf-cfrg-xchacha, 2.2): the key that the first 16 bytes of a long nonce lead to. */
export function hChaCha20(key: Uint8Array, nonce: Uint8Array): Buffer {
  const input = concat(Buffer.from("expand 32-byte k"), key, nonce.subarray(0, 16));
  const x = Array.from({ length: 16 }, (_, at) => input.readInt32LE(4 * at));
  const quarter = (a: number, b: number, c: number, d: number) => {
    for (const [target, other, by] of [
      [d, b, 16],
      [b, d, 12],
      [d, b, 8],
      [b, d, 7],
    ] as const) {
      const sum = target === d ? a : c;
      x[sum] = (x[sum]! + x[other]!) | 0;
      x[target] = rotate(x[target]! ^ x[sum]!, by);
    }
  };
  for (let round = 0; round < 10; round++) {
    for (let at = 0; at < 4; at++) quarter(at, at + 4, at + 8, at + 12);
    for (let at = 0; at < 4; at++) quarter(at, 4 + ((at + 1) % 4), 8 + ((at + 2) % 4), 12 + ((at + 3) % 4));
  }
  const out = Buffer.alloc(32);
  for (const [at, word] of [...x.slice(0, 4), ...x.slice(12)].entries()) out.writeInt32LE(word, 4 * at);
  return out;
}

/** XChaCha20-Poly1305 without its nonce: ciphertext and tag. */
function box(key: Uint8Array, nonce: Uint8Array, plaintext: Uint8Array, aad: Uint8Array): Buffer {
  const short = concat(new Uint8Array(4), nonce.subarray(16));
  const cipher = createCipheriv("chacha20-poly1305", hChaCha20(key, nonce), short, { authTagLength: 16 });
  cipher.setAAD(aad, { plaintextLength: plaintext.length });
  return concat(cipher.update(plaintext), cipher.final(), cipher.getAuthTag());
}

/** The format's AEAD: nonce, ciphertext, tag. */
export function aead(key: Uint8Array, nonce: Uint8Array, plaintext: Uint8Array, aad: Uint8Array): Buffer {
  return concat(nonce, box(key, nonce, plaintext, aad));
}

// Beginnings of DER encodings of secret and public keys (RFC 8410; FIPS 203 keys as seeds).
const DER = {
  ed25519: "302e020100300506032b657004220420",
  x25519: "302e020100300506032b656e04220420",
  x25519Public: "302a300506032b656e032100",
  mlKem768: "3054020100300b06096086480165030404020442" + "8040",
} as const;

function secretKey(kind: "ed25519" | "x25519" | "mlKem768", seed: Uint8Array): KeyObject {
  return createPrivateKey({ key: concat(Buffer.from(DER[kind], "hex"), seed), format: "der", type: "pkcs8" });
}

function publicBytes(key: KeyObject, length: number): Buffer {
  const der = createPublicKey(key).export({ format: "der", type: "spki" });
  return der.subarray(der.length - length);
}

export type Signer = { readonly publicKey: Buffer; sign(message: Uint8Array): Buffer };

/** Ed25519 (RFC 8032) from a 32-byte seed. */
export function signer(seed: Uint8Array): Signer {
  const key = secretKey("ed25519", seed);
  return { publicKey: publicBytes(key, 32), sign: (message) => signWithNode(null, message, key) };
}

export type Wing = { readonly seed: Buffer; readonly publicKey: Buffer };

function wingSecrets(seed: Uint8Array): { lattice: KeyObject; curve: KeyObject } {
  const expanded = createHash("shake256", { outputLength: 96 }).update(seed).digest();
  return {
    lattice: secretKey("mlKem768", expanded.subarray(0, 64)),
    curve: secretKey("x25519", expanded.subarray(64)),
  };
}

/** X-Wing key pair (draft-connolly-cfrg-xwing-kem, 5.2). */
export function wing(seed: Buffer): Wing {
  const { lattice, curve } = wingSecrets(seed);
  return { seed, publicKey: concat(publicBytes(lattice, 1184), publicBytes(curve, 32)) };
}

/** X-Wing decapsulation (5.4): what the encapsulation below must lead to. */
export function wingShared({ seed, publicKey }: Wing, ciphertext: Uint8Array): Buffer {
  const { lattice, curve } = wingSecrets(seed);
  const ephemeral = ciphertext.subarray(1088);
  const theirs = concat(Buffer.from(DER.x25519Public, "hex"), ephemeral);
  return createHash("sha3-256")
    .update(decapsulate(lattice, ciphertext.subarray(0, 1088)))
    .update(
      diffieHellman({ privateKey: curve, publicKey: createPublicKey({ key: theirs, format: "der", type: "spki" }) }),
    )
    .update(ephemeral)
    .update(publicKey.subarray(1184))
    .update(Buffer.from("5c2e2f2f5e5c", "hex"))
    .digest();
}

export function encapsulate(publicKey: Uint8Array, random: Uint8Array): { ciphertext: Buffer; shared: Buffer } {
  const { ciphertext, sharedSecret } = libsodium.crypto_kem_xwing_enc_deterministic(publicKey, random);
  return { ciphertext: Buffer.from(ciphertext), shared: Buffer.from(sharedSecret) };
}

/**
 * A slot: ciphertext, then the key under the derived slot key with a nonce of zeros and no AAD.
 * `named` is the public key that the slot key is bound to: another one is a mistake worth a vector.
 */
export function slot(
  place: Uint8Array,
  publicKey: Uint8Array,
  key: Uint8Array,
  random: Uint8Array,
  named = publicKey,
): Buffer {
  const { ciphertext, shared } = encapsulate(publicKey, random);
  const slotKey = derive(shared, "slot-key", place, named, ciphertext);
  return concat(ciphertext, box(slotKey, new Uint8Array(24), key, new Uint8Array()));
}

const POLY_PRIME = 2n ** 130n - 5n;
const POLY_CLAMP = 0x0ffffffc0ffffffc0ffffffc0fffffffn;

function littleEndian(bytes: Uint8Array): bigint {
  return BigInt(`0x${Buffer.from(bytes).reverse().toString("hex") || "0"}`);
}

/** Poly1305 (RFC 8439, 2.5). */
function poly1305(key: Uint8Array, message: Uint8Array): Buffer {
  const [r, s] = [littleEndian(key.subarray(0, 16)) & POLY_CLAMP, littleEndian(key.subarray(16, 32))];
  let sum = 0n;
  for (let at = 0; at < message.length; at += 16) {
    const block = message.subarray(at, at + 16);
    sum = ((sum + littleEndian(block) + (1n << BigInt(8 * block.length))) * r) % POLY_PRIME;
  }
  const tag = (sum + s) % 2n ** 128n;
  return Buffer.from(tag.toString(16).padStart(32, "0"), "hex").reverse();
}

/** A chunk before it is sealed; tag 0 is MESSAGE, 1 PUSH, 3 FINAL. */
export type Chunk = { readonly plaintext: Uint8Array; readonly tag: number };

/** Bit of a tag behind which the stream goes on under a new key: FINAL has it too. */
const TAG_REKEY = 2;

/**
 * secretstream (libsodium's documentation, "Encrypted streams"): every chunk under a key and a counter, its tag
 * encrypted in a block of its own, and the nonce of the next bound to the MAC of the one before.
 * `rekeys`: whether what stands behind FINAL is sealed as the library does it.
 */
export function secretstream(
  key: Uint8Array,
  header: Uint8Array,
  aad: Uint8Array,
  chunks: readonly Chunk[],
  rekeys = true,
): Buffer[] {
  const streamKey = hChaCha20(key, header);
  const bound = Buffer.from(header.subarray(16));
  const filled = (bytes: Uint8Array) => new Uint8Array((16 - (bytes.length % 16)) % 16);
  let counter = 1;
  const nextNonce = () => concat(u32(counter).reverse(), bound);
  return chunks.map(({ plaintext, tag }) => {
    const nonce = nextNonce();
    // ChaCha20 from its block 0 on: 64 bytes for the MAC's key, 64 with the tag in front, then the text.
    const block = new Uint8Array(64);
    block[0] = tag;
    const cipher = createCipheriv("chacha20", streamKey, concat(new Uint8Array(4), nonce));
    const [macKey, tagBlock, text] = [new Uint8Array(64), block, plaintext].map((part) => cipher.update(part));
    const lengths = Buffer.alloc(16);
    lengths.writeBigUInt64LE(BigInt(aad.length));
    lengths.writeBigUInt64LE(BigInt(64 + plaintext.length), 8);
    // The library fills up by the length of the text and not of the whole, to (16 - 64 + length) mod 16.
    const odd = new Uint8Array(plaintext.length % 16);
    const mac = poly1305(macKey!, concat(aad, filled(aad), tagBlock!, text!, odd, lengths));
    for (let at = 0; at < 8; at++) bound[at]! ^= mac[at]!;
    counter++;
    if (rekeys && (tag & TAG_REKEY) !== 0) {
      const rekeying = createCipheriv("chacha20", streamKey, concat(new Uint8Array(4), nextNonce()));
      const next = rekeying.update(concat(streamKey, bound));
      next.copy(streamKey, 0, 0, 32);
      next.copy(bound, 0, 32);
      counter = 1;
    }
    return concat(tagBlock!.subarray(0, 1), text!, mac);
  });
}
