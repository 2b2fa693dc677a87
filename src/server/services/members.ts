/** Members signing in, staying signed in, and setting how they sign in. */
import { concat, fromHex, hex, readU32, sameBytes, u32 } from "../../crypto/bytes.ts";
import { type LoginProof, loginSignatureInput, passphraseSignatureInput } from "../../crypto/request.ts";
import { hash, isSignedBy, randomBytes } from "../../crypto/sodium.ts";
import { type Directory, type Member, isActive } from "../../protocol/directory.ts";
import { SESSION_SECONDS } from "../../protocol/limits.ts";
import { isValidAt } from "../../protocol/validity.ts";
import { normalizeName } from "../../protocol/login-name.ts";
import type { Origins } from "../origins.ts";
import { ProblemError } from "../problem.ts";
import type { Database } from "../store/database.ts";
import { type Login, deleteSession, findLogin, findSession, insertSession, upsertLogin } from "../store/members.ts";
import { type Directories, entryHash } from "./directories.ts";
import { type Nonce, type Nonces, nowSeconds } from "../admission/nonces.ts";
import { quantizeTiming } from "./response-timing.ts";
import type { ServerKey } from "../admission/server-key.ts";
import { midnightAfter } from "./today.ts";

/** What everybody's passphrase costs (RFC 9106, 4; docs/protocol.md, "The vault"): the same for all, so that no name stands out. */
const STRETCH = { memoryKiB: 65_536, passes: 3 } as const;
/** A session's cookie: so many random bytes, then its end. The database is told no more than the day of that. */
const SESSION_RANDOM_BYTES = 28;
/** Public key of RFC 8032, 7.1, test 1: verifying against it costs as much as against a real one, and never lets in. */
const NOBODYS_KEY = fromHex("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a");

export type MembersDeps = {
  readonly database: Database;
  readonly key: ServerKey;
  readonly directories: Directories;
  readonly nonces: Nonces;
  readonly origins: Origins;
};

export type LoginParameters = { readonly salt: Uint8Array; readonly memoryKiB: number; readonly passes: number };

/** Names that nobody has get a salt that is always the same and parameters by the same rule, as late as all others. */
export async function findLoginParameters({ database, key }: MembersDeps, name: string): Promise<LoginParameters> {
  const normalized = readName(name);
  const leaves = quantizeTiming();
  const invented = { salt: key.saltOf(normalized), ...STRETCH };
  const login = await findLogin(database, normalized);
  const { salt, memoryKiB, passes } = login ?? invented;
  await leaves();
  return { salt, memoryKiB, passes };
}

export type LoginAttempt = { readonly name: string; readonly nonce: Nonce | undefined; readonly signature: Uint8Array };
export type SignedIn = { readonly login: Login; readonly sessionId: Uint8Array };

/**
 * A new session for who signed the challenge with the login key. Throws ProblemError `wrong-login`, whatever is wrong;
 * that an entry does not hold today (`not-valid-now`) is said to who has the passphrase alone.
 */
export async function logIn(deps: MembersDeps, attempt: LoginAttempt): Promise<SignedIn> {
  const leaves = quantizeTiming();
  try {
    return await enter(deps, attempt);
  } finally {
    await leaves();
  }
}

async function enter(deps: MembersDeps, { name, nonce, signature }: LoginAttempt): Promise<SignedIn> {
  const { database, key, directories, nonces, origins } = deps;
  const normalized = readName(name);
  if (nonce === undefined || !(await nonces.spend(nonce))) throw new ProblemError("wrong-login");
  const login = await findLogin(database, normalized);
  const parameters = login ?? { salt: key.saltOf(normalized), ...STRETCH };
  const proofOf = (origin: string): LoginProof => ({ ...parameters, origin, name, nonce: nonce.bytes });
  const publicKey = login?.loginPublicKey ?? NOBODYS_KEY;
  const signed = origins.all.filter((origin) => isSignedBy(publicKey, signature, loginSignatureInput(proofOf(origin))));
  const member = (await directories.current()).members.get(hex(login?.memberId ?? new Uint8Array()));
  if (login === undefined || signed.length === 0 || !isActive(member)) throw new ProblemError("wrong-login");
  if (!isValidAt(member, Date.now())) throw new ProblemError("not-valid-now");
  const expires = nowSeconds() + SESSION_SECONDS;
  const sessionId = concat(randomBytes(SESSION_RANDOM_BYTES), u32(expires));
  await insertSession(database, {
    idHash: key.sessionHash(sessionId),
    memberId: login.memberId,
    entryHash: entryHash(key, member),
    expires: midnightAfter(expires),
  });
  return { login, sessionId };
}

export type Session = {
  readonly idHash: Uint8Array;
  /** Seconds since 1970, as the cookie says */
  readonly endsAt: number;
  readonly memberId: Uint8Array;
  readonly member: Member;
  readonly directory: Directory;
};

/** Who is behind a cookie. Whoever was removed, has expired or was changed in the newest directory is signed out. */
export async function findSignedIn(deps: SessionDeps, sessionId: Uint8Array): Promise<Session | undefined> {
  // Nobody can put it off: under another end there is no session.
  if (sessionId.length !== SESSION_RANDOM_BYTES + 4) return undefined;
  return findAgain(deps, {
    idHash: deps.key.sessionHash(sessionId),
    endsAt: readU32(sessionId, SESSION_RANDOM_BYTES),
  });
}

type SessionDeps = Pick<MembersDeps, "database" | "key" | "directories">;

/** The same session as it is now, for what outlasts a request. */
export async function findAgain(
  { database, key, directories }: SessionDeps,
  { idHash, endsAt }: Pick<Session, "idHash" | "endsAt">,
): Promise<Session | undefined> {
  if (endsAt < nowSeconds()) return undefined;
  const found = await findSession(database, idHash);
  if (found === undefined) return undefined;
  const directory = await directories.at(found.newest);
  const member = directory.members.get(hex(found.memberId));
  if (isValidAt(member, Date.now()) && sameBytes(entryHash(key, member), found.entryHash)) {
    return { idHash, endsAt, memberId: found.memberId, member, directory };
  }
  await deleteSession(database, idHash);
  return undefined;
}

export type Enrolment = Login & { readonly nonce: Nonce | undefined; readonly signature: Uint8Array };

/** Sets name, passphrase and vault; all sessions of the member end. Throws ProblemError `bad-signature`, `conflict`, `bad-request`. */
export async function enrol(deps: MembersDeps, { nonce, signature, ...login }: Enrolment): Promise<void> {
  const { database, directories, nonces, origins } = deps;
  const { name, salt, memoryKiB, passes, loginPublicKey, vault } = login;
  const normalized = readName(name);
  if (memoryKiB !== STRETCH.memoryKiB || passes !== STRETCH.passes) throw new ProblemError("bad-request");
  const member = (await directories.current()).members.get(hex(login.memberId));
  if (nonce === undefined || !isActive(member)) throw new ProblemError("bad-signature");
  const vaultHash = hash("segel/1/vault-hash", vault.keyWrap, vault.keys);
  const signedAt = (origin: string) =>
    passphraseSignatureInput({ origin, name, salt, memoryKiB, passes, nonce: nonce.bytes }, loginPublicKey, vaultHash);
  const signed = origins.all.some((origin) => isSignedBy(member.signingKey, signature, signedAt(origin)));
  if (!signed || !(await nonces.spend(nonce))) throw new ProblemError("bad-signature");
  if (!isValidAt(member, Date.now())) throw new ProblemError("not-valid-now");
  if (!(await upsertLogin(database, { ...login, name: normalized }))) throw new ProblemError("conflict");
}

/** PostgreSQL keeps no NUL, and no name has a control character. */
function readName(name: string): string {
  const normalized = normalizeName(name);
  if (normalized === "" || /[\p{Cc}\p{Cs}]/u.test(normalized)) throw new ProblemError("bad-request");
  return normalized;
}
