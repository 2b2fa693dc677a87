/** Solving the challenge that goes before a report: PBKDF2-SHA-256, native where it can be (docs/protocol.md, "Proof of work"). */
import { pbkdf2Async } from "@noble/hashes/pbkdf2.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { type Challenge, type DeriveKeyFunction, solveChallenge } from "altcha-lib";
import { deriveKey as deriveNatively } from "altcha-lib/algorithms/web/pbkdf2";
import { utf8 } from "../../crypto/bytes.ts";
import { API } from "../../protocol/api.ts";
import { toBase64url } from "../../protocol/base64url.ts";
import { ApiError, type Connection, callJson } from "../line/http.ts";

/** Same work without WebCrypto, some twenty times slower (http onion pages on iOS). */
const deriveInJavaScript: DeriveKeyFunction = async ({ cost, keyLength }, salt, password) => ({
  derivedKey: await pbkdf2Async(sha256, password, salt, { c: cost, dkLen: keyLength }),
});

/** A slow phone without WebCrypto under load needs about so long; the challenge outlives it. */
const TIMEOUT_MS = 15 * 60_000;

/** Fetches and solves a challenge. The result is the `segel-proof` header, good for one report. Throws ApiError. */
export async function makeProof(connection: Connection): Promise<string> {
  const challenge = (await callJson(connection, "proofOfWork", API.proofOfWork.answer.json)) as unknown as Challenge;
  return solveProof(challenge);
}

export async function solveProof(challenge: Challenge): Promise<string> {
  const subtle = (globalThis.crypto as Crypto | undefined)?.subtle as SubtleCrypto | undefined;
  const solution = await solveChallenge({
    challenge,
    deriveKey: subtle === undefined ? deriveInJavaScript : deriveNatively,
    timeout: TIMEOUT_MS,
  });
  if (solution === null) throw new ApiError("bad-proof-of-work");
  return toBase64url(utf8(JSON.stringify({ challenge, solution })));
}
