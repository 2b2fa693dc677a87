/**
 * The second step of signing in. Between the two nothing is stored: what waits is a ticket that says under a MAC whose
 * sign-in it is, dies with the passphrase or the directory entry, and serves once. No vault is handed out before it.
 */
import { type Bytes, concat, hex, readU32, u32 } from "../../crypto/bytes.ts";
import { ID_BYTES } from "../../crypto/id-size.ts";
import { equal, randomBytes } from "../../crypto/sodium.ts";
import { TICKET_BYTES } from "../../protocol/api/factors.ts";
import { toBase64url } from "../../protocol/encoding/base64url.ts";
import { type Member } from "../../protocol/directory/directory.ts";
import { NONCE_SECONDS, WRONG_CODES_AN_HOUR } from "../../protocol/limits.ts";
import { isValidAt } from "../../protocol/directory/validity.ts";
import { type Nonces, fullHourAfter, nowSeconds } from "../admission/nonces.ts";
import type { Origins } from "../origins.ts";
import type { SessionDeps } from "../services/common/sessions.ts";
import type { ServerKey } from "../admission/server-key.ts";
import { ProblemError } from "../problem.ts";
import {
  type CodeFactor,
  type Factor,
  type PasskeyFactor,
  countTry,
  countWrongCode,
  findFactors,
  forgetTries,
} from "../store/office/factors.ts";
import { type Login, findLoginOf } from "../store/office/members.ts";
import { insertSpent } from "../store/spent.ts";
import { entryHash } from "../services/common/directories.ts";
import { openCodeSecret, spendCode } from "./codes.ts";
import type { Assertion } from "./passkeys.ts";

/** What coming in, and changing how one does, builds on. */
export type EntranceDeps = SessionDeps & { readonly nonces: Nonces; readonly origins: Origins };

const RANDOM_BYTES = 16;
const MAC_AT = RANDOM_BYTES + ID_BYTES + 4;

export function makeTicket(key: ServerKey, login: Login, member: Member): Bytes {
  const content = concat(randomBytes(RANDOM_BYTES), login.memberId, u32(nowSeconds() + NONCE_SECONDS));
  return concat(content, key.ticketMac(content, login.loginPublicKey, entryHash(key, member)));
}

type Waiting = { readonly login: Login; readonly member: Member };

/** Whose sign-in waits. Throws ProblemError `not-signed-in` where it does not, or no more. */
async function readTicket({ database, key, directories }: EntranceDeps, ticket: Uint8Array): Promise<Waiting> {
  const refuse = (): never => {
    throw new ProblemError("not-signed-in");
  };
  if (ticket.length !== TICKET_BYTES) return refuse();
  const memberId = ticket.slice(RANDOM_BYTES, RANDOM_BYTES + ID_BYTES);
  const login = await findLoginOf(database, memberId);
  const member = (await directories.current()).members.get(hex(memberId));
  if (login === undefined || !isValidAt(member, Date.now())) return refuse();
  const mac = key.ticketMac(ticket.subarray(0, MAC_AT), login.loginPublicKey, entryHash(key, member));
  if (!equal(mac, ticket.subarray(MAC_AT)) || readU32(ticket, MAC_AT - 4) < nowSeconds()) return refuse();
  return { login, member };
}

/** What a member is asked for: passkeys of this address alone. */
export function askedFor(
  factors: readonly Factor[],
  origin: string | undefined,
): { code: boolean; passkeys: string[] } {
  return {
    code: factors.some(({ kind }) => kind === "code"),
    passkeys: factors.flatMap((factor) =>
      factor.kind === "passkey" && factor.origin === origin ? [toBase64url(factor.credentialId)] : [],
    ),
  };
}

export type GivenFactor = { readonly code: string } | { readonly assertion: Assertion };
export type Passed = Waiting & { readonly way: "code" | "passkey"; readonly wrongCodes: number };

/** Throws ProblemError `not-signed-in`, `wrong-factor`, `too-many-codes`. */
export async function passSecondStep(deps: EntranceDeps, ticket: Uint8Array, given: GivenFactor): Promise<Passed> {
  const { database, key } = deps;
  const waiting = await readTicket(deps, ticket);
  const { memberId } = waiting.login;
  const factors = await findFactors(database, memberId);
  if ("code" in given) await checkCode(deps, memberId, factors, given.code);
  else await checkPasskey(deps, factors, given.assertion, ticket);
  const spent = { nonceHash: key.spentHash(ticket), expires: fullHourAfter(readU32(ticket, MAC_AT - 4)) };
  if (!(await insertSpent(database, spent))) throw new ProblemError("not-signed-in");
  const wrongCodes = await forgetTries(database, memberId);
  return { ...waiting, way: "code" in given ? "code" : "passkey", wrongCodes };
}

async function checkCode(
  { database, key }: Pick<EntranceDeps, "database" | "key">,
  memberId: Uint8Array,
  factors: readonly Factor[],
  code: string,
): Promise<void> {
  const now = nowSeconds();
  const hour = { atMost: WRONG_CODES_AN_HOUR, now: new Date(now * 1_000), until: fullHourAfter(now + 1) };
  if (!(await countTry(database, memberId, hour))) throw new ProblemError("too-many-codes");
  for (const factor of factors.filter((each): each is CodeFactor => each.kind === "code")) {
    const spending = { database, key, memberId, factorId: factor.factorId };
    if (await spendCode(spending, openCodeSecret(key, factor, factor.secret), code)) return;
  }
  await countWrongCode(database, memberId);
  throw new ProblemError("wrong-factor");
}

async function checkPasskey(
  { database, origins }: Pick<EntranceDeps, "database" | "origins">,
  factors: readonly Factor[],
  assertion: Assertion,
  from: Uint8Array,
): Promise<void> {
  const passkey = factors.find(
    (each): each is PasskeyFactor =>
      each.kind === "passkey" && toBase64url(each.credentialId) === assertion.credentialId,
  );
  // Read only where somebody has one: two MB of a package.
  const { isAssertedBy } = await import("./passkeys.ts");
  const asking = { database, origins, from, mustVerify: false };
  if (passkey === undefined || !(await isAssertedBy(passkey, assertion, asking)))
    throw new ProblemError("wrong-factor");
}
