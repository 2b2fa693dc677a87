/** The case token: 16 random bytes that the reporter keeps as twelve words, and the keys that follow from it. */
import { type Bytes } from "../bytes.ts";
import { CryptoError } from "../errors.ts";
import { caseIdOf } from "../identity.ts";
import { TOKEN_BYTES, derive, randomBytes } from "../sodium.ts";
import { type SealingKeyPair, type SigningKeyPair, deriveSealingKeyPair, deriveSigningKeyPair } from "./keys.ts";

/** All that a token opens. None of it ever leaves the device, `auth.publicKey` and `caseId` excepted. */
export type TokenKeys = {
  /** Signs requests, envelopes and messages of the reporter. */
  readonly auth: SigningKeyPair;
  /** Opens what the team writes to the reporter. */
  readonly reply: SealingKeyPair;
  /** 32 bytes, shared with the recipients inside the sealed report: without it nobody writes to the reporter. */
  readonly thread: Bytes;
  /** 32 bytes, for receipt and own boxes. */
  readonly self: Bytes;
  /** hash("case", auth public key) */
  readonly caseId: Bytes;
};

export function makeToken(): Bytes {
  return randomBytes(TOKEN_BYTES);
}

/** No slow derivation: 128 random bits need none, and Argon2id takes a minute on the phones it would protect. */
export function deriveTokenKeys(token: Uint8Array): TokenKeys {
  if (!(token instanceof Uint8Array) || token.length !== TOKEN_BYTES) throw new CryptoError("bad-key");
  const auth = deriveSigningKeyPair(derive(token, "segel/1/token-auth"));
  return {
    auth,
    reply: deriveSealingKeyPair(derive(token, "segel/1/token-reply")),
    thread: derive(token, "segel/1/token-thread"),
    self: derive(token, "segel/1/token-self"),
    caseId: caseIdOf(auth.publicKey),
  };
}
