/**
 * What wrong words cost whoever goes on guessing: after some for a name, or many for all, signing in needs a proof of work.
 * Nobody is ever locked out: whoever has the words pays too, half a second at most. Counted in memory alone, by buckets of
 * a hash that only this process can make, and nothing that a member does right changes a price: it would tell strangers
 * who has just come in (docs/decisions/0102-a-guess-has-a-price.md).
 */
import { createHmac, randomBytes } from "node:crypto";
import { SIGN_IN, type SignInChallenge } from "../../protocol/proof-of-work.ts";
import { ProblemError } from "../problem.ts";
import { stepsTo } from "./prices.ts";
import type { ProofOfWork } from "./proof-of-work.ts";
import { makeSpentMemory } from "./spent-memory.ts";

/** Two bytes of a hash name a bucket: a name shares its own with one of 65,536 others, and pays for it at most. */
const BUCKETS = 65_536;
const MOST_COUNTED = 255;
/**
 * One digit, then two, from so many wrong words on: a person who mistypes stays below the first, sixteen tries are not
 * noticed, and 256 take some 0.4 s of one core.
 */
const STEPS = { ofName: [8, 24], ofAll: [200, 1_000] } as const;
/** Half of what is counted is forgotten as often: the price of a flood is gone within the hour after it. */
const HALVED_EVERY_MS = 600_000;

export type Guesses = {
  /** What whoever wants to sign in under this name has to solve first; null while nothing is asked. */
  readonly challengeFor: (name: string) => Promise<SignInChallenge | null>;
  /** Before anything is looked up. Throws ProblemError `proof-of-work-needed`, `busy`. */
  readonly admit: (name: string, proof: string | undefined) => Promise<void>;
  /** Somebody's words, or name, were wrong. */
  readonly failed: (name: string) => void;
};

/** @param solutionsAreChecked false in tests that send thousands */
export function makeGuesses(
  proofOfWork: ProofOfWork,
  { solutionsAreChecked, clock = () => performance.now() }: { solutionsAreChecked: boolean; clock?: () => number },
): Guesses {
  const secret = randomBytes(32);
  const counted = new Uint8Array(BUCKETS);
  const spent = makeSpentMemory();
  let all = 0;
  let halvedAt = clock();

  const bucketOf = (name: string) => createHmac("sha256", secret).update(name).digest().readUInt16BE(0);
  const forget = (): void => {
    const halvings = Math.floor((clock() - halvedAt) / HALVED_EVERY_MS);
    if (halvings === 0) return;
    halvedAt += halvings * HALVED_EVERY_MS;
    // A shift by more than 31 would be one by less.
    const by = Math.min(halvings, 31);
    all >>>= by;
    for (const [bucket, count] of counted.entries()) counted[bucket] = count >>> by;
  };
  const digitsFor = (name: string): number => {
    forget();
    return Math.max(stepsTo(counted[bucketOf(name)] ?? 0, STEPS.ofName), stepsTo(all, STEPS.ofAll));
  };

  return {
    async challengeFor(name) {
      const digits = digitsFor(name);
      return digits === 0 ? null : await proofOfWork.makeSignInChallenge(digits);
    },
    async admit(name, header) {
      const digits = digitsFor(name);
      if (digits === 0) return;
      const proof = header === undefined ? undefined : proofOfWork.read(header);
      // One that was fetched while it was cheaper pays for nothing any more.
      const isEnough = proof?.purpose === SIGN_IN && proof.digits >= digits;
      if (!isEnough || (solutionsAreChecked && !(await proof.isSolved())) || !spent.add(proof.nonce, proof.expires))
        throw new ProblemError("proof-of-work-needed");
    },
    failed(name) {
      forget();
      const bucket = bucketOf(name);
      counted[bucket] = Math.min((counted[bucket] ?? 0) + 1, MOST_COUNTED);
      all++;
    },
  };
}
