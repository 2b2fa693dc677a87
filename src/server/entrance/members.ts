/** Members signing in, and setting how they sign in. */
import { fromHex, hex } from "../../crypto/bytes.ts";
import { type LoginProof, loginSignatureInput, passphraseSignatureInput } from "../../crypto/request.ts";
import { isSignedBy } from "../../crypto/sodium.ts";
import { vaultHashOf } from "../../crypto/vault-hash.ts";
import type { SessionWay } from "../../protocol/api/factors.ts";
import { fromBase64url } from "../../protocol/encoding/base64url.ts";
import { type Member, isActive } from "../../protocol/directory/directory.ts";
import type { SignInChallenge } from "../../protocol/proof-of-work.ts";
import { isValidAt } from "../../protocol/directory/validity.ts";
import { normalizeName } from "../../protocol/login-name.ts";
import { ProblemError } from "../problem.ts";
import { findFactors, findPasskey } from "../store/office/factors.ts";
import { type Login, findLogin, findLoginOf, upsertLogin } from "../store/office/members.ts";
import type { Guesses } from "../admission/guesses.ts";
import type { Nonce } from "../admission/nonces.ts";
import { quantizeTiming } from "../services/common/response-timing.ts";
import { today } from "../services/common/today.ts";
import type { Assertion } from "./passkeys.ts";
import { carryOutReset, resetDay } from "./resets.ts";
import { type EntranceDeps, type GivenFactor, askedFor, makeTicket, passSecondStep } from "./second-step.ts";
import { type Signed, checkSigned } from "./signed.ts";
import { beginSession } from "../services/common/sessions.ts";

type SignInDeps = EntranceDeps & { readonly guesses: Guesses };

/** What everybody's passphrase costs (RFC 9106, 4; docs/protocol.md, "The vault"): the same for all, so that no name stands out. */
const STRETCH = { memoryKiB: 65_536, passes: 3 } as const;
/** Public key of RFC 8032, 7.1, test 1: verifying against it costs as much as against a real one, and never lets in. */
const NOBODYS_KEY = fromHex("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a");

export type LoginParameters = {
  readonly salt: Uint8Array;
  readonly memoryKiB: number;
  readonly passes: number;
  /** To be solved first, where wrong words were many lately */
  readonly challenge: SignInChallenge | null;
};

/** Names that nobody has get a salt that is always the same and parameters by the same rule, as late as all others. */
export async function findLoginParameters(
  { database, key, guesses }: SignInDeps,
  name: string,
): Promise<LoginParameters> {
  const normalized = readName(name);
  const leaves = quantizeTiming();
  const invented = { salt: key.saltOf(normalized), ...STRETCH };
  const login = await findLogin(database, normalized);
  const { salt, memoryKiB, passes } = login ?? invented;
  const challenge = await guesses.challengeFor(normalized);
  await leaves();
  return { salt, memoryKiB, passes, challenge };
}

export type LoginAttempt = {
  readonly name: string;
  readonly nonce: Nonce | undefined;
  readonly signature: Uint8Array;
  readonly proof?: string | undefined;
};

/** A session that has begun, and what its member is told. */
export type Entered = {
  readonly login: Login;
  readonly cookie: Uint8Array;
  readonly mustAddFactor: boolean;
  readonly wrongCodes: number;
  readonly resetOn: string | null;
};
/** The words were right, and a second factor is waited for: of the vault nothing is told yet. */
export type WaitingForFactor = {
  readonly ticket: Uint8Array;
  readonly code: boolean;
  readonly passkeys: string[];
  readonly resetOn: string | null;
};

/**
 * A new session for who signed the challenge with the login key, or the second step where the member has a second factor.
 * Throws ProblemError `wrong-login`, whatever is wrong; `proof-of-work-needed` and `busy` before anything is looked up; that an entry does not hold today (`not-valid-now`) is said to who
 * has the passphrase alone.
 *
 * @param origin the address that was asked: passkeys belong to one
 */
export async function logIn(
  deps: SignInDeps,
  attempt: LoginAttempt,
  origin: string | undefined,
): Promise<Entered | WaitingForFactor> {
  const leaves = quantizeTiming();
  try {
    return await enter(deps, attempt, origin);
  } finally {
    await leaves();
  }
}

async function enter(
  deps: SignInDeps,
  attempt: LoginAttempt,
  origin: string | undefined,
): Promise<Entered | WaitingForFactor> {
  const { guesses } = deps;
  const name = readName(attempt.name);
  await guesses.admit(name, attempt.proof);
  try {
    return await tryWords(deps, attempt, name, origin);
  } catch (error) {
    if (error instanceof ProblemError && error.code === "wrong-login") guesses.failed(name);
    throw error;
  }
}

async function tryWords(
  deps: EntranceDeps,
  { name, nonce, signature }: LoginAttempt,
  normalized: string,
  origin: string | undefined,
): Promise<Entered | WaitingForFactor> {
  const { database, key, directories, nonces, origins } = deps;
  if (nonce === undefined) throw new ProblemError("wrong-login");
  const login = await findLogin(database, normalized);
  const parameters = login ?? { salt: key.saltOf(normalized), ...STRETCH };
  const proofOf = (place: string): LoginProof => ({ ...parameters, origin: place, name, nonce: nonce.bytes });
  const publicKey = login?.loginPublicKey ?? NOBODYS_KEY;
  const signed = origins.all.filter((place) => isSignedBy(publicKey, signature, loginSignatureInput(proofOf(place))));
  const member = (await directories.current()).members.get(hex(login?.memberId ?? new Uint8Array()));
  if (login === undefined || signed.length === 0 || !isActive(member)) throw new ProblemError("wrong-login");
  // Last, so that who guesses writes nothing into the database: each guess has cost the guesser Argon2id, and us a look.
  if (!(await nonces.spend(nonce))) throw new ProblemError("wrong-login");
  if (!isValidAt(member, Date.now())) throw new ProblemError("not-valid-now");
  const resetOn = await carryOutReset(deps, login.memberId);
  const factors = await findFactors(database, login.memberId);
  if (factors.length > 0) return { ticket: makeTicket(key, login, member), ...askedFor(factors, origin), resetOn };
  return begin(deps, { login, member, way: "words", wrongCodes: 0 }, resetOn);
}

/** The second step. Throws ProblemError `not-signed-in`, `wrong-factor`, `too-many-codes`. */
export async function giveFactor(deps: EntranceDeps, ticket: Uint8Array, given: GivenFactor): Promise<Entered> {
  const passed = await passSecondStep(deps, ticket, given);
  return begin(deps, passed, await resetDay(deps, passed.login.memberId));
}

export type PasskeyAttempt = { readonly nonce: Nonce | undefined; readonly assertion: Assertion };

/**
 * A session by a passkey alone, which must have seen who the person is: for those that open the vault on their device.
 * Throws ProblemError `wrong-factor`, `not-valid-now`.
 */
export async function logInByPasskey(
  deps: EntranceDeps,
  { nonce, assertion }: PasskeyAttempt,
): Promise<Entered & { readonly passkeyWrap: Uint8Array }> {
  const { database, directories, nonces, origins } = deps;
  const passkey = await findPasskey(database, fromBase64url(assertion.credentialId));
  const member = (await directories.current()).members.get(hex(passkey?.memberId ?? new Uint8Array()));
  if (nonce === undefined || passkey === undefined || passkey.keyWrap === null || !isActive(member))
    throw new ProblemError("wrong-factor");
  const { isAssertedBy } = await import("./passkeys.ts");
  const asking = { database, origins, from: nonce.bytes, mustVerify: true };
  if (!(await isAssertedBy(passkey, assertion, asking)) || !(await nonces.spend(nonce)))
    throw new ProblemError("wrong-factor");
  const login = await findLoginOf(database, passkey.memberId);
  if (login === undefined) throw new ProblemError("wrong-factor");
  if (!isValidAt(member, Date.now())) throw new ProblemError("not-valid-now");
  const resetOn = await resetDay(deps, login.memberId);
  const entered = await begin(deps, { login, member, way: "passkey", wrongCodes: 0 }, resetOn);
  return { ...entered, passkeyWrap: passkey.keyWrap };
}

async function begin(
  deps: EntranceDeps,
  { login, member, way, wrongCodes }: { login: Login; member: Member; way: SessionWay; wrongCodes: number },
  resetOn: string | null,
): Promise<Entered> {
  const cookie = await beginSession(deps, { memberId: login.memberId, member, way });
  return { login, cookie, mustAddFactor: deps.needsFactor && way === "words", wrongCodes, resetOn };
}

export type Enrolment = Login & Signed;

/** Sets name, passphrase and vault; all sessions of the member end. Throws ProblemError `bad-signature`, `conflict`, `bad-request`. */
export async function enrol(deps: EntranceDeps, { nonce, signature, ...login }: Enrolment): Promise<void> {
  const { database, directories } = deps;
  const { name, salt, memoryKiB, passes, loginPublicKey, vault } = login;
  const normalized = readName(name);
  if (memoryKiB !== STRETCH.memoryKiB || passes !== STRETCH.passes) throw new ProblemError("bad-request");
  const member = (await directories.current()).members.get(hex(login.memberId));
  if (!isActive(member)) throw new ProblemError("bad-signature");
  const vaultHash = vaultHashOf(vault);
  await checkSigned(deps, member, { nonce, signature }, (place) =>
    passphraseSignatureInput({ ...place, name, salt, memoryKiB, passes }, loginPublicKey, vaultHash),
  );
  if (!isValidAt(member, Date.now())) throw new ProblemError("not-valid-now");
  if (!(await upsertLogin(database, { ...login, name: normalized }, today()))) throw new ProblemError("conflict");
}

/** PostgreSQL keeps no NUL, and no name has a control character. */
function readName(name: string): string {
  const normalized = normalizeName(name);
  if (normalized === "" || /[\p{Cc}\p{Cs}]/u.test(normalized)) throw new ProblemError("bad-request");
  return normalized;
}
