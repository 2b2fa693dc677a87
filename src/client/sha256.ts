/** SHA-256 of request bodies: native where the page is a secure context, else in JavaScript (iOS on http onion pages). */
import { sha256 as sha256InJavaScript } from "@noble/hashes/sha2.js";
import type { Bytes } from "../crypto/bytes.ts";

export async function sha256(bytes: Bytes): Promise<Bytes> {
  const subtle = (globalThis.crypto as Crypto | undefined)?.subtle as SubtleCrypto | undefined;
  if (subtle === undefined) return new Uint8Array(sha256InJavaScript(bytes));
  return new Uint8Array(await subtle.digest("SHA-256", bytes));
}
