/** What reporters and members sign to be heard by the server (docs/protocol.md, "Requests and logging in"). */
import { type Bytes, list } from "./bytes.ts";

/** A reporter's request: no session, each one signed by the auth key of the case. */
export type SignedRequest = {
  /** As the browser says it, for example "https://segel.example" */
  readonly origin: string;
  readonly method: string;
  /** Path and query exactly as sent */
  readonly path: string;
  /** SHA-256, 32 bytes; of the empty string where there is no body */
  readonly bodyHash: Uint8Array;
  /** The server's single-use nonce, or the proof-of-work challenge when a report is sent */
  readonly nonce: Uint8Array;
};

export function requestSignatureInput(request: SignedRequest): Bytes {
  return list("segel/1/request", request.origin, request.method, request.path, request.bodyHash, request.nonce);
}

/** Cost of the passphrase: Argon2id version 1.3 (RFC 9106). */
export type StretchParameters = {
  /** 16 bytes */
  readonly salt: Uint8Array;
  readonly memoryKiB: number;
  readonly passes: number;
};

export type LoginProof = StretchParameters & {
  readonly origin: string;
  readonly name: string;
  readonly nonce: Uint8Array;
};

export function loginSignatureInput(login: LoginProof): Bytes {
  return list("segel/1/login", login.origin, login.name, login.salt, login.memoryKiB, login.passes, login.nonce);
}

/** Enrolment or a change of passphrase: signed by the member's directory key; a session alone cannot. */
export function passphraseSignatureInput(login: LoginProof, loginPublicKey: Uint8Array, vaultHash: Uint8Array): Bytes {
  return list(
    "segel/1/passphrase",
    login.origin,
    login.name,
    login.salt,
    login.memoryKiB,
    login.passes,
    loginPublicKey,
    vaultHash,
    login.nonce,
  );
}

/** Other seeds in the vault, under the same key: signed by the member's directory key; a session alone cannot. */
export function vaultKeysSignatureInput(
  place: { readonly origin: string; readonly memberId: Uint8Array; readonly nonce: Uint8Array },
  before: Uint8Array,
  after: Uint8Array,
): Bytes {
  return list("segel/1/vault-keys-change", place.origin, place.memberId, before, after, place.nonce);
}

/** Proof of having opened a case, by the access key of its newest epoch. */
export type AccessProof = {
  readonly origin: string;
  readonly caseId: Uint8Array;
  readonly epoch: number;
  readonly memberId: Uint8Array;
  readonly nonce: Uint8Array;
};

export function accessSignatureInput(proof: AccessProof): Bytes {
  return list("segel/1/access", proof.origin, proof.caseId, proof.epoch, proof.memberId, proof.nonce);
}
