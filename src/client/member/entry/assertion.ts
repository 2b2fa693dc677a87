/** What an authenticator answered, as it is sent. */
import { toBase64url } from "../../../protocol/encoding/base64url.ts";

export type Assertion = {
  /** base64url, as browsers say it */
  readonly credentialId: string;
  readonly clientData: Uint8Array;
  readonly authenticatorData: Uint8Array;
  readonly signature: Uint8Array;
};

export function assertionText({ credentialId, clientData, authenticatorData, signature }: Assertion) {
  return {
    credentialId,
    clientData: toBase64url(clientData),
    authenticatorData: toBase64url(authenticatorData),
    signature: toBase64url(signature),
  };
}
