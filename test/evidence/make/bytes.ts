/** What the makers of files share. */
import { concat, utf8 } from "../../../src/crypto/bytes.ts";

/** Big-endian numbers of 1, 2, 4 or 8 bytes. */
export function u(bytes: 1 | 2 | 4 | 8, ...values: readonly number[]): Uint8Array {
  return Uint8Array.from(
    values.flatMap((value) =>
      Array.from({ length: bytes }, (_, index) => Math.floor(value / 256 ** (bytes - 1 - index)) % 256),
    ),
  );
}

/** Little-endian. */
export function le(bytes: 1 | 2 | 4, ...values: readonly number[]): Uint8Array {
  return concat(...values.map((value) => u(bytes, value).toReversed()));
}

export function text(value: string): Uint8Array {
  return utf8(value);
}

/** A character a byte. */
export function ascii(value: string): Uint8Array {
  return Uint8Array.from(value, (character) => character.charCodeAt(0));
}

/** Bytes that look random and are the same every time. */
export function noise(length: number, seed = 1): Uint8Array {
  const out = new Uint8Array(length);
  let state = seed;
  for (let i = 0; i < length; i++) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    out[i] = state >>> 24;
  }
  return out;
}

export function has(bytes: Uint8Array, part: Uint8Array | string): boolean {
  const wanted = Buffer.from(typeof part === "string" ? ascii(part) : part);
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes(wanted);
}
