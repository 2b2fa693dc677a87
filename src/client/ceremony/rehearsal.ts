/**
 * A rehearsal that leaves something behind: the desk asks, the sheets and the lock answer on a machine without a network,
 * and what comes back proves to everybody that this recovery key can be put together. It opens nothing.
 */
import { type Bytes, hex } from "../../crypto/bytes.ts";
import { fingerprintOf } from "../../crypto/identity.ts";
import { sign } from "../../crypto/secret/keys.ts";
import { deriveAttestationKeyPair } from "../../crypto/secret/recovery.ts";
import type { Share } from "../../crypto/secret/share-sheet.ts";
import { randomBytes, wipe } from "../../crypto/sodium.ts";
import { fromBase64url, toBase64url } from "../../protocol/encoding/base64url.ts";
import { encodeJson } from "../../protocol/encoding/canonical-json.ts";
import { type ListedRecovery, listedRecoverySchema } from "../../protocol/directory/directory.ts";
import {
  type Attested,
  DRAWN_BYTES,
  type RecoveryUse,
  attestationInput,
  attestedSchema,
} from "../../protocol/directory/recovery-record.ts";
import * as z from "../../protocol/encoding/zod.ts";
import { listedRecovery, readRecovery, recoverSeed } from "./recovery.ts";
import { CeremonyError } from "./refusal.ts";
import { readFile, readRequest } from "./request.ts";

const { day, drawn } = attestedSchema.shape;
const challengeSchema = z.strictObject({
  format: z.literal("segel/1/recovery-challenge"),
  recovery: listedRecoverySchema,
  day,
  drawn,
});

/** What is to be rehearsed, and the day on which it was asked for: whoever types a sheet reads it. */
export type Challenge = z.infer<typeof challengeSchema>;

/** @param on "2026-11-25" */
export function makeChallenge(recovery: ListedRecovery, on: string): Challenge {
  return { format: "segel/1/recovery-challenge", recovery, day: on, drawn: hex(randomBytes(DRAWN_BYTES)) };
}

export function encodeChallenge(challenge: Challenge): Bytes {
  return encodeJson(challengeSchema, challenge);
}

function readChallenge(file: Uint8Array): Challenge {
  return readFile(challengeSchema, file);
}

/** A recovery key to be rehearsed, and what the desk asks of it; undefined where nothing is to be proved to it. */
export type ToRehearse = { readonly recovery: ListedRecovery; readonly challenge: Challenge | undefined };

/** Of the desk's file, of the one that the splitting left, or of a request; null where a request has no recovery key. */
export function readToRehearse(file: Uint8Array): ToRehearse | null {
  const challenge = unlessMalformed(() => readChallenge(file));
  if (challenge !== undefined) return { recovery: challenge.recovery, challenge };
  const published = unlessMalformed(() => readRecovery(file));
  if (published !== undefined) return { recovery: listedRecovery(published), challenge: undefined };
  const { recovery } = readRequest(file).document;
  return recovery && { recovery, challenge: undefined };
}

function unlessMalformed<Read>(read: () => Read): Read | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof CeremonyError) return undefined;
    throw error;
  }
}

/** Throws as `recoverSeed`; CeremonyError `older-recovery` for a key that attests nothing. */
export async function answerChallenge(
  challenge: Challenge,
  shares: readonly Share[],
  lock: Uint8Array,
): Promise<Attested> {
  const seed = await recoverSeed(shares, lock, challenge.recovery);
  try {
    return attest("rehearsed", challenge, seed);
  } finally {
    wipe(seed);
  }
}

/** Signs with what the seed alone leads to. Throws CeremonyError `older-recovery`. */
export function attest(
  use: RecoveryUse,
  { recovery, day: on, drawn: by }: Pick<Challenge, "recovery" | "day" | "drawn">,
  seed: Uint8Array,
): Attested {
  if (recovery.attestationKey === undefined) throw new CeremonyError("older-recovery");
  const keys = deriveAttestationKeyPair(seed);
  const named = { use, recoveryKey: hex(fingerprintOf(fromBase64url(recovery.publicKey))), day: on, drawn: by };
  const attestation = toBase64url(sign(keys, attestationInput(named)));
  wipe(keys.secretKey);
  return { format: "segel/1/recovery-answer", ...named, attestation };
}

export function encodeAnswer(answer: Attested): Bytes {
  return encodeJson(attestedSchema, answer);
}

export function readAnswer(file: Uint8Array): Attested {
  return readFile(attestedSchema, file);
}
