/** What the operations of factors.json mean in our code (test/vectors/README.md). */
import {
  type FactorChange,
  factorResetSignatureInput,
  factorSignatureInput,
  passkeyChallenge,
  passkeyInput,
} from "../../../src/crypto/factor.ts";
import { unwrapVaultKeyByPasskey } from "../../../src/crypto/secret/passkey-wrap.ts";
import { bytes } from "../../vectors/format.ts";
import type { Input, Operations } from "./input.ts";

function changeOf(input: Input): FactorChange {
  const what = input.text("what");
  switch (what) {
    case "add-code":
      return { what, secret: input.bytes("secret") };
    case "add-passkey":
      return {
        what,
        clientData: input.bytes("clientData"),
        attestation: input.bytes("attestation"),
        keyWrap: input.bytes("keyWrap"),
      };
    case "remove":
    case "keep":
      return { what };
    default:
      throw new TypeError(`nothing is done by ${what}`);
  }
}

export const FACTOR_OPERATIONS: Operations = {
  "factor-input"(input) {
    const place = {
      origin: input.text("origin"),
      memberId: input.bytes("memberId"),
      factorId: input.bytes("factorId"),
      nonce: input.bytes("nonce"),
    };
    return bytes(factorSignatureInput(place, changeOf(input)));
  },
  "factor-reset-input": (input) =>
    bytes(factorResetSignatureInput(input.text("origin"), input.bytes("memberId"), input.text("day"))),
  "passkey-challenge": (input) => bytes(passkeyChallenge(input.text("origin"), input.bytes("from"))),
  "passkey-input": (input) => bytes(passkeyInput(input.text("origin"))),
  "open-passkey-wrap": (input) =>
    bytes(
      unwrapVaultKeyByPasskey(input.bytes("wrap"), input.bytes("value"), {
        origin: input.text("origin"),
        memberId: input.bytes("memberId"),
        credentialId: input.bytes("credentialId"),
      }),
    ),
};
