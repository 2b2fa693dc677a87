/** Why a cryptographic operation refused. The set is closed; callers compare codes, never texts. */
export type CryptoErrorCode =
  /** The bytes do not have the shape of the format. */
  | "malformed"
  /** A signature, MAC, commitment or AEAD tag is wrong, or an inner value contradicts an outer one. */
  | "altered"
  /** No slot of a genuine envelope opens with the keys at hand. */
  | "not-for-me"
  /** A key, nonce or identifier is missing or has the wrong length. */
  | "bad-key"
  /** The plaintext does not fit the largest padding class. */
  | "too-long"
  /** The random generator is missing or repeats itself. */
  | "no-randomness"
  /** Argon2id parameters outside the allowed range. */
  | "bad-parameters"
  /** A stream ended without its final chunk, or went on after it. */
  | "incomplete";

/** The only error that leaves `src/crypto`. Its message is the code: nothing of a secret can slip into it. */
export class CryptoError extends Error {
  readonly code: CryptoErrorCode;
  constructor(code: CryptoErrorCode) {
    super(code);
    this.name = "CryptoError";
    this.code = code;
  }
}

/** The result, or undefined where cryptography refuses; whatever else is thrown goes on. */
export function unlessRefused<Result>(work: () => Result): Result | undefined {
  try {
    return work();
  } catch (error) {
    if (error instanceof CryptoError) return undefined;
    throw error;
  }
}
