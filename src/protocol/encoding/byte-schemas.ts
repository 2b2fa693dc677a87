/** Bytes as text in JSON: two spellings, each with one encoding for each sequence of bytes. */
import { fromHex } from "../../crypto/bytes.ts";
import { fromBase64url } from "./base64url.ts";
import * as z from "./zod.ts";

/** Lower-case hexadecimal of exactly so many bytes: ids, hashes, signing keys. */
export function hexOf(bytes: number) {
  return z.string().check(z.regex(new RegExp(`^[0-9a-f]{${2 * bytes}}$`, "u")));
}

/** Canonical base64url of exactly `least` bytes, or of `least` to `most`. */
export function base64urlOf(least: number, most = least) {
  return z.string().check(
    z.regex(/^[A-Za-z0-9_-]*$/u),
    z.refine((value) => isLong(value, least, most)),
  );
}

/** The same, read as the bytes that they spell; what is written stays text. */
export function bytesInHex(bytes: number) {
  return z.pipe(hexOf(bytes), z.transform(fromHex));
}

export function bytesInBase64url(least: number, most = least) {
  return z.pipe(base64urlOf(least, most), z.transform(fromBase64url));
}

function isLong(value: string, least: number, most: number): boolean {
  try {
    const { length } = fromBase64url(value);
    return length >= least && length <= most;
  } catch {
    return false;
  }
}
