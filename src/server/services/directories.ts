/**
 * The directory as the server sees it: stored documents, verified against the roots in KEYS_DIR.
 * Roles come from here alone, so that somebody who can write to the database cannot make himself an investigator.
 */
import { fromHex, hex, sameBytes } from "../../crypto/bytes.ts";
import {
  type Directory,
  DirectoryError,
  type Member,
  type RootSet,
  type SignedDirectory,
  documentBytes,
  memberSignatureInput,
  parseDirectory,
} from "../../protocol/directory/directory.ts";
import { toBase64url } from "../../protocol/encoding/base64url.ts";
import { type Looked, checkDays, lookAt } from "../../protocol/directory/freshness.ts";
import {
  type SignedStatement,
  parseStatement,
  statementBytes,
  statementHashOf,
} from "../../protocol/directory/statement.ts";
import { type Trust, acceptDirectory, firstUse, hasEnoughSignatures } from "../../protocol/directory/trust.ts";
import { ProblemError } from "../problem.ts";
import type { Database } from "../store/database.ts";
import {
  type DirectoryName,
  type Proposal,
  type StateName,
  findFrom,
  findNewest,
  findProposal,
  findProposals,
  inTurn,
  insertState,
  upsertProposal,
} from "../store/directories.ts";
import type { ServerKey } from "../admission/server-key.ts";
import { today } from "./today.ts";

export type Directories = {
  /** Whether any has been published. */
  readonly isThere: () => Promise<boolean>;
  /** The newest, verified, with what the stewards have taken from it. Their statement may have lapsed. */
  readonly current: () => Promise<Directory>;
  /** The newest when its name is already at hand; asks the database only for what it does not know yet. */
  readonly at: (newest: StateName) => Promise<Directory>;
  /** The newest or the one before it, if it has this name: what a report may be sealed under. */
  readonly usable: (name: DirectoryName) => Promise<Directory | undefined>;
  /** Takes the next directory, with its first statement. Throws ProblemError `bad-envelope` or `conflict`. */
  readonly publish: (signed: SignedDirectory) => Promise<void>;
  /** Statements that too few stewards have signed yet. */
  readonly proposals: () => Promise<Proposal[]>;
  /**
   * Takes a statement that a steward has signed, on the published directory or on the next one; published as soon as enough
   * have signed the very same. Throws ProblemError `bad-envelope` or `conflict`.
   *
   * @returns whether it is published now
   */
  readonly propose: (memberId: string, proposal: Proposal) => Promise<boolean>;
  /** Takes those of `chain`, and of the statements on the newest, that are newer than what is stored. Throws DirectoryError. */
  readonly importNewer: (chain: readonly SignedDirectory[]) => Promise<void>;
};

/** What was verified. Immutable: what one version, hash and statement name never changes, so it may be kept in the process. */
type Known = {
  readonly trust: Trust;
  readonly current: Directory;
  readonly previous: Directory | undefined;
  /** The newest document alone, as whoever proposes a statement on it needs it */
  readonly newest: SignedDirectory;
};

const SERVERS_LOOK = { depth: "thorough", statement: "lapsed-too" } as const;

export function makeDirectories(database: Database, key: ServerKey, roots: RootSet): Directories {
  let known: Known | undefined;

  async function at(newest: StateName): Promise<Directory> {
    return (await knownAt(newest)).current;
  }

  async function knownAt(newest: StateName): Promise<Known> {
    if (known !== undefined && isState(known.current, newest)) return known;
    known = await load(known);
    return known;
  }

  async function load(before: Known | undefined): Promise<Known> {
    const trust = before?.trust ?? firstUse(roots);
    const from = { version: before === undefined ? 1 : trust.version, statement: trust.statement?.sequence ?? 1 };
    const stored = await findFrom(database, from, null);
    // The configured roots may have come into office after the first documents.
    const start =
      before === undefined
        ? stored.findIndex((signed) => hasEnoughSignatures(documentBytes(signed), signed, roots))
        : 0;
    const chain = start < 0 ? [] : stored.slice(start);
    const accepted = acceptDirectory(trust, chain, { ...SERVERS_LOOK, now: Date.now() });
    const [previous, newest] = [chain.at(-2), chain.at(-1)];
    if (newest === undefined) throw new DirectoryError("malformed");
    const same = before?.current.version === accepted.directory.version;
    return {
      trust: accepted.trust,
      current: accepted.directory,
      previous: same ? before?.previous : previous && parseDirectory(documentBytes(previous)),
      newest,
    };
  }

  async function newestKnown(): Promise<Known> {
    const newest = await findNewest(database);
    if (newest === undefined) throw new DirectoryError("malformed");
    return knownAt(newest);
  }
  const current = async (): Promise<Directory> => (await newestKnown()).current;

  async function accept(chain: readonly SignedDirectory[]): Promise<void> {
    const before = (await findNewest(database)) === undefined ? undefined : await newestKnown();
    const trust = before?.trust ?? firstUse(roots);
    const { directory } = acceptDirectory(trust, chain, { ...SERVERS_LOOK, now: Date.now() });
    const members = {
      changed: before === undefined ? [] : changedMembers(before.current, directory),
      forgotten: [...directory.members.values()]
        .filter((member) => member.removedIn !== null || isNewPerson(member, before?.current.members.get(member.id)))
        .map(({ id }) => fromHex(id)),
      settled: before === undefined ? [] : settledMembers(before.current, directory),
    };
    for (const signed of chain) {
      const { version, hash } = parseDirectory(documentBytes(signed));
      const isNew = version > trust.version;
      const after = isNew ? 0 : (trust.statement?.sequence ?? 0);
      const statements = (signed.statements ?? [])
        .map((one) => ({ sequence: parseStatement(statementBytes(one)).sequence, signed: one }))
        .filter(({ sequence }) => sequence > after);
      if (!isNew && statements.length === 0) continue;
      const state = { version, directory: isNew ? { hash, signed } : undefined, statements, day: today() };
      // Another process was quicker; whether with the same, the next load will tell.
      if (!(await insertState(database, state, members))) throw new ProblemError("conflict");
    }
  }

  const changedMembers = (before: Directory, after: Directory): Uint8Array[] =>
    [...before.members.values()]
      .filter((member) => !sameEntry(member, after.members.get(member.id)))
      .map(({ id }) => fromHex(id));
  const sameEntry = (member: Member, other: Member | undefined): boolean =>
    other !== undefined && sameBytes(entryHash(key, member), entryHash(key, other));

  /** What a proposal rests on: the directory it is of, and the statement before it. */
  async function baseOf({ directory }: Proposal): Promise<{
    readonly directory: Directory;
    readonly before: SignedStatement | undefined;
    readonly signed: SignedDirectory;
  }> {
    const { trust, current: published, newest } = await newestKnown();
    if (directory === null) return { directory: published, before: newest.statements?.at(-1), signed: newest };
    const accepted = acceptDirectory(trust, [directory], { depth: "thorough", now: Date.now(), statement: "none-yet" });
    return { directory: accepted.directory, before: undefined, signed: directory };
  }

  async function propose(memberId: string, proposal: Proposal): Promise<boolean> {
    const { directory, before, signed } = await baseOf(proposal);
    const last = before && lookAt(directory, before, undefined, 1);
    const hash = statementHashOf(statementBytes(proposal.statement));
    const statement = await inTurn(database, async (transaction) => {
      const stored = await findProposal(transaction, hash);
      const both = withSignatures(proposal.statement, stored?.statement);
      const { signers, document } = lookAtProposal(directory, both, last);
      // What is no signature would stand in the way of the one that comes.
      const together = { ...both, signatures: both.signatures.filter(({ member }) => signers.includes(member)) };
      if (!signers.includes(memberId)) throw new DirectoryError("too-few-stewards");
      checkDays(document, Date.now());
      await upsertProposal(transaction, hash, { statement: together, directory: proposal.directory }, today());
      return { together, signers };
    });
    if (directory.stewards === null || statement.signers.length < directory.stewards) return false;
    const statements = [...(before === undefined ? [] : [before]), statement.together];
    await accept([{ ...signed, statements }]);
    return true;
  }

  return {
    isThere: async () => (await findNewest(database)) !== undefined,
    current,
    at,
    async usable(name) {
      const find = () =>
        [known?.current, known?.previous].find((directory) => directory !== undefined && isNamed(directory, name));
      const found = find();
      if (found !== undefined) return found;
      await current();
      return find();
    },
    publish: (signed) => refusing(() => accept([signed])),
    proposals: () => findProposals(database),
    propose: (memberId, proposal) => refusing(() => propose(memberId, proposal)),
    async importNewer(chain) {
      const newest = await findNewest(database);
      const newer = chain.filter((signed) => parseDirectory(documentBytes(signed)).version >= (newest?.version ?? 0));
      if (newer.length === 0) return;
      try {
        await accept(newer.map((signed) => withoutOlder(signed, newest)));
      } catch (error) {
        if (!(error instanceof ProblemError)) throw error;
      }
    },
  };
}

/** What each has signed is another than before, or is over. */
function settledMembers(before: Directory, after: Directory): Uint8Array[] {
  return [...after.members.values()]
    .filter((member) => {
      const old = before.members.get(member.id);
      if (old === undefined || member.removedIn !== null) return old !== undefined;
      return hex(memberSignatureInput(entryOf(old))) !== hex(memberSignatureInput(entryOf(member)));
    })
    .map(({ id }) => fromHex(id));
}

function entryOf({ id, roles, signingKey, sealingKey }: Member) {
  return {
    id,
    roles: [...roles],
    signingKey: hex(signingKey),
    sealingKey: sealingKey && toBase64url(sealingKey),
  };
}

/** Under another signing key: the vault that held the one before is gone, and with it what opened its wraps. */
function isNewPerson(member: Member, before: Member | undefined): boolean {
  return before !== undefined && !sameBytes(member.signingKey, before.signingKey);
}

/** A document of the version that is stored brings what is newer than what is stored, and the statement before that. */
function withoutOlder(signed: SignedDirectory, newest: StateName | undefined): SignedDirectory {
  if (newest === undefined || parseDirectory(documentBytes(signed)).version > newest.version) return signed;
  const statements = (signed.statements ?? []).filter(
    (one) => parseStatement(statementBytes(one)).sequence >= newest.statement,
  );
  return { ...signed, statements };
}

async function refusing<T>(act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (error) {
    if (!(error instanceof DirectoryError)) throw error;
    throw new ProblemError(OVERTAKEN.includes(error.code) ? "conflict" : "bad-envelope");
  }
}

/** Somebody was quicker, or this is older than what is published. */
const OVERTAKEN: readonly string[] = [
  "rollback",
  "two-views",
  "gap",
  "statement-rollback",
  "statement-two-views",
  "statement-gap",
  "other-directory",
];

/** The very same statement, with what both have. */
export function withSignatures(one: SignedStatement, other: SignedStatement | undefined): SignedStatement {
  const signatures = [...one.signatures, ...(other?.signatures ?? [])];
  const once = new Map(signatures.map((signature) => [signature.member, signature]));
  return { document: one.document, signatures: [...once.values()] };
}

/** At least one steward may sign it; how many more are needed is counted by whoever asks. */
function lookAtProposal(directory: Directory, statement: SignedStatement, last: Looked | undefined): Looked {
  const looked = lookAt(directory, statement, last, 1);
  if (last === undefined && looked.name.sequence !== 1) throw new DirectoryError("statement-gap");
  return looked;
}

function isState(directory: Directory, name: StateName): boolean {
  return isNamed(directory, name) && (directory.freshness?.sequence ?? 0) === name.statement;
}

function isNamed(directory: Directory, { version, hash }: DirectoryName): boolean {
  return directory.version === version && sameBytes(directory.hash, hash);
}

/** Names one state of a member's entry: a session ends when it changes. */
export function entryHash(key: ServerKey, member: Member): Uint8Array {
  const { signingKey, sealingKey, ...rest } = member;
  return key.entryHash(
    JSON.stringify({ ...rest, signingKey: hex(signingKey), sealingKey: sealingKey && hex(sealingKey) }),
  );
}
