/** Server nonces: who made one is told by a MAC, that it is fresh by the table of those that have served. */
import { type Bytes, concat, readU32, u32 } from "../../crypto/bytes.ts";
import { equal, randomBytes } from "../../crypto/sodium.ts";
import { NONCE_BYTES } from "../../protocol/api.ts";
import { fromBase64url, toBase64url } from "../../protocol/base64url.ts";
import { NONCE_SECONDS } from "../../protocol/limits.ts";
import type { Database } from "../store/database.ts";
import { insertSpent } from "../store/spent.ts";
import type { ServerKey } from "./server-key.ts";

const RANDOM_BYTES = 16;

export type Nonce = { readonly bytes: Bytes; readonly expires: number };

export function nowSeconds(): number {
  return Math.floor(Date.now() / 1_000);
}

/** 16 random bytes ‖ u32 expiry ‖ MAC, base64url. Nothing is stored until it is used. */
export function makeNonce(key: ServerKey, expires = nowSeconds() + NONCE_SECONDS): string {
  const random = randomBytes(RANDOM_BYTES);
  return toBase64url(concat(random, u32(expires), key.nonceMac(random, expires)));
}

/** A nonce that this installation made and that has not expired, or undefined. Whether it is fresh, `spend` tells. */
export function readNonce(key: ServerKey, text: string): Nonce | undefined {
  let bytes: Bytes;
  try {
    bytes = fromBase64url(text);
  } catch {
    return undefined;
  }
  if (bytes.length !== NONCE_BYTES) return undefined;
  const expires = readU32(bytes, RANDOM_BYTES);
  const mac = key.nonceMac(bytes.subarray(0, RANDOM_BYTES), expires);
  if (!equal(mac, bytes.subarray(RANDOM_BYTES + 4)) || expires < nowSeconds()) return undefined;
  return { bytes, expires };
}

/** True for the first who uses this nonce, whichever process asks. */
export function spend(database: Database, key: ServerKey, nonce: Nonce): Promise<boolean> {
  return insertSpent(database, { nonceHash: key.spentHash(nonce.bytes), expires: fullHourAfter(nonce.expires) });
}

/** Rounded up to the hour: the row that a request leaves does not tell when it came. */
export function fullHourAfter(seconds: number): Date {
  return new Date(Math.ceil(seconds / 3_600) * 3_600_000);
}
