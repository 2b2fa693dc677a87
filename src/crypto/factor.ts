/** A member's second factor: what is signed to change it, and what a passkey is asked (docs/protocol.md, "The second factor"). */
import { type Bytes, type Field, list } from "./bytes.ts";
import { hash } from "./sodium.ts";

/** The secret of a time-based code: as many bytes as SHA-1 gives (RFC 4226, 4, R6). */
export const CODE_SECRET_BYTES = 20;
export const FACTOR_ID_BYTES = 16;
/** Commitment, then the vault key sealed: 32 + 24 + 32 + 16. */
export const PASSKEY_WRAP_BYTES = 104;

export type FactorPlace = {
  readonly origin: string;
  readonly memberId: Uint8Array;
  readonly factorId: Uint8Array;
  readonly nonce: Uint8Array;
};

/** What is done with a factor. What a passkey's wrap is goes with it; empty where it opens no vault. */
export type FactorChange =
  | { readonly what: "add-code"; readonly secret: Uint8Array }
  | {
      readonly what: "add-passkey";
      readonly clientData: Uint8Array;
      readonly attestation: Uint8Array;
      readonly keyWrap: Uint8Array;
    }
  | { readonly what: "remove" }
  /** Stops what two colleagues have asked for; its factor id is the member's id */
  | { readonly what: "keep" };

/** Signed by the member's directory key; a session alone cannot change a factor. */
export function factorSignatureInput({ origin, memberId, factorId, nonce }: FactorPlace, change: FactorChange): Bytes {
  return list("segel/1/factor", origin, memberId, change.what, factorId, nonce, ...contentOf(change));
}

function contentOf(change: FactorChange): readonly Field[] {
  switch (change.what) {
    case "add-code":
      return [change.secret];
    case "add-passkey":
      return [change.clientData, change.attestation, change.keyWrap];
    case "remove":
    case "keep":
      return [];
  }
}

/** Signed by each of two stewards who have a colleague's second factor reset. Day as "2026-11-29". */
export function factorResetSignatureInput(origin: string, memberId: Uint8Array, day: string): Bytes {
  return list("segel/1/factor-reset", origin, memberId, day);
}

/** What an authenticator signs. `from` is the nonce, or the ticket of a sign-in that waits: either serves once. */
export function passkeyChallenge(origin: string, from: Uint8Array): Bytes {
  return hash("segel/1/passkey-challenge", origin, from);
}

/** What an authenticator is asked for its secret (WebAuthn, PRF extension): the same at each opening. */
export function passkeyInput(origin: string): Bytes {
  return hash("segel/1/passkey-input", origin);
}
