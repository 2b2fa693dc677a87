/**
 * Bytes, and the one way in which several values become one input: the **list**
 * (docs/protocol.md, "Lists"). Length prefixes make the encoding injective, so that no two
 * different sequences of fields can ever be signed, hashed or authenticated alike.
 */
import { CryptoError } from "./errors.ts";
import type { Label } from "./labels.ts";

export type Bytes = Uint8Array<ArrayBuffer>;

/** A field of a list: bytes as they are, well-formed text as UTF-8, a number as u32 big-endian. */
export type Field = Uint8Array | string | number;

const encoder = new TextEncoder();
// `fatal`: a malformed sequence is an error, never a silent U+FFFD. `ignoreBOM`: U+FEFF is content.
const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

export function utf8(text: string): Bytes {
  return encoder.encode(text);
}

/** Throws `malformed` when the bytes are not UTF-8. */
export function fromUtf8(bytes: Uint8Array): string {
  try {
    return decoder.decode(bytes);
  } catch {
    throw new CryptoError("malformed");
  }
}

export function concat(...parts: readonly Uint8Array[]): Bytes {
  let length = 0;
  for (const part of parts) length += part.length;
  const out = new Uint8Array(length);
  let offset = 0;
  for (const part of parts) {
    out.set(part, offset);
    offset += part.length;
  }
  return out;
}

/** `value` as u32 big-endian. Throws `malformed` outside 0…2³²−1. */
export function u32(value: number): Bytes {
  if (!Number.isInteger(value) || value < 0 || value > 0xffff_ffff) throw new CryptoError("malformed");
  return Uint8Array.of(value >>> 24, (value >>> 16) & 0xff, (value >>> 8) & 0xff, value & 0xff);
}

export function readU32(bytes: Uint8Array, offset = 0): number {
  if (offset + 4 > bytes.length) throw new CryptoError("malformed");
  const byte = (at: number) => bytes[offset + at] ?? 0;
  return ((byte(0) << 24) | (byte(1) << 16) | (byte(2) << 8) | byte(3)) >>> 0;
}

function fieldBytes(field: Field): Uint8Array {
  if (typeof field === "string") {
    // TextEncoder turns every half surrogate into U+FFFD: two different texts would be signed alike.
    if (/\p{Cs}/u.test(field)) throw new CryptoError("malformed");
    return utf8(field);
  }
  if (typeof field === "number") return u32(field);
  return field;
}

/** list(label, fields…): every field, the label first, as u32 big-endian length and bytes. Throws `malformed` for half surrogates. */
export function list(label: Label, ...fields: readonly Field[]): Bytes {
  const parts: Uint8Array[] = [];
  for (const field of [label, ...fields]) {
    const bytes = fieldBytes(field);
    parts.push(u32(bytes.length), bytes);
  }
  return concat(...parts);
}

/**
 * The fields of a list without its label, as views into `bytes`.
 * Throws `malformed` when the label differs, a length runs over the end or bytes are left over.
 */
export function parseList(label: Label, bytes: Uint8Array): Uint8Array[] {
  const fields: Uint8Array[] = [];
  let offset = 0;
  while (offset < bytes.length) {
    const length = readU32(bytes, offset);
    offset += 4;
    if (length > bytes.length - offset) throw new CryptoError("malformed");
    fields.push(bytes.subarray(offset, offset + length));
    offset += length;
  }
  const first = fields.shift();
  if (first === undefined || !isText(first, label)) throw new CryptoError("malformed");
  return fields;
}

/** Whether the bytes spell a text of ASCII, as labels are: a log has one or two of them in each leaf. */
function isText(bytes: Uint8Array, ascii: string): boolean {
  if (bytes.length !== ascii.length) return false;
  for (let at = 0; at < bytes.length; at++) if (bytes[at] !== ascii.charCodeAt(at)) return false;
  return true;
}

/** Equality of public values. For secrets and tags use `equal` of sodium.ts, which takes constant time. */
export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}

/** Returns `bytes` when it has exactly `length` bytes, else throws `malformed`. */
export function exactly(bytes: Uint8Array | undefined, length: number): Uint8Array {
  if (bytes === undefined || bytes.length !== length) throw new CryptoError("malformed");
  return bytes;
}

/** A u32 field of a parsed list. */
export function exactU32(bytes: Uint8Array | undefined): number {
  return readU32(exactly(bytes, 4));
}

const HEX = Array.from({ length: 256 }, (_, value) => value.toString(16).padStart(2, "0"));

/** Lower-case hexadecimal: how ids and public keys look in documents and addresses. */
export function hex(bytes: Uint8Array): string {
  let out = "";
  for (const byte of bytes) out += HEX[byte];
  return out;
}

/** Throws `malformed` for anything but lower-case hexadecimal of even length. */
export function fromHex(text: string): Bytes {
  if (text.length % 2 !== 0 || !/^[0-9a-f]*$/u.test(text)) throw new CryptoError("malformed");
  const out = new Uint8Array(text.length / 2);
  for (let i = 0; i < out.length; i++) out[i] = Number.parseInt(text.slice(2 * i, 2 * i + 2), 16);
  return out;
}
