/** Why a ceremony does not go on: nothing was signed, made or told. */

export type CeremonyCode =
  /** It is none of the files that a ceremony knows, or was changed on its way. */
  | "malformed"
  /** The request rests on a directory that its own roots have not signed. */
  | "before-not-signed"
  /** It is not the next document behind the one that it rests on. */
  | "does-not-follow"
  /** It says the same again. */
  | "changes-nothing"
  /** Something in it differs that no sentence tells. */
  | "unsayable"
  /** The key of these words signs nothing here: neither an old root nor a new one. */
  | "no-root-here"
  /** A signature of another request. */
  | "other-request"
  /** By a key that is no root, or wrong. */
  | "bad-signature"
  | "too-few-signatures"
  /** Shares of two splittings. */
  | "mixed-ceremonies"
  /** One share, twice. */
  | "repeated-share"
  /** A share of another recovery key. */
  | "other-recovery"
  | "too-few-shares"
  /** It was split before recovery keys could prove anything: it opens, and its rehearsal leaves nothing behind. */
  | "older-recovery"
  /** A sealed share or lock for somebody else who recovers, or for another recovery key. */
  | "other-call"
  /** Every share is right, and with this lock they do not give the key. */
  | "wrong-lock";

/** Its message is the code: nothing that was typed can slip into it. */
export class CeremonyError extends Error {
  readonly code: CeremonyCode;
  constructor(code: CeremonyCode) {
    super(code);
    this.name = "CeremonyError";
    this.code = code;
  }
}
