/** The daily opening on an enrolled device: a passkey in the place of the six words (docs/protocol.md, "The second factor"). */
import { type Bytes, fromHex } from "../../crypto/bytes.ts";
import { CryptoError } from "../../crypto/errors.ts";
import { passkeyChallenge, passkeyInput } from "../../crypto/factor.ts";
import { unwrapVaultKeyByPasskey } from "../../crypto/secret/passkey-wrap.ts";
import { API } from "../../protocol/api.ts";
import { fromBase64url } from "../../protocol/encoding/base64url.ts";
import { type Connection, callJson, takeNonce } from "../line/http.ts";
import { Refusal } from "../refusal.ts";
import { type Member, type SignInCommon, enterVault, openVault } from "../member/entry/sign-in.ts";
import { type Assertion, assertionText } from "../member/entry/assertion.ts";

/** What an authenticator is asked; `nonce` goes back with what it answers. */
export type PasskeyAsked = { readonly nonce: string; readonly challenge: Bytes; readonly input: Bytes };

export async function preparePasskey(connection: Connection): Promise<PasskeyAsked> {
  const nonce = await takeNonce(connection);
  const { origin } = connection;
  return { nonce, challenge: passkeyChallenge(origin, fromBase64url(nonce)), input: passkeyInput(origin) };
}

export type PasskeyAnswer = {
  readonly nonce: string;
  readonly assertion: Assertion;
  /** The secret that the authenticator gave for the input; undefined where it gave none */
  readonly output: Uint8Array | undefined;
};

/** Throws ApiError `wrong-factor`, Refusal `passkey-differs`, `keys-differ`, DirectoryError. */
export async function signInByPasskey(
  connection: Connection,
  { nonce, assertion, output }: PasskeyAnswer,
  { onStep = () => {}, ...common }: SignInCommon,
): Promise<Member> {
  if (output === undefined) throw new Refusal("passkey-differs");
  onStep("logging-in");
  const body = { nonce, assertion: assertionText(assertion) };
  const answer = await callJson(connection, "passkeyLogin", API.passkeyLogin.answer.json, { body });
  const { memberId, vault } = answer;
  const place = {
    origin: connection.origin,
    memberId: fromHex(memberId),
    credentialId: fromBase64url(assertion.credentialId),
  };
  const vaultKey = unwrap(vault.passkeyWrap, output, place);
  return enterVault(
    connection,
    answer,
    openVault(memberId, vault, () => vaultKey),
    { ...common, onStep },
  );
}

/** Another value, or another wrap: nobody can tell which, and the words open in either case. */
function unwrap(...given: Parameters<typeof unwrapVaultKeyByPasskey>): Bytes {
  try {
    return unwrapVaultKeyByPasskey(...given);
  } catch (error) {
    if (error instanceof CryptoError) throw new Refusal("passkey-differs");
    throw error;
  }
}
