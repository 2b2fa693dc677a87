/** SHA-256: of whole bytes native where the page is a secure context, else in JavaScript (iOS on http onion pages). */
import { sha256 as sha256InJavaScript } from "@noble/hashes/sha2.js";
import type { Bytes } from "../../crypto/bytes.ts";

/** So many are hashed here, in some 70 µs, before another thread of the platform has heard of them and answered. */
const SHORT_BYTES = 16_384;

export async function sha256(bytes: Bytes): Promise<Bytes> {
  const subtle = (globalThis.crypto as Crypto | undefined)?.subtle as SubtleCrypto | undefined;
  if (subtle === undefined || bytes.length <= SHORT_BYTES) return new Uint8Array(sha256InJavaScript(bytes));
  return new Uint8Array(await subtle.digest("SHA-256", bytes));
}

/** Of short bytes, at once: a tree of hashes has many of them. */
export function sha256Of(bytes: Uint8Array): Bytes {
  return new Uint8Array(sha256InJavaScript(bytes));
}

/** A hash that grows piece by piece. WebCrypto has none; where the platform has one, callers bring it. */
export type Digest = { update(piece: Uint8Array): unknown; digest(): Uint8Array };

export function startSha256(): Digest {
  return sha256InJavaScript.create();
}
