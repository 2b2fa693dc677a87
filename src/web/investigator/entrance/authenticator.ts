/**
 * The one door to the browser's passkeys. What an authenticator gives as a secret passes through the page on its way to
 * the vault's worker, since browsers have no passkeys in workers; the page keeps none of it.
 */
import {
  base64URLStringToBuffer,
  browserSupportsWebAuthn,
  bufferToBase64URLString,
  startAuthentication,
  startRegistration,
} from "@simplewebauthn/browser";

/** Algorithms that the server reads: Ed25519, ECDSA with P-256, RSA (RFC 9053, RFC 8812; the last for Windows Hello). */
const ALGORITHMS = [-8, -7, -257] as const;

export type Asserted = {
  readonly assertion: {
    readonly credentialId: string;
    readonly clientData: Uint8Array;
    readonly authenticatorData: Uint8Array;
    readonly signature: Uint8Array;
  };
  /** What it gave for `input`; undefined where it gives no secret */
  readonly output: Uint8Array | undefined;
};

export type Asking = {
  readonly challenge: Uint8Array;
  readonly credentialIds: readonly string[];
  /** What it is asked for its secret */
  readonly input?: Uint8Array;
  /** Whether it must see who the person is, by a PIN, a finger or a face */
  readonly mustVerify: boolean;
};

/** Text of an error might come from an extension of the browser's and says nothing that we could not say better. */
export class NoPasskey extends Error {}

/** They belong to a name (WebAuthn, 5.1.3): at an address of numbers, as a demonstration has, there are none. */
export function canUsePasskeys(): boolean {
  return browserSupportsWebAuthn() && !/^\[|^[\d.]+$/u.test(location.hostname);
}

/** Throws NoPasskey where the person or the browser did not want to. */
export async function askPasskey({ challenge, credentialIds, input, mustVerify }: Asking): Promise<Asserted> {
  try {
    const { id, response, clientExtensionResults } = await startAuthentication({
      optionsJSON: {
        challenge: text(challenge),
        rpId: location.hostname,
        allowCredentials: credentialIds.map((each) => ({ id: each, type: "public-key" })),
        userVerification: mustVerify ? "required" : "discouraged",
        ...extensions(input),
      },
    });
    return {
      assertion: {
        credentialId: id,
        clientData: bytes(response.clientDataJSON),
        authenticatorData: bytes(response.authenticatorData),
        signature: bytes(response.signature),
      },
      output: secretIn(clientExtensionResults),
    };
  } catch {
    throw new NoPasskey();
  }
}

export type Making = {
  readonly challenge: Uint8Array;
  readonly input: Uint8Array;
  /** Those that there are already: one authenticator holds one of a member */
  readonly excluded: readonly string[];
  readonly userId: Uint8Array;
  readonly userName: string;
  readonly service: string;
};

export type Made = {
  readonly credentialId: string;
  readonly clientData: Uint8Array;
  readonly attestation: Uint8Array;
  /** Whether it says that it gives a secret; what it gives is asked for anew */
  readonly mayOpenVault: boolean;
};

/** Throws NoPasskey. */
export async function makePasskey({ challenge, input, excluded, userId, userName, service }: Making): Promise<Made> {
  try {
    const { id, response, clientExtensionResults } = await startRegistration({
      optionsJSON: {
        challenge: text(challenge),
        rp: { id: location.hostname, name: service },
        user: { id: text(userId), name: userName, displayName: userName },
        pubKeyCredParams: ALGORITHMS.map((alg) => ({ alg, type: "public-key" })),
        excludeCredentials: excluded.map((each) => ({ id: each, type: "public-key" })),
        authenticatorSelection: { residentKey: "preferred", userVerification: "preferred" },
        attestation: "none",
        ...extensions(input),
      },
    });
    const { prf } = clientExtensionResults as Prf;
    return {
      credentialId: id,
      clientData: bytes(response.clientDataJSON),
      attestation: bytes(response.attestationObject),
      mayOpenVault: prf?.enabled === true || prf?.results?.first !== undefined,
    };
  } catch {
    throw new NoPasskey();
  }
}

/** WebAuthn Level 3, 10.1.4; the library's types do not have it. */
type Prf = { readonly prf?: { readonly enabled?: boolean; readonly results?: { readonly first?: BufferSource } } };

function extensions(input: Uint8Array | undefined): object {
  return input === undefined ? {} : { extensions: { prf: { eval: { first: input } } } };
}

function secretIn(results: object): Uint8Array | undefined {
  const first = (results as Prf).prf?.results?.first;
  if (first === undefined) return undefined;
  return first instanceof ArrayBuffer ? new Uint8Array(first) : new Uint8Array(first.buffer);
}

const text = (value: Uint8Array): string => bufferToBase64URLString(new Uint8Array(value).buffer);
const bytes = (value: string): Uint8Array => new Uint8Array(base64URLStringToBuffer(value));
