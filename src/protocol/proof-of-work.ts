/** The proof of work as both sides know it: what is fixed, and how much a server may ask (docs/protocol.md, "Proof of work"). */
import { SHORT_REQUEST_BYTES } from "./limits.ts";
import { hexOf } from "./encoding/byte-schemas.ts";
import * as z from "./encoding/zod.ts";

export const PROOF_ALGORITHM = "PBKDF2/SHA-256";
/** One try takes 1.0–1.8 ms in a browser (measured in Firefox ESR 153) and as long on a server: WebCrypto is native in both. */
export const PROOF_ROUNDS = 10_000;
export const PROOF_KEY_BYTES = 32;
/**
 * Digits that a solution begins with: 16, 256 or 4,096 tries on average, 0.02, 0.4 or 6 s of one core, five times that on a
 * phone, and twenty times more where WebCrypto is missing. No server gets more work than that.
 */
export const MOST_PROOF_DIGITS = 3;

/** What it pays for; a short request has at most `SHORT_REQUEST_BYTES` (limits.ts). */
export const PURPOSES = ["report", "long-report", "message", "long-message", "file"] as const;
export type Purpose = (typeof PURPOSES)[number];

/** What must be paid for a report or message whose request has so many bytes. */
export function purposeOf(kind: "report" | "message", bytes: number): Purpose {
  return bytes > SHORT_REQUEST_BYTES ? `long-${kind}` : kind;
}

/** What signing in costs after wrong words: it stores nothing, so it has no room and no price among the others. */
export const SIGN_IN = "sign-in";
/** A member with the right words pays no more than some half a second, whatever strangers do (docs/decisions/0102). */
const MOST_SIGN_IN_DIGITS = 2;

function challengeOf<const Purposes extends readonly string[]>(purposes: Purposes, mostDigits: number) {
  return z.strictObject({
    // In alphabetical order, in which the library signs them: the parsed object is what the HMAC is over.
    parameters: z.strictObject({
      algorithm: z.literal(PROOF_ALGORITHM),
      cost: z.literal(PROOF_ROUNDS),
      data: z.strictObject({ purpose: z.enum(purposes) }),
      expiresAt: z.int(),
      keyLength: z.literal(PROOF_KEY_BYTES),
      keyPrefix: z.string().check(z.regex(new RegExp(`^[0-9a-f]{1,${mostDigits}}$`, "u"))),
      nonce: hexOf(16),
      salt: hexOf(16),
    }),
    signature: hexOf(32),
  });
}

export const challengeSchema = challengeOf(PURPOSES, MOST_PROOF_DIGITS);
export const signInChallengeSchema = challengeOf([SIGN_IN], MOST_SIGN_IN_DIGITS);
export type SignInChallenge = z.output<typeof signInChallengeSchema>;
/** Of either kind, as a server gets it back */
export const anyChallengeSchema = challengeOf([...PURPOSES, SIGN_IN], MOST_PROOF_DIGITS);
