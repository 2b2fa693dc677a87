/**
 * Proof of work: what storing something costs a sender who has no name and no address here; how much, prices.ts says.
 * The challenge carries everything in itself under an HMAC; it serves once, as a nonce does.
 */
import { createHmac, createSecretKey, pbkdf2, timingSafeEqual } from "node:crypto";
import { availableParallelism } from "node:os";
import { promisify } from "node:util";
import { createChallenge } from "altcha-lib";
import { deriveKey } from "altcha-lib/algorithms/pbkdf2";
import { concat, fromHex, fromUtf8, u32 } from "../../crypto/bytes.ts";
import { fromBase64url } from "../../protocol/encoding/base64url.ts";
import { hexOf } from "../../protocol/encoding/byte-schemas.ts";
import {
  PROOF_ALGORITHM,
  PROOF_KEY_BYTES,
  PROOF_ROUNDS,
  type Purpose,
  SIGN_IN,
  type SignInChallenge,
  anyChallengeSchema,
  challengeSchema,
  signInChallengeSchema,
} from "../../protocol/proof-of-work.ts";
import { PROOF_OF_WORK_SECONDS } from "../../protocol/limits.ts";
import { z } from "../../protocol/encoding/zod.ts";
import { ProblemError } from "../problem.ts";
import { nowSeconds } from "./nonces.ts";
import type { ServerKey } from "./server-key.ts";

type Challenge = z.output<typeof challengeSchema>;

const proofSchema = z.strictObject({
  challenge: anyChallengeSchema,
  solution: z.strictObject({
    counter: z.int().check(z.gte(0), z.lte(0xffff_ffff)),
    derivedKey: hexOf(PROOF_KEY_BYTES),
    time: z.optional(z.number()),
  }),
});

/** The JSON has some 450 bytes; base64 adds a third. */
const MAX_HEADER_CHARACTERS = 1_024;

export type Proof = {
  readonly purpose: Purpose | typeof SIGN_IN;
  /** What was asked when the challenge was made */
  readonly digits: number;
  /** The challenge's nonce, which serves once. */
  readonly nonce: Uint8Array;
  readonly expires: number;
  /** The slow half of the check. Throws `busy` when it had to give way. */
  readonly isSolved: () => Promise<boolean>;
};

export type ProofOfWork = {
  readonly makeChallenge: (purpose: Purpose) => Promise<Challenge>;
  readonly makeSignInChallenge: (digits: number) => Promise<SignInChallenge>;
  /** The cheap half: form, HMAC, expiry, bounds of the solution. Undefined when anything is wrong. */
  readonly read: (header: string) => Proof | undefined;
};

/** @param digitsFor how many digits of a solution must be zero: the price (prices.ts) */
export function makeProofOfWork(key: ServerKey, digitsFor: (purpose: Purpose) => Promise<number>): ProofOfWork {
  const secret = key.proofOfWorkSecret;
  const hmacKey = createSecretKey(secret, "utf8");
  const runSlowly = limitConcurrency();
  const make = (purpose: Proof["purpose"], digits: number) =>
    createChallenge({
      algorithm: PROOF_ALGORITHM,
      cost: PROOF_ROUNDS,
      keyLength: PROOF_KEY_BYTES,
      keyPrefix: "0".repeat(digits),
      data: { purpose },
      expiresAt: nowSeconds() + PROOF_OF_WORK_SECONDS,
      hmacSignatureSecret: secret,
      deriveKey,
    });
  return {
    makeChallenge: async (purpose) => z.parse(challengeSchema, await make(purpose, await digitsFor(purpose))),
    makeSignInChallenge: async (digits) => z.parse(signInChallengeSchema, await make(SIGN_IN, digits)),
    read(header) {
      const proof = parseProof(header);
      if (proof === undefined) return undefined;
      const { parameters, signature } = proof.challenge;
      const { solution } = proof;
      const mac = createHmac("sha256", hmacKey).update(JSON.stringify(parameters)).digest();
      if (!timingSafeEqual(mac, fromHex(signature))) return undefined;
      if (parameters.expiresAt < nowSeconds() || !solution.derivedKey.startsWith(parameters.keyPrefix))
        return undefined;
      const nonce = fromHex(parameters.nonce);
      return {
        purpose: parameters.data.purpose,
        digits: parameters.keyPrefix.length,
        nonce,
        expires: parameters.expiresAt,
        isSolved: () =>
          runSlowly(async () => {
            const derived = await derive(
              concat(nonce, u32(solution.counter)),
              fromHex(parameters.salt),
              PROOF_ROUNDS,
              PROOF_KEY_BYTES,
              "sha256",
            );
            return timingSafeEqual(derived, fromHex(solution.derivedKey));
          }),
      };
    },
  };
}

const derive = promisify(pbkdf2);

function parseProof(header: string): z.infer<typeof proofSchema> | undefined {
  if (header.length > MAX_HEADER_CHARACTERS) return undefined;
  try {
    const result = z.safeParse(proofSchema, JSON.parse(fromUtf8(fromBase64url(header))));
    return result.success ? result.data : undefined;
  } catch {
    return undefined;
  }
}

/** As many waiting as can hold a whole report each within the memory that is ours under load. */
const MAX_WAITING = 48;

/**
 * Runs as many at once as there are cores. When too many wait, one of them drawn by lot gives way to the newcomer:
 * a flood cannot fill the queue for good, and whoever tries again gets through.
 */
function limitConcurrency(): <Result>(work: () => Promise<Result>) => Promise<Result> {
  let free = Math.min(availableParallelism(), 4); // libuv runs four at once
  const waiting: { readonly start: () => void; readonly giveWay: () => void }[] = [];
  const wait = (): Promise<void> =>
    new Promise((resolve, reject) => {
      if (waiting.length >= MAX_WAITING) waiting.splice(Math.floor(Math.random() * waiting.length), 1)[0]?.giveWay();
      waiting.push({ start: resolve, giveWay: () => reject(new ProblemError("busy")) });
    });
  return async (work) => {
    if (free > 0) free--;
    else await wait();
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next === undefined) free++;
      else next.start();
    }
  };
}
