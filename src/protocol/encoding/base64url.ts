/** Base64url without padding (RFC 4648, 5), canonical only: one encoding for each sequence of bytes. */
import type { Bytes } from "../../crypto/bytes.ts";
import { CryptoError } from "../../crypto/errors.ts";

const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
/** Value by character code; 255 for what is no letter of the alphabet. */
const VALUES = new Uint8Array(128).fill(255);
for (let value = 0; value < ALPHABET.length; value++) VALUES[ALPHABET.charCodeAt(value)] = value;

export function toBase64url(bytes: Uint8Array): string {
  let out = "";
  for (let at = 0; at < bytes.length; at += 3) {
    const left = Math.min(3, bytes.length - at);
    const word = ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
    for (let letter = 0; letter <= left; letter++) out += ALPHABET[(word >> (18 - 6 * letter)) & 63];
  }
  return out;
}

/** Throws `malformed` for padding, foreign letters, impossible lengths and unused bits that are not zero. */
export function fromBase64url(text: string): Bytes {
  if (text.length % 4 === 1) throw new CryptoError("malformed");
  const out = new Uint8Array(Math.floor((text.length * 3) / 4));
  let bits = 0;
  let word = 0;
  let offset = 0;
  for (let at = 0; at < text.length; at++) {
    const value = VALUES[text.charCodeAt(at)] ?? 255;
    if (value === 255) throw new CryptoError("malformed");
    word = ((word << 6) | value) & 0xff_ffff;
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      out[offset++] = (word >> bits) & 0xff;
    }
  }
  if ((word & ((1 << bits) - 1)) !== 0) throw new CryptoError("malformed");
  return out;
}

/** Base64 with padding (RFC 4648, 4), as others' text formats have it: canonical here too. */
export function toBase64(bytes: Uint8Array): string {
  const text = toBase64url(bytes).replaceAll("-", "+").replaceAll("_", "/");
  return text.padEnd(Math.ceil(text.length / 4) * 4, "=");
}

/** Throws `malformed` for anything but the one spelling that `toBase64` gives. */
export function fromBase64(text: string): Bytes {
  const bytes = /^[A-Za-z0-9+/]*={0,2}$/u.test(text)
    ? fromBase64url(text.replace(/=+$/u, "").replaceAll("+", "-").replaceAll("/", "_"))
    : undefined;
  if (bytes === undefined || toBase64(bytes) !== text) throw new CryptoError("malformed");
  return bytes;
}
