/** The member's own second factors: each change is signed by the directory key, which the vault holds. */
import { Secret, TOTP } from "otpauth";
import { type Bytes, fromHex, hex } from "../../crypto/bytes.ts";
import {
  CODE_SECRET_BYTES,
  FACTOR_ID_BYTES,
  type FactorChange,
  factorResetSignatureInput,
  factorSignatureInput,
  passkeyChallenge,
  passkeyInput,
} from "../../crypto/factor.ts";
import { sign } from "../../crypto/secret/keys.ts";
import { unwrapVaultKeyByPasskey, wrapVaultKeyByPasskey } from "../../crypto/secret/passkey-wrap.ts";
import { equal, randomBytes } from "../../crypto/sodium.ts";
import { API } from "../../protocol/api.ts";
import { fromBase64url, toBase64url } from "../../protocol/encoding/base64url.ts";
import type * as z from "../../protocol/encoding/zod.ts";
import { callBytes, callJson, takeNonce } from "../line/http.ts";
import type { Member } from "../member/entry/sign-in.ts";
import type { PasskeyAsked } from "./passkey-sign-in.ts";

export type OwnFactors = z.output<typeof API.factors.answer.json>;

export function readFactors({ connection }: Member): Promise<OwnFactors> {
  return callJson(connection, "factors", API.factors.answer.json);
}

/** What a change brings along: its nonce, and the signature over all of it. */
async function signed(member: Member, factorId: Uint8Array, change: FactorChange, from?: string) {
  const nonce = from ?? (await takeNonce(member.connection));
  const { origin } = member.connection;
  const place = { origin, memberId: fromHex(member.id), factorId, nonce: fromBase64url(nonce) };
  return { nonce, signature: toBase64url(sign(member.signing, factorSignatureInput(place, change))) };
}

/** A secret for codes that nobody has yet; `uri` is what a QR shows, `text` what one types where there is no camera. */
export type NewCodeSecret = { readonly secret: Bytes; readonly uri: string; readonly text: string };

/** @param label whose codes these are, for the list in the app: the login name */
export function makeCodeSecret(label: string, issuer: string): NewCodeSecret {
  const secret = randomBytes(CODE_SECRET_BYTES);
  const totp = new TOTP({ issuer, label, secret: new Secret({ buffer: secret.buffer }) });
  return { secret, uri: totp.toString(), text: totp.secret.base32 };
}

/** Throws ApiError `wrong-factor` for a code that the secret does not make now. */
export async function addCode(member: Member, secret: Uint8Array, code: string): Promise<void> {
  const factorId = randomBytes(FACTOR_ID_BYTES);
  await callBytes(member.connection, "addCode", {
    params: { factorId: hex(factorId) },
    body: { secret: toBase64url(secret), code, ...(await signed(member, factorId, { what: "add-code", secret })) },
  });
}

/** What an authenticator is asked to make a credential: the nonce goes back with it. */
export async function prepareNewPasskey(
  member: Member,
): Promise<PasskeyAsked & { readonly excluded: readonly string[]; readonly userId: Bytes }> {
  const { connection } = member;
  const [nonce, { factors }] = await Promise.all([takeNonce(connection), readFactors(member)]);
  const excluded = factors.flatMap(({ origin, credentialId }) =>
    credentialId !== null && origin === connection.origin ? [credentialId] : [],
  );
  const challenge = passkeyChallenge(connection.origin, fromBase64url(nonce));
  return { nonce, challenge, input: passkeyInput(connection.origin), excluded, userId: fromHex(member.id) };
}

export type NewPasskey = {
  readonly nonce: string;
  readonly credentialId: string;
  readonly clientData: Uint8Array;
  readonly attestation: Uint8Array;
  /** What it gave when it was asked twice anew; undefined each time where it gives no secret */
  readonly outputs: readonly [Uint8Array | undefined, Uint8Array | undefined];
};

/**
 * Adds it; true where it opens the vault from now on. That is so only where it gave the same secret twice, and what was
 * wrapped under the first opened under the second: a browser that gives wrong ones must not become the way in (attack 102).
 */
export async function addPasskey(member: Member, given: NewPasskey): Promise<boolean> {
  const { nonce, credentialId, clientData, attestation } = given;
  const keyWrap = wrapIfEqual(member, given);
  const factorId = randomBytes(FACTOR_ID_BYTES);
  const change: FactorChange = {
    what: "add-passkey",
    clientData,
    attestation,
    keyWrap: keyWrap ?? new Uint8Array(),
  };
  await callBytes(member.connection, "addPasskey", {
    params: { factorId: hex(factorId) },
    body: {
      credentialId,
      clientData: toBase64url(clientData),
      attestation: toBase64url(attestation),
      keyWrap: keyWrap === undefined ? null : toBase64url(keyWrap),
      ...(await signed(member, factorId, change, nonce)),
    },
  });
  return keyWrap !== undefined;
}

function wrapIfEqual(
  { connection, id, vaultKey }: Member,
  { credentialId, outputs: [first, second] }: NewPasskey,
): Bytes | undefined {
  if (first === undefined || second === undefined) return undefined;
  const place = { origin: connection.origin, memberId: fromHex(id), credentialId: fromBase64url(credentialId) };
  try {
    const wrap = wrapVaultKeyByPasskey(vaultKey, first, place);
    return equal(unwrapVaultKeyByPasskey(wrap, second, place), vaultKey) ? wrap : undefined;
  } catch {
    return undefined;
  }
}

/** Throws ApiError `last-factor` where one must stay. */
export async function removeFactor(member: Member, factorId: string): Promise<void> {
  const body = await signed(member, fromHex(factorId), { what: "remove" });
  await callBytes(member.connection, "removeFactor", { params: { factorId }, body });
}

/** What two colleagues have asked about this member's factors comes to nothing. */
export async function stopFactorReset(member: Member): Promise<void> {
  await callBytes(member.connection, "stopFactorReset", {
    body: await signed(member, fromHex(member.id), { what: "keep" }),
  });
}

export type MemberFactors = z.output<typeof API.memberFactors.answer.json>["members"][number];

/** For leads and administrators: who has how many, and whose reset is asked for. */
export async function readMemberFactors({ connection }: Member): Promise<readonly MemberFactors[]> {
  return (await callJson(connection, "memberFactors", API.memberFactors.answer.json)).members;
}

/** Asks that a colleague's second factors be removed; from which day on, once two have asked. */
export async function askFactorReset(
  { connection, signing }: Member,
  memberId: string,
  day: string,
): Promise<{ readonly goesOn: string | null }> {
  const input = factorResetSignatureInput(connection.origin, fromHex(memberId), day);
  return callJson(connection, "askFactorReset", API.askFactorReset.answer.json, {
    params: { memberId },
    body: { day, signature: toBase64url(sign(signing, input)) },
  });
}
