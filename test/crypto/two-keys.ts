/**
 * A ciphertext that XChaCha20-Poly1305 accepts under two keys: the cipher does not commit to its key
 * (Dodis, Grubbs, Ristenpart and Woodage, "Fast Message Franking", CRYPTO 2018). Poly1305 is a polynomial in the
 * ciphertext's blocks, so one block of it can be solved for.
 */
import { createCipheriv, randomBytes } from "node:crypto";
import { concat, hChaCha20 } from "../vectors/primitives.ts";

const P = 2n ** 130n - 5n;
const BLOCK = 2n ** 128n;
/** RFC 8439, 2.5.1 */
const CLAMP = 0x0ffffffc0ffffffc0ffffffc0fffffffn;

function readLittleEndian(bytes: Uint8Array): bigint {
  let value = 0n;
  for (const byte of bytes.toReversed()) value = (value << 8n) | BigInt(byte);
  return value;
}

function writeLittleEndian(value: bigint, length: number): Buffer {
  const out = Buffer.alloc(length);
  for (let at = 0; at < length; at++, value >>= 8n) out[at] = Number(value & 255n);
  return out;
}

const modulo = (value: bigint) => ((value % P) + P) % P;

function power(base: bigint, exponent: bigint): bigint {
  let result = 1n;
  for (; exponent > 0n; exponent >>= 1n, base = modulo(base * base)) if (exponent & 1n) result = modulo(result * base);
  return result;
}

/** Poly1305's two halves of a key: the first 32 bytes of the key stream. */
function macKey(key: Uint8Array, nonce: Uint8Array): { r: bigint; s: bigint } {
  const start = concat(new Uint8Array(8), nonce.subarray(16));
  const stream = createCipheriv("chacha20", hChaCha20(key, nonce), start).update(new Uint8Array(32));
  return { r: readLittleEndian(stream.subarray(0, 16)) & CLAMP, s: readLittleEndian(stream.subarray(16)) };
}

/** The 16-byte blocks that Poly1305 sees (RFC 8439, 2.8), as numbers with their top bit. */
function macBlocks(aad: Uint8Array, ciphertext: Uint8Array): bigint[] {
  const filled = (bytes: Uint8Array) => concat(bytes, new Uint8Array((16 - (bytes.length % 16)) % 16));
  const lengths = concat(writeLittleEndian(BigInt(aad.length), 8), writeLittleEndian(BigInt(ciphertext.length), 8));
  const input = concat(filled(aad), filled(ciphertext), lengths);
  return Array.from(
    { length: input.length / 16 },
    (_, at) => readLittleEndian(input.subarray(16 * at, 16 * at + 16)) + BLOCK,
  );
}

function evaluate(blocks: readonly bigint[], r: bigint): bigint {
  return blocks.reduce((sum, block) => modulo((sum + block) * r), 0n);
}

/** nonce ‖ ciphertext ‖ tag of `length` bytes of text, valid under both keys. */
export function sealUnderTwoKeys(one: Uint8Array, other: Uint8Array, aad: Uint8Array, length: number): Buffer {
  for (;;) {
    const nonce = randomBytes(24);
    const ciphertext = randomBytes(length);
    const [first, second] = [macKey(one, nonce), macKey(other, nonce)];
    const blocks = macBlocks(aad, ciphertext);
    const at = Math.ceil(aad.length / 16);
    blocks[at] = 0n;
    const exponent = BigInt(blocks.length - at);
    const slope = modulo(power(first.r, exponent) - power(second.r, exponent));
    const difference = second.s - first.s - evaluate(blocks, first.r) + evaluate(blocks, second.r);
    const solved = modulo(difference * power(slope, P - 2n));
    // The block carries a fixed top bit, so one solution in four can be written down.
    if (solved < BLOCK || solved >= 2n * BLOCK) continue;
    ciphertext.set(writeLittleEndian(solved - BLOCK, 16));
    const tags = [first, second].map(({ r, s }) => (evaluate(macBlocks(aad, ciphertext), r) + s) % BLOCK);
    if (tags[0] === tags[1]) return concat(nonce, ciphertext, writeLittleEndian(tags[0]!, 16));
  }
}
