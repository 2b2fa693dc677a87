/** Time-based codes of six digits (RFC 6238), as every authenticator app makes them. */
import { Secret, TOTP } from "otpauth";
import { aeadOpen, aeadSeal } from "../../crypto/sodium.ts";
import { concat, u32, utf8 } from "../../crypto/bytes.ts";
import type { ServerKey } from "../admission/server-key.ts";
import { fullHourAfter } from "../admission/nonces.ts";
import type { Database } from "../store/database.ts";
import { insertSpent } from "../store/spent.ts";

/** RFC 6238, 5.2: one step of 30 s before and one behind, for clocks that are wrong and fingers that are slow. */
const STEP_SECONDS = 30;
const WINDOW_STEPS = 1;
const NO_AAD = new Uint8Array();

export type CodeOwner = { readonly memberId: Uint8Array; readonly factorId: Uint8Array };

export function sealCodeSecret(key: ServerKey, owner: CodeOwner, secret: Uint8Array): Uint8Array {
  return aeadSeal(key.factorKey(owner.memberId, owner.factorId), secret, NO_AAD);
}

/** Throws CryptoError where the server's key has changed. */
export function openCodeSecret(key: ServerKey, owner: CodeOwner, sealed: Uint8Array): Uint8Array {
  return aeadOpen(key.factorKey(owner.memberId, owner.factorId), sealed, NO_AAD);
}

export type Spending = CodeOwner & { readonly database: Database; readonly key: ServerKey };

/** True for a right code that has not served, and only once, whichever process asks. */
export async function spendCode(spending: Spending, secret: Uint8Array, code: string): Promise<boolean> {
  const { database, key, memberId, factorId } = spending;
  const now = Math.floor(Date.now() / 1_000);
  const totp = new TOTP({ secret: new Secret({ buffer: new Uint8Array(secret).buffer }), period: STEP_SECONDS });
  const delta = totp.validate({ token: code, window: WINDOW_STEPS, timestamp: now * 1_000 });
  if (delta === null) return false;
  const step = Math.floor(now / STEP_SECONDS) + delta;
  // Like a nonce: what stays is a keyed hash until a full hour, from which nobody reads when a member signed in.
  const nonceHash = key.spentHash(concat(utf8("code"), memberId, factorId, u32(step)));
  return insertSpent(database, { nonceHash, expires: fullHourAfter(now + (2 * WINDOW_STEPS + 1) * STEP_SECONDS) });
}
