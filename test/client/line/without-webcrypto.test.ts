/** On iOS an http onion page has no `crypto.subtle`: everything must work without it, only slower. */
import { type Challenge, createChallenge, verifySolution } from "altcha-lib";
import { deriveKey } from "altcha-lib/algorithms/web/pbkdf2";
import t from "tap";
import { solveProof } from "../../../src/client/line/proof-of-work.ts";
import { sha256 } from "../../../src/client/line/sha256.ts";
import { hex, utf8 } from "../../../src/crypto/bytes.ts";
import { fromBase64url } from "../../../src/protocol/encoding/base64url.ts";

async function withoutSubtle<Result>(work: () => Promise<Result>): Promise<Result> {
  Object.defineProperty(globalThis.crypto, "subtle", { value: undefined, configurable: true });
  try {
    return await work();
  } finally {
    // What stands behind it is the platform's own.
    Reflect.deleteProperty(globalThis.crypto, "subtle");
  }
}

t.test("SHA-256 is the same without WebCrypto", async (t) => {
  const expected = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
  t.equal(hex(await sha256(utf8("abc"))), expected, "FIPS 180-4, example of one block");
  t.equal(hex(await withoutSubtle(() => sha256(utf8("abc")))), expected);
});

t.test("a proof of work is solved without WebCrypto, and counts", async (t) => {
  const hmacSignatureSecret = "of this test";
  const challenge: Challenge = await createChallenge({
    algorithm: "PBKDF2/SHA-256",
    cost: 10,
    keyPrefix: "0",
    hmacSignatureSecret,
    deriveKey,
  });
  const proof = await withoutSubtle(() => solveProof(challenge));
  const { solution } = JSON.parse(new TextDecoder().decode(fromBase64url(proof)));
  const { verified } = await verifySolution({ challenge, solution, hmacSignatureSecret, deriveKey });
  t.ok(verified);
});
