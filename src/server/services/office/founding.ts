/**
 * An office is founded (docs/protocol.md, "Founding"). The server keeps what the devices bring until the first directory and
 * the stewards' first statement on it are published together; who is whom it tells by keys that it knows hashes of. It
 * refuses what no device would take, and none of them believes it.
 */
import { setTimeout as sleep } from "node:timers/promises";
import { isDeepStrictEqual } from "node:util";
import { utf8 } from "../../../crypto/bytes.ts";
import { CryptoError } from "../../../crypto/errors.ts";
import { ZERO_HASH } from "../../../crypto/envelope.ts";
import { equal, randomBytes } from "../../../crypto/sodium.ts";
import {
  type Directory,
  type DirectoryDocument,
  DirectoryError,
  type SignedDirectory,
  documentBytes,
  parseDirectory,
} from "../../../protocol/directory/directory.ts";
import {
  CODE_LETTERS,
  FOUNDING_KEY_BYTES,
  type FoundingOffice,
  type FoundingProposal,
  codeHash,
  codeOf,
  foundingKeyHash,
  readCode,
} from "../../../protocol/founding.ts";
import { checkDays } from "../../../protocol/directory/freshness.ts";
import { checkMembersThemselves, isSignedByItself } from "../../../protocol/directory/members-themselves.ts";
import { CLOCK_ERROR_SECONDS, MAX_JOINERS } from "../../../protocol/limits.ts";
import { type SignedStatement, parseStatement, statementBytes } from "../../../protocol/directory/statement.ts";
import { dayAt, timeZoneOf } from "../../../protocol/encoding/time-zone.ts";
import { acceptDirectory, firstUse } from "../../../protocol/directory/trust.ts";
import { ProblemError } from "../../problem.ts";
import { putTogether } from "../common/directories.ts";
import type { Database } from "../../store/database.ts";
import { findNewest, findNewestDocument, storeState } from "../../store/office/directories.ts";
import {
  type FoundingChange,
  type StoredFounding,
  deleteJoiner,
  deleteJoiners,
  findFounding,
  findFoundingKeys,
  findJoiners,
  inFounding,
  insertFounding,
  insertJoiner,
  updateFounding,
} from "../../store/office/founding.ts";
import { hasLogins } from "../../store/office/members.ts";

type MemberEntry = DirectoryDocument["members"][number];
export type FoundingCaller = "founder" | "joiner";

/** A guess is right once in 2^100; what it costs is the guesser's time, and whoever has the right code never waits. */
const WRONG_CODE_MS = 1_000;

/**
 * At each start of a server without roots. Throws ProblemError `conflict` where somebody has enrolled, which goes under roots
 * alone, or the database has a directory that was founded otherwise: then roots.json is missing, and nobody shall found
 * another office on top.
 *
 * @returns the code, at the first start alone: it is kept nowhere
 */
export async function beginFounding(database: Database): Promise<string | undefined> {
  if (await hasLogins(database)) throw new ProblemError("conflict");
  if ((await findFoundingKeys(database)) !== undefined) return undefined;
  if ((await findNewest(database)) !== undefined) throw new ProblemError("conflict");
  const { printed, stored } = makeCode();
  return (await insertFounding(database, stored)) ? printed : undefined;
}

/**
 * For whoever runs the server: another code, for a founder who has lost the browser or to whom somebody was quicker. Whoever
 * was founder is none any more, and while the list is open nobody joins by the link of before; what was proposed and who has
 * joined stays. Undefined where nothing is being founded.
 */
export async function renewFoundingCode(database: Database): Promise<string | undefined> {
  const { printed, stored } = makeCode();
  const isDone = await inFounding(database, async (transaction, { foundedOn, document }) => {
    if (foundedOn !== null) return false;
    // Behind a closed list nobody comes on it, and its people go on with their link.
    await updateFounding(transaction, { code: stored, founder: null, ...(document === null && { joining: null }) });
    return true;
  });
  return isDone === true ? printed : undefined;
}

function makeCode(): { readonly printed: string; readonly stored: Uint8Array } {
  const printed = codeOf(randomBytes(CODE_LETTERS));
  return { printed, stored: codeHash(readCode(printed) ?? printed) };
}

/** Becomes founder, or is it already. Throws ProblemError `wrong-code`, `code-served`, `not-found` once it is founded. */
export async function claimFounding(database: Database, typed: string, key: Uint8Array): Promise<void> {
  const letters = readCode(typed);
  const keys = await findFoundingKeys(database);
  if (keys === undefined || keys.foundedOn !== null) throw new ProblemError("not-found");
  if (letters === undefined || !isHashOf(keys.code, codeHash(letters))) {
    await sleep(WRONG_CODE_MS);
    throw new ProblemError("wrong-code");
  }
  const founder = foundingKeyHash(key);
  await step(database, async (transaction, founding) => {
    // Renewed meanwhile
    if (!isHashOf(founding.code, codeHash(letters))) throw new ProblemError("wrong-code");
    if (founding.founder === null) await updateFounding(transaction, { founder });
    else if (!equal(founding.founder, founder)) throw new ProblemError("code-served");
  });
}

/** Whose key this is; undefined for a stranger, and for everybody once the office is founded. */
export async function findFoundingCaller(database: Database, key: Uint8Array): Promise<FoundingCaller | undefined> {
  const keys = await findFoundingKeys(database);
  if (keys === undefined || key.length !== FOUNDING_KEY_BYTES) return undefined;
  const given = foundingKeyHash(key);
  // Both are compared, whichever it is.
  const [isFounder, isJoiner] = [isHashOf(keys.founder, given), isHashOf(keys.joining, given)];
  return isFounder ? "founder" : isJoiner ? "joiner" : undefined;
}

function isHashOf(stored: Uint8Array | null, given: Uint8Array): boolean {
  return stored !== null && equal(stored, given);
}

/** One step at a time, in one transaction. Throws ProblemError `not-found` once the office is founded. */
async function step<Result>(
  database: Database,
  act: (transaction: Database, founding: StoredFounding) => Promise<Result>,
): Promise<Result> {
  const done = await inFounding(database, async (transaction, founding) => {
    if (founding.foundedOn !== null) throw new ProblemError("not-found");
    return { result: await act(transaction, founding) };
  });
  if (done === undefined) throw new ProblemError("not-found");
  return done.result;
}

export type FoundingTold = {
  readonly proposal: FoundingProposal | null;
  readonly joiners: MemberEntry[];
  readonly document: string | null;
  readonly directory: SignedDirectory | null;
  readonly statement: SignedStatement | null;
};

/** All of one moment. */
export async function readFounding(database: Database): Promise<FoundingTold> {
  return step(database, async (transaction, { proposal, document, signatures, statement }) => ({
    proposal,
    joiners: await findJoiners(transaction),
    document,
    directory: document === null || signatures === null ? null : { document, signatures },
    statement,
  }));
}

/**
 * Throws ProblemError `list-closed` for another proposal once the list is closed: name and zone stand beside the line that
 * everybody agrees to, and not in it.
 */
export async function proposeOffice(
  database: Database,
  proposal: FoundingProposal,
  joining: Uint8Array,
): Promise<void> {
  await step(database, (transaction, { document, proposal: before }) => {
    if (document !== null && !isDeepStrictEqual(proposal, before)) throw new ProblemError("list-closed");
    return updateFounding(transaction, { proposal, joining });
  });
}

/** Throws ProblemError `bad-envelope`, `list-closed`, `no-room`, `conflict` where a device comes a second time with something else. */
export async function joinFounding(database: Database, entry: MemberEntry): Promise<void> {
  // As each device reads it (`checkedEntry`): one that they refuse would stop all of them.
  if (!isSignedByItself(entry) || entry.removedIn !== null || entry.replaces !== undefined)
    throw new ProblemError("bad-envelope");
  await step(database, async (transaction, { document }) => {
    const joiners = await findJoiners(transaction);
    const same = joiners.find(({ id, signingKey }) => id === entry.id || signingKey === entry.signingKey);
    if (same !== undefined) {
      // The answer to the first time was lost.
      if (JSON.stringify(same) !== JSON.stringify(entry)) throw new ProblemError("conflict");
      return;
    }
    if (document !== null) throw new ProblemError("list-closed");
    if (joiners.length >= MAX_JOINERS) throw new ProblemError("no-room");
    await insertJoiner(transaction, entry);
  });
}

/** Throws ProblemError `list-closed`. */
export async function dropJoiner(database: Database, memberId: Uint8Array): Promise<void> {
  await step(database, async (transaction, { document }) => {
    if (document !== null) throw new ProblemError("list-closed");
    await deleteJoiner(transaction, memberId);
  });
}

/** Throws ProblemError `bad-envelope`, `wrong-day` by a clock that is wrong, `conflict` where another request stands. */
export async function closeFounding(database: Database, document: string): Promise<void> {
  const { version, previous, stewards, notBefore } = refusing(() => {
    const bytes = utf8(document);
    checkMembersThemselves(bytes);
    return parseDirectory(bytes);
  });
  // The first of an office, and of the format that holds by its stewards' statements.
  if (version !== 1 || !equal(previous, ZERO_HASH) || stewards === null) throw new ProblemError("bad-envelope");
  await step(database, async (transaction, founding) => {
    if (founding.document === document) return;
    if (founding.document !== null) throw new ProblemError("conflict");
    // Said before the roots have signed what nobody would believe.
    if (Math.abs(notBefore - Date.now()) > CLOCK_ERROR_SECONDS * 1_000) throw new ProblemError("wrong-day");
    await updateFounding(transaction, { document });
  });
}

/** Throws ProblemError `conflict` once the directory is signed: two of one number would be two views of the office. */
export async function reopenFounding(database: Database): Promise<void> {
  await step(database, async (transaction, { signatures }) => {
    if (signatures !== null) throw new ProblemError("conflict");
    await updateFounding(transaction, { document: null });
  });
}

/** Throws ProblemError `bad-envelope`, `conflict` where it is not the one that was asked for. */
export async function putFirstDirectory(database: Database, signed: SignedDirectory): Promise<void> {
  await step(database, async (transaction, { document, signatures }) => {
    if (document !== signed.document) throw new ProblemError("conflict");
    refusing(() => accept(signed, "none-yet"));
    // More signatures than before may come, and fewer do no harm: those that are there are enough.
    if (signatures === null) await updateFounding(transaction, { signatures: signed.signatures });
  });
}

/** Under its own roots: whether they are the right ones the devices have compared. Throws DirectoryError. */
function accept(signed: SignedDirectory, statement: "none-yet" | "fresh"): Directory {
  const { roots } = parseDirectory(documentBytes(signed));
  return acceptDirectory(firstUse(roots), [signed], { depth: "thorough", now: Date.now(), statement }).directory;
}

/**
 * A steward's signature under the first statement; with the last that is needed directory and statement are published, and
 * what was only for the founding is forgotten, all at once. Throws ProblemError `bad-envelope`, `wrong-day`, `conflict` where
 * a colleague has begun another one.
 *
 * @returns whether the office is founded now
 */
export async function confirmFounding(database: Database, given: SignedStatement): Promise<boolean> {
  return step(database, async (transaction, { document, signatures, statement: begun, proposal }) => {
    if (document === null || signatures === null || proposal === null) throw new ProblemError("conflict");
    const directory = refusing(() => accept({ document, signatures }, "none-yet"));
    refusing(() => checkFirst(directory, given));
    if (!isOfToday(given)) throw new ProblemError("wrong-day");
    const same = begun?.document === given.document ? begun : undefined;
    if (begun !== null && same === undefined && isOfToday(begun)) throw new ProblemError("conflict");
    const { together: statement, signers } = putTogether(directory, [given, same], undefined);
    if (signers.length < (directory.stewards ?? Infinity)) {
      await updateFounding(transaction, { statement });
      return false;
    }
    // Somebody has started a server with roots beside this one.
    if ((await findNewest(transaction)) !== undefined) throw new ProblemError("conflict");
    const signed = { document, signatures };
    refusing(() => accept({ ...signed, statements: [statement] }, "fresh"));
    const day = dayAt(Date.now(), timeZoneOf(proposal.office));
    const statements = [{ sequence: 1, signed: statement }];
    await storeState(transaction, { version: 1, directory: { hash: directory.hash, signed }, statements, day });
    await deleteJoiners(transaction);
    await updateFounding(transaction, { ...NOTHING_LEFT, foundedOn: day });
    return true;
  });
}

/** Published, or of no use any more. */
const NOTHING_LEFT: FoundingChange = {
  code: null,
  founder: null,
  joining: null,
  document: null,
  signatures: null,
  statement: null,
};

/** It is the first, takes nobody and closes nothing. Throws DirectoryError. */
function checkFirst(directory: Directory, statement: SignedStatement): void {
  const { document } = putTogether(directory, [statement, undefined], undefined);
  if (document.suspended.length > 0 || document.closed.length > 0) throw new DirectoryError("bad-statement");
}

/** One that was begun weeks ago stands in nobody's way. */
function isOfToday(statement: SignedStatement): boolean {
  try {
    checkDays(parseStatement(statementBytes(statement)), Date.now());
    return true;
  } catch (error) {
    if (error instanceof DirectoryError) return false;
    throw error;
  }
}

function refusing<Result>(look: () => Result): Result {
  try {
    return look();
  } catch (error) {
    if (error instanceof DirectoryError || error instanceof CryptoError) throw new ProblemError("bad-envelope");
    throw error;
  }
}

/** What the pages are made of. Throws ProblemError `not-found` before. */
export async function readFounded(
  database: Database,
): Promise<{ readonly office: FoundingOffice; readonly directory: SignedDirectory }> {
  const founding = await findFounding(database);
  const [directory] = await findNewestDocument(database);
  const { proposal = null, foundedOn = null } = founding ?? {};
  if (proposal === null || foundedOn === null || directory === undefined) throw new ProblemError("not-found");
  return { office: proposal.office, directory };
}
