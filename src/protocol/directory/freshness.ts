/**
 * Whether a directory still holds: its stewards said so within the last 35 days, in a statement that takes away and never
 * gives (docs/protocol.md, "Freshness statements"). Reporters, members and the server run this with `trust.ts`.
 */
import { hex } from "../../crypto/bytes.ts";
import { CryptoError } from "../../crypto/errors.ts";
import { ZERO_HASH } from "../../crypto/envelope.ts";
import { isSignedBy } from "../../crypto/sodium.ts";
import { fromBase64url } from "../encoding/base64url.ts";
import { isSteward } from "../rules/casework.ts";
import { type Directory, DirectoryError, type Freshness, type Member, isActive } from "./directory.ts";
import { CLOCK_ERROR_SECONDS } from "../limits.ts";
import {
  type SignedStatement,
  type StatementDocument,
  type StatementName,
  parseStatement,
  statementBytes,
  statementNameOf,
  statementSignatureInput,
} from "./statement.ts";
import { isValidAt } from "./validity.ts";

/** What a new statement on this directory starts from. */
const NOTHING_TAKEN: Pick<StatementDocument, "suspended" | "closed"> = { suspended: [], closed: [] };

/** One that follows, as it will be signed. `before` is the newest on this directory, undefined for the first. */
export type NextStatement = Pick<StatementDocument, "notBefore" | "expires"> & {
  readonly suspended: readonly string[];
  readonly closed: readonly string[];
};

/** The document that follows; what was taken before stays taken. */
export function nextStatement(
  { version, hash }: Pick<Directory, "version" | "hash">,
  before: Freshness | null,
  { notBefore, expires, suspended, closed }: NextStatement,
): StatementDocument {
  const union = (some: readonly string[], more: readonly string[]) => [...new Set([...some, ...more])].toSorted();
  return {
    format: "segel/1/freshness",
    directory: { version, hash: hex(hash) },
    sequence: (before?.sequence ?? 0) + 1,
    previous: before?.hash ?? hex(ZERO_HASH),
    notBefore,
    expires,
    suspended: union(before?.suspended ?? [], suspended),
    closed: union(before?.closed ?? [], closed),
  };
}

/** A statement that was looked at, and who of its signers may sign it. */
export type Looked = {
  readonly name: StatementName;
  readonly document: StatementDocument;
  readonly signers: readonly string[];
  /** How many more the directory asks for */
  readonly missing: number;
};

/**
 * Walks `chain` (ascending) from the remembered statement on, which stands first, or from any where none is remembered,
 * and gives the directory as it holds now: members suspended, channels closed. The newest one's dates are not looked at.
 *
 * @throws DirectoryError: `no-statement`, `bad-statement` (its shape, or somebody who is not in this directory),
 *   `too-few-stewards`, `other-directory`, `statement-rollback`, `statement-two-views` (an alarm), `statement-gap`, `gives-back`
 */
export function withStatements(
  directory: Directory,
  chain: readonly SignedStatement[],
  remembered: StatementName | undefined,
): Directory {
  if (directory.stewards === null) return directory;
  let before: Looked | undefined;
  for (const signed of chain) {
    const looked = lookAt(directory, signed, before, directory.stewards);
    if (before === undefined && remembered !== undefined) checkRemembered(looked.name, remembered);
    before = looked;
  }
  if (before === undefined) throw new DirectoryError(remembered === undefined ? "no-statement" : "statement-rollback");
  return withTaken(directory, before);
}

/**
 * One statement and who signed it, `atLeast` of them: fewer than the directory asks for where it is only proposed.
 * `before` is the one that it follows, undefined where that is not known.
 */
export function lookAt(
  directory: Directory,
  signed: SignedStatement,
  before: Pick<Looked, "name" | "document"> | undefined,
  atLeast: number,
): Looked {
  const members = whoSigned(directory, signed);
  // Verify, then parse: nothing of a statement that stewards have not signed is looked at.
  if (members.length < atLeast) throw new DirectoryError("too-few-stewards");
  const bytes = statementBytes(signed);
  const document = parsed(bytes);
  const name = statementNameOf(bytes, document);
  checkPlace(directory, document, before?.name);
  const taken = before?.document ?? NOTHING_TAKEN;
  checkTaken(directory, document, taken);
  const signers = members.filter((one) => isFit(one, document, taken)).map(({ id }) => id);
  if (signers.length < atLeast) throw new DirectoryError("too-few-stewards");
  return { name, document, signers, missing: Math.max(0, (directory.stewards ?? 0) - signers.length) };
}

/** `statement-not-yet-valid` or `statement-lapsed`, by a clock that may be wrong by two days either way; ms since 1970. */
export function checkFreshness({ freshness }: Directory, now: number): void {
  if (freshness === null) return;
  const error = CLOCK_ERROR_SECONDS * 1_000;
  if (now < freshness.notBefore - error) throw new DirectoryError("statement-not-yet-valid");
  if (now > freshness.expires + error) throw new DirectoryError("statement-lapsed");
}

/** Of one that is about to be made: it begins now, give or take what clocks are wrong, and has not run out. Throws as `checkFreshness`. */
export function checkDays({ notBefore, expires }: StatementDocument, now: number): void {
  if (Math.abs(Date.parse(notBefore) - now) > CLOCK_ERROR_SECONDS * 1_000)
    throw new DirectoryError("statement-not-yet-valid");
  if (Date.parse(expires) <= now) throw new DirectoryError("statement-lapsed");
}

/** Distinct stewards of the directory whose signature under the statement is right; whether they may is asked next. */
function whoSigned({ members }: Directory, signed: SignedStatement): Member[] {
  const input = statementSignatureInput(statementBytes(signed));
  const signers = new Map<string, Member>();
  for (const { member: id, signature } of signed.signatures) {
    const member = members.get(id);
    if (!isActive(member) || !isSteward(member.roles) || signers.has(id)) continue;
    if (isSignedBy(member.signingKey, fromBase64url(signature), input)) signers.set(id, member);
  }
  return [...signers.values()];
}

function parsed(bytes: Uint8Array): StatementDocument {
  try {
    return parseStatement(bytes);
  } catch (error) {
    if (error instanceof CryptoError) throw new DirectoryError("bad-statement");
    throw error;
  }
}

/** What is given first is what was seen before, that very one: what follows rests on it. */
function checkRemembered(first: StatementName, remembered: StatementName): void {
  if (first.sequence < remembered.sequence) throw new DirectoryError("statement-rollback");
  if (first.sequence > remembered.sequence) throw new DirectoryError("statement-gap");
  if (first.hash !== remembered.hash) throw new DirectoryError("statement-two-views");
}

/** It is of this very directory, and follows the one before. */
function checkPlace(directory: Directory, document: StatementDocument, before: StatementName | undefined): void {
  const { version, hash } = document.directory;
  if (version !== directory.version || hash !== hex(directory.hash)) throw new DirectoryError("other-directory");
  if (document.sequence === 1 && document.previous !== hex(ZERO_HASH)) throw new DirectoryError("bad-statement");
  if (before === undefined) return;
  if (document.sequence !== before.sequence + 1) throw new DirectoryError("statement-gap");
  if (document.previous !== before.hash) throw new DirectoryError("statement-two-views");
}

/** It names members and channels of this directory, and all that the one before has taken: only a new directory gives back. */
function checkTaken(
  { members, channels }: Directory,
  document: StatementDocument,
  before: Pick<StatementDocument, "suspended" | "closed">,
): void {
  const isKnown = document.suspended.every((id) => members.has(id)) && document.closed.every((id) => channels.has(id));
  if (!isKnown) throw new DirectoryError("bad-statement");
  const keeps =
    before.suspended.every((id) => document.suspended.includes(id)) &&
    before.closed.every((id) => document.closed.includes(id));
  if (!keeps) throw new DirectoryError("gives-back");
}

/** Nobody signs the own suspension away, nor after it, nor outside the days of the own entry. */
function isFit(
  member: Member,
  { notBefore, suspended }: StatementDocument,
  before: Pick<StatementDocument, "suspended">,
): boolean {
  return (
    isValidAt(member, Date.parse(notBefore)) && !suspended.includes(member.id) && !before.suspended.includes(member.id)
  );
}

function withTaken(directory: Directory, { name, document }: Looked): Directory {
  const { suspended, closed } = document;
  return {
    ...directory,
    members: new Map(
      [...directory.members].map(([id, member]) => [id, { ...member, isSuspended: suspended.includes(id) }]),
    ),
    channels: new Map(
      [...directory.channels].map(([id, channel]) => [id, { ...channel, isClosed: closed.includes(id) }]),
    ),
    freshness: {
      ...name,
      notBefore: Date.parse(document.notBefore),
      expires: Date.parse(document.expires),
      suspended,
      closed,
    },
  };
}
