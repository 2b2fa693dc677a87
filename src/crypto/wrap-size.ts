/** The sizes of a member's own record of a case, known to the server, which cannot read one (`secret/wrap.ts`). */
import { DIGEST_CLASSES } from "./padding.ts";
import { AEAD_OVERHEAD_BYTES, HASH_BYTES, KEY_BYTES } from "./sodium.ts";

/** Four bytes of sequence and a hash. */
const POINT_BYTES = 4 + HASH_BYTES;
/** Content key, head hash, binding, thread key, epoch, team secret, and three points. */
export const WRAP_PLAINTEXT_BYTES = 5 * KEY_BYTES + 4 + 3 * POINT_BYTES;
export const WRAP_BYTES = WRAP_PLAINTEXT_BYTES + AEAD_OVERHEAD_BYTES;
/** A wrap, and behind it the digest, which is there once the case was opened in full. */
export const DIGESTED_WRAP_BYTES = WRAP_BYTES + Math.max(...DIGEST_CLASSES) + AEAD_OVERHEAD_BYTES;

export function isWrapSize(length: number): boolean {
  return length === WRAP_BYTES || length === DIGESTED_WRAP_BYTES;
}
