/** What members' programs do at the level of single requests: enrol, sign in, open heads. */
import { type Connection, connect } from "../../src/client/line/http.ts";
import type { Member } from "../../src/client/member/entry/sign-in.ts";
import type { NewMember } from "../../src/client/directory/organisation.ts";
import { type Bytes, fromHex } from "../../src/crypto/bytes.ts";
import { ZERO_HASH } from "../../src/crypto/envelope.ts";
import { accessSignatureInput, loginSignatureInput, passphraseSignatureInput } from "../../src/crypto/request.ts";
import { makeStretchParameters, stretchPassphrase } from "../../src/crypto/secret/argon2.ts";
import { type SigningKeyPair, deriveSealingKeyPair, deriveSigningKeyPair, sign } from "../../src/crypto/secret/keys.ts";
import { openHead } from "../../src/crypto/secret/open.ts";
import { deriveAccessKeyPair } from "../../src/crypto/secret/seal.ts";
import {
  deriveLoginKeyPair,
  makeVaultKey,
  sealVaultKeys,
  sealVaultMemory,
  wrapVaultKey,
} from "../../src/crypto/secret/vault.ts";
import { vaultHashOf } from "../../src/crypto/vault-hash.ts";
import { fromBase64url, toBase64url } from "../../src/protocol/encoding/base64url.ts";
import type { SignedDirectory } from "../../src/protocol/directory/directory.ts";
import { handleText, parseHeads } from "../../src/protocol/frames.ts";
import { type Answered, type Session, type TestServer, send, sendJson, takeNonce } from "./machine/server.ts";
import { signedIn } from "./signed-in.ts";

export const PASSPHRASE = "enam kata yang tidak menjaga apa pun";
/** Argon2id takes a fifth of a second: one salt and one passphrase serve all members of a process. */
const parameters = makeStretchParameters();
let stretched: Bytes | undefined;

function loginKeys(): SigningKeyPair {
  stretched ??= stretchPassphrase(PASSPHRASE, parameters);
  return deriveLoginKeyPair(stretched);
}

export function nameOf(member: NewMember): string {
  return `anggota-${member.entry.id.slice(0, 8)}`;
}

export type EnrolOptions = {
  readonly name?: string;
  readonly signer?: SigningKeyPair;
  readonly nonce?: string;
  readonly as?: string;
};

export async function enrol(
  server: Pick<TestServer, "origin">,
  member: NewMember,
  options: EnrolOptions = {},
): Promise<Answered> {
  const name = options.name ?? nameOf(member);
  const login = loginKeys().publicKey;
  const memberId = fromHex(member.entry.id);
  const vaultKey = makeVaultKey();
  const vault = {
    keyWrap: wrapVaultKey(vaultKey, stretched ?? new Uint8Array(), name, parameters),
    keys: sealVaultKeys(member.keys, vaultKey, memberId),
    memory: sealVaultMemory({ directoryVersion: 0, directoryHash: ZERO_HASH }, vaultKey, memberId),
  };
  const nonce = options.nonce ?? (await takeNonce(server));
  const proof = { ...parameters, origin: options.as ?? server.origin, name, nonce: fromBase64url(nonce) };
  const signer = options.signer ?? deriveSigningKeyPair(member.keys.signingSeed);
  const body = {
    name,
    salt: toBase64url(parameters.salt),
    memoryKiB: parameters.memoryKiB,
    passes: parameters.passes,
    loginPublicKey: toBase64url(login),
    vault: { keyWrap: toBase64url(vault.keyWrap), keys: toBase64url(vault.keys), memory: toBase64url(vault.memory) },
    nonce,
    signature: toBase64url(sign(signer, passphraseSignatureInput(proof, login, vaultHashOf(vault)))),
  };
  return send(server, `/api/members/${member.entry.id}/login`, { method: "PUT", body });
}

export type LoginOptions = {
  readonly headers?: Readonly<Record<string, string>>;
  readonly as?: string;
  readonly name?: string;
  readonly signer?: SigningKeyPair;
};

/** What a member's program sends to sign in, for the address that `as` names. */
export async function makeLogin(
  server: Pick<TestServer, "origin">,
  member: NewMember,
  options: LoginOptions = {},
): Promise<{ name: string; nonce: string; signature: string }> {
  const name = options.name ?? nameOf(member);
  const asked = await sendJson<{ salt: string; nonce: string }>(server, "/api/login-parameters", {
    method: "POST",
    body: { name },
  });
  const proof = {
    ...parameters,
    salt: fromBase64url(asked.salt),
    origin: options.as ?? server.origin,
    name,
    nonce: fromBase64url(asked.nonce),
  };
  const signature = toBase64url(sign(options.signer ?? loginKeys(), loginSignatureInput(proof)));
  return { name, nonce: asked.nonce, signature };
}

/** The answer to a signing-in of a member who is enrolled. */
export async function attemptLogin(
  server: Pick<TestServer, "origin">,
  member: NewMember,
  options: LoginOptions = {},
): Promise<Answered> {
  const body = await makeLogin(server, member, options);
  return send(server, "/api/session", {
    method: "POST",
    body,
    ...(options.headers ? { headers: options.headers } : {}),
  });
}

/** Enrols where needed and signs in, as a member's program does. */
export async function logIn(
  server: Pick<TestServer, "origin">,
  member: NewMember,
  options: LoginOptions = {},
): Promise<Session> {
  let answer = await attemptLogin(server, member, options);
  if (answer.status === 401) {
    await enrol(server, member, options.as === undefined ? {} : { as: options.as });
    answer = await attemptLogin(server, member, options);
  }
  const cookie = answer.headers.getSetCookie()[0]?.split(";")[0];
  if (cookie === undefined) throw new Error(`not signed in: ${answer.status} ${answer.problem}`);
  return { member, cookie };
}

/** Every head that a member is shown, by its handle. */
export async function fetchHeads(
  server: Pick<TestServer, "origin">,
  session: Session,
): Promise<Map<string, Uint8Array>> {
  const { heads } = parseHeads((await send(server, "/api/heads", { session })).bytes);
  return new Map(heads.map(({ handle, head }) => [handleText(handle), head]));
}

/** Opens the heads that a member is shown and proves it. The handles that were granted. */
export async function openHeads(
  server: Pick<TestServer, "origin">,
  session: Session,
  { as = server.origin, epoch = 0 } = {},
): Promise<string[]> {
  const { member } = session;
  const pairs = member.keys.sealingSeeds.map(({ seed }) => deriveSealingKeyPair(seed));
  const nonce = await takeNonce(server);
  const proofs = [...(await fetchHeads(server, session))].map(([handle, bytes]) => {
    const { head, contentKey } = openHead(bytes, { kind: "report" }, pairs);
    const memberId = fromHex(member.entry.id);
    const input = accessSignatureInput({
      origin: as,
      caseId: head.prefix.caseId,
      epoch,
      memberId,
      nonce: fromBase64url(nonce),
    });
    return { handle, epoch, signature: toBase64url(sign(deriveAccessKeyPair(contentKey), input)) };
  });
  if (proofs.length === 0) return [];
  return (
    await sendJson<{ granted: string[] }>(server, "/api/access", { method: "POST", body: { nonce, proofs }, session })
  ).granted;
}

export async function publish(
  server: Pick<TestServer, "origin">,
  session: Session,
  signed: SignedDirectory,
): Promise<Answered> {
  return send(server, "/api/directory", { method: "POST", body: signed, session });
}

/** A signed-in member as the client has one, with a new vault: what the passphrase would have opened is not asked for. */
export async function memberAt(server: Pick<TestServer, "origin" | "organisation">, who: NewMember): Promise<Member> {
  const { cookie } = await logIn(server, who);
  const connection: Connection = { ...connect(server.origin), cookie };
  return signedIn(connection, server.organisation.rootSet, who);
}
