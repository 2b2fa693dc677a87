/** Solving the challenge that goes before what a stranger stores: PBKDF2-SHA-256, native where it can be (docs/protocol.md, "Proof of work"). */
import { pbkdf2Async } from "@noble/hashes/pbkdf2.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { type Challenge, type DeriveKeyFunction, solveChallenge } from "altcha-lib";
import { deriveKey as deriveNatively } from "altcha-lib/algorithms/web/pbkdf2";
import { type Bytes, utf8 } from "../../crypto/bytes.ts";
import type { SigningKeyPair } from "../../crypto/secret/keys.ts";
import type { Operation } from "../../protocol/api.ts";
import { toBase64url } from "../../protocol/encoding/base64url.ts";
import { HEADERS } from "../../protocol/headers.ts";
import { type Purpose, challengeSchema } from "../../protocol/proof-of-work.ts";
import * as z from "../../protocol/encoding/zod.ts";
import { ApiError, type Call, type Connection, callBytes, callJson, callSigned, signedHeaders } from "./http.ts";
import { withLinkedAbort } from "./waiting.ts";

/** Same work without WebCrypto, some twenty times slower (http onion pages on iOS). */
const deriveInJavaScript: DeriveKeyFunction = async ({ cost, keyLength }, salt, password) => ({
  derivedKey: await pbkdf2Async(sha256, password, salt, { c: cost, dkLen: keyLength }),
});

/** A slow phone without WebCrypto under load needs about so long; the challenge outlives it. */
const TIMEOUT_MS = 15 * 60_000;

/**
 * Fetches and solves a challenge. The result is the `segel-proof` header, good for one request. Throws ApiError,
 * `asks-too-much` before any work where a challenge is not one of the protocol; the signal's reason.
 */
export async function makeProof(connection: Connection, purpose: Purpose, signal?: AbortSignal): Promise<string> {
  const challenge = await callJson(connection, "proofOfWork", z.unknown(), { query: { for: purpose }, signal });
  const { success, data } = z.safeParse(challengeSchema, challenge);
  if (!success) throw new ApiError("asks-too-much");
  return solveProof(data, signal);
}

export async function solveProof(challenge: Challenge, signal?: AbortSignal): Promise<string> {
  const subtle = (globalThis.crypto as Crypto | undefined)?.subtle as SubtleCrypto | undefined;
  const solution = await withLinkedAbort(signal, (controller) =>
    solveChallenge({
      challenge,
      controller,
      deriveKey: subtle === undefined ? deriveInJavaScript : deriveNatively,
      timeout: TIMEOUT_MS,
    }),
  );
  signal?.throwIfAborted();
  if (solution === null) throw new ApiError("bad-proof-of-work");
  return toBase64url(utf8(JSON.stringify({ challenge, solution })));
}

export type Payment = {
  readonly purpose: Purpose;
  /** A proof that is there already; kept here over a failure, so that a retry is the same request */
  proof?: string | undefined;
  /** Hears that the device works on a proof, and that it has ended. While it does, the server has taken nothing. */
  onWork?: ((isWorking: boolean) => void) | undefined;
};

/** A reporter's request, signed over a proof of work in the place of a nonce. One that went stale is made anew, once. */
export async function callPaying(
  connection: Connection,
  operation: Operation,
  call: Call,
  keys: SigningKeyPair,
  payment: Payment,
): Promise<Bytes> {
  for (let attempt = 0; ; attempt++) {
    payment.proof ??= await workFor(connection, payment, call.signal);
    const headers = {
      ...(await signedHeaders(connection, operation, call, keys, utf8(payment.proof))),
      [HEADERS.proof]: payment.proof,
    };
    try {
      return await callBytes(connection, operation, { ...call, headers });
    } catch (error) {
      if (!(error instanceof ApiError && error.code === "bad-proof-of-work")) throw error;
      payment.proof = undefined;
      if (attempt > 0) throw error;
    }
  }
}

async function workFor(connection: Connection, { purpose, onWork }: Payment, signal?: AbortSignal): Promise<string> {
  onWork?.(true);
  try {
    return await makeProof(connection, purpose, signal);
  } finally {
    onWork?.(false);
  }
}

/** A signed request that the server may want to be paid for: when it says so, with the same bytes. */
export async function callSignedOrPaying(
  connection: Connection,
  operation: Operation,
  call: Call,
  keys: SigningKeyPair,
  payment: Payment,
): Promise<Bytes> {
  try {
    return await callSigned(connection, operation, call, keys);
  } catch (error) {
    if (!(error instanceof ApiError && error.code === "proof-of-work-needed")) throw error;
    return callPaying(connection, operation, call, keys, payment);
  }
}
