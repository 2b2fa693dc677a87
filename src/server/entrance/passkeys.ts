/** What authenticators say, verified (WebAuthn Level 3). No attestation is asked for: whose make a key is, is nobody's business. */
import { verifyAuthenticationResponse, verifyRegistrationResponse } from "@simplewebauthn/server";
import { passkeyChallenge } from "../../crypto/factor.ts";
import { toBase64url } from "../../protocol/encoding/base64url.ts";
import type { Origins } from "../origins.ts";
import type { Database } from "../store/database.ts";
import { type PasskeyFactor, raiseSignCount } from "../store/office/factors.ts";

export type Assertion = {
  readonly credentialId: string;
  readonly clientData: Uint8Array;
  readonly authenticatorData: Uint8Array;
  readonly signature: Uint8Array;
};

export type Asserting = {
  readonly database: Database;
  readonly origins: Origins;
  /** The nonce or ticket that the challenge was made from */
  readonly from: Uint8Array;
  /** Whether the person must have shown the authenticator who it is: where nothing else was asked */
  readonly mustVerify: boolean;
};

/** True where this very credential signed for its own address, and says a number that it has not said before. */
export async function isAssertedBy(passkey: PasskeyFactor, assertion: Assertion, asking: Asserting): Promise<boolean> {
  const { database, origins, from, mustVerify } = asking;
  const { origin, credentialId, publicKey, signCount } = passkey;
  const id = toBase64url(credentialId);
  if (assertion.credentialId !== id || !origins.all.includes(origin)) return false;
  try {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response: {
        id,
        rawId: id,
        type: "public-key",
        clientExtensionResults: {},
        response: {
          clientDataJSON: toBase64url(assertion.clientData),
          authenticatorData: toBase64url(assertion.authenticatorData),
          signature: toBase64url(assertion.signature),
        },
      },
      expectedChallenge: toBase64url(passkeyChallenge(origin, from)),
      expectedOrigin: origin,
      expectedRPID: new URL(origin).hostname,
      requireUserVerification: mustVerify,
      credential: { id, publicKey: new Uint8Array(publicKey), counter: signCount },
    });
    return verified && (await raiseSignCount(database, passkey.factorId, authenticationInfo.newCounter));
  } catch (error) {
    // The library throws a plain Error for whatever does not fit; the database's have a code.
    if (error instanceof Error && !("code" in error)) return false;
    throw error;
  }
}

export type Registration = {
  readonly credentialId: string;
  readonly clientData: Uint8Array;
  readonly attestation: Uint8Array;
};

export type NewPasskey = { readonly origin: string; readonly publicKey: Uint8Array; readonly signCount: number };

/** A new credential of one of our addresses, or undefined. */
export async function readRegistration(
  registration: Registration,
  origin: string,
  from: Uint8Array,
): Promise<NewPasskey | undefined> {
  const id = registration.credentialId;
  try {
    const { verified, registrationInfo } = await verifyRegistrationResponse({
      response: {
        id,
        rawId: id,
        type: "public-key",
        clientExtensionResults: {},
        response: {
          clientDataJSON: toBase64url(registration.clientData),
          attestationObject: toBase64url(registration.attestation),
        },
      },
      expectedChallenge: toBase64url(passkeyChallenge(origin, from)),
      expectedOrigin: origin,
      expectedRPID: new URL(origin).hostname,
      requireUserVerification: false,
    });
    if (!verified || registrationInfo?.credential.id !== id) return undefined;
    const { publicKey, counter } = registrationInfo.credential;
    return { origin, publicKey, signCount: counter };
  } catch {
    return undefined;
  }
}
