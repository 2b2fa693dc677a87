/** Time-based codes of six digits (RFC 6238), as every authenticator app makes them. */
import { Secret, TOTP } from "otpauth";
import { aeadOpen, aeadSeal } from "../../crypto/sodium.ts";
import { concat, u32, utf8 } from "../../crypto/bytes.ts";
import { CryptoError } from "../../crypto/errors.ts";
import type { ServerKey } from "../admission/server-key.ts";
import { fullHourAfter } from "../admission/nonces.ts";
import type { Database } from "../store/database.ts";
import { findCodeFactors, replaceCodeFactor } from "../store/office/factors.ts";
import { insertSpent } from "../store/spent.ts";

/** RFC 6238, 5.2: one step of 30 s before and one behind, for clocks that are wrong and fingers that are slow. */
const STEP_SECONDS = 30;
const WINDOW_STEPS = 1;
const NO_AAD = new Uint8Array();

export type CodeOwner = { readonly memberId: Uint8Array; readonly factorId: Uint8Array };

export function sealCodeSecret(key: ServerKey, owner: CodeOwner, secret: Uint8Array): Uint8Array {
  return aeadSeal(key.factorKey(owner.memberId, owner.factorId), secret, NO_AAD);
}

/** Throws CryptoError where the server's key was lost and not changed. */
export function openCodeSecret(key: ServerKey, owner: CodeOwner, sealed: Uint8Array): Uint8Array {
  const found = findCodeSecret(key, owner, sealed);
  if (found === undefined) throw new CryptoError("altered");
  return found.secret;
}

/** What lies under an earlier key comes under the newest, so that a copy of the database made from now on needs that one. */
export async function resealCodes(database: Database, key: ServerKey): Promise<void> {
  if (key.earlier.length === 0) return;
  for (const factor of await findCodeFactors(database)) {
    const found = findCodeSecret(key, factor, factor.secret);
    if (found === undefined || found.madeBy === key) continue;
    await replaceCodeFactor(database, factor, { ...factor, secret: sealCodeSecret(key, factor, found.secret) });
  }
}

/** The secret, and the key that it lies under: the newest, or one that was replaced. */
function findCodeSecret(
  key: ServerKey,
  { memberId, factorId }: CodeOwner,
  sealed: Uint8Array,
): { readonly madeBy: ServerKey; readonly secret: Uint8Array } | undefined {
  for (const madeBy of [key, ...key.earlier]) {
    try {
      return { madeBy, secret: aeadOpen(madeBy.factorKey(memberId, factorId), sealed, NO_AAD) };
    } catch {
      // It lies under an earlier one, or under one that was lost.
    }
  }
  return undefined;
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
  const expires = fullHourAfter(now + (2 * WINDOW_STEPS + 1) * STEP_SECONDS);
  const spent = concat(utf8("code"), memberId, factorId, u32(step));
  // Under each: one that served just before the key was changed has served.
  const fresh = await Promise.all(
    [key, ...key.earlier].map((one) => insertSpent(database, { nonceHash: one.spentHash(spent), expires })),
  );
  return fresh.every(Boolean);
}
