/**
 * The directory as the server sees it: stored documents, verified against the roots in KEYS_DIR.
 * Roles come from here alone, so that somebody who can write to the database cannot make himself an investigator.
 */
import { fromHex, hex, sameBytes } from "../../../crypto/bytes.ts";
import {
  type Directory,
  DirectoryError,
  type Member,
  type RootSet,
  type SignedDirectory,
  documentBytes,
  memberSignatureInput,
  parseDirectory,
} from "../../../protocol/directory/directory.ts";
import { toBase64url } from "../../../protocol/encoding/base64url.ts";
import { type Looked, checkDays, lookAt, withStatements } from "../../../protocol/directory/freshness.ts";
import {
  type SignedStatement,
  parseStatement,
  statementBytes,
  statementHashOf,
} from "../../../protocol/directory/statement.ts";
import { type Trust, acceptDirectory, firstUse, hasEnoughSignatures } from "../../../protocol/directory/trust.ts";
import { ProblemError } from "../../problem.ts";
import { type Act, appendAct } from "../../store/audit.ts";
import type { Database } from "../../store/database.ts";
import {
  type DirectoryName,
  type Proposal,
  type StateName,
  findFrom,
  findLastStatement,
  findNewest,
  findProposal,
  findProposals,
  inTurn,
  insertEarlier,
  insertState,
  upsertProposal,
} from "../../store/office/directories.ts";
import type { ServerKey } from "../../admission/server-key.ts";
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
  /** Takes the next directory, with its first statement, as this act. Throws ProblemError `bad-envelope` or `conflict`. */
  readonly publish: (signed: SignedDirectory, act: Act) => Promise<void>;
  /** Statements that too few stewards have signed yet. */
  readonly proposals: () => Promise<Proposal[]>;
  /**
   * Takes a statement that a steward has signed, on the published directory or on the next one; published as soon as enough
   * have signed the very same. Throws ProblemError `bad-envelope` or `conflict`.
   *
   * @returns whether it is published now
   */
  readonly propose: (memberId: string, proposal: Proposal, act: Act) => Promise<boolean>;
  /**
   * Takes those of `chain`, and of the statements on the newest, that are newer than what is stored, wherever in it they stand.
   * Statements before the first that is stored on the newest are taken too, where they lead to it.
   * Throws DirectoryError: `gap` or `statement-gap` where what came between is missing.
   */
  readonly importNewer: (chain: readonly SignedDirectory[]) => Promise<void>;
  /** Number of the first statement that is stored on the newest directory: whoever has seen one before it is shown a gap. */
  readonly firstStatement: () => Promise<number>;
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

  async function load(before: Known | undefined, now = Date.now()): Promise<Known> {
    const trust = before?.trust ?? firstUse(roots);
    const from = { version: before === undefined ? 1 : trust.version, statement: trust.statement?.sequence ?? 1 };
    const stored = await findFrom(database, from, null);
    // The configured roots may have come into office after the first documents.
    const start =
      before === undefined
        ? stored.findIndex((signed) => hasEnoughSignatures(documentBytes(signed), signed, roots))
        : 0;
    if (start < 0 && stored.length > 0) throw new DirectoryError("too-few-signatures");
    const chain = stored.slice(Math.max(0, start));
    const accepted = acceptDirectory(trust, chain, { ...SERVERS_LOOK, now });
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

  /** What a newer one follows: on its last day, where that is over. Undefined where there is none. */
  async function lastKnown(): Promise<Known | undefined> {
    const whole = await findWhole();
    const { expires } = whole === undefined ? { expires: Infinity } : parseDirectory(documentBytes(whole));
    if (expires < Date.now()) return load(undefined, expires);
    return whole && newestKnown();
  }

  async function accept(chain: readonly SignedDirectory[], act?: Act): Promise<void> {
    const before = await lastKnown();
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
      if (!(await insertState(database, state, members, act))) throw new ProblemError("conflict");
    }
  }

  /** The newest document with all that is stored on it. */
  async function findWhole(): Promise<SignedDirectory | undefined> {
    const newest = await findNewest(database);
    return newest && (await findFrom(database, { version: newest.version, statement: 1 }, null))[0];
  }

  /** An office restored with the newest statement alone is given those before it, which some of its members have seen. */
  async function fillIn(chain: readonly SignedDirectory[]): Promise<void> {
    const stored = await findWhole();
    const first = stored?.statements?.[0];
    if (stored === undefined || first === undefined) return;
    const known = together([stored, ...chain.filter(({ document }) => document === stored.document)])[0]?.statements;
    const before = leadingTo(sequenceOf(first), known ?? []);
    if (before.length === 0) return;
    const directory = withStatements(parseDirectory(documentBytes(stored)), [...before, first], undefined);
    const rows = before.map((signed) => ({ sequence: sequenceOf(signed), signed }));
    await insertEarlier(database, { version: directory.version, statements: rows, day: today() });
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

  async function propose(memberId: string, proposal: Proposal, act: Act): Promise<boolean> {
    const { directory, before, signed } = await baseOf(proposal);
    const last = before && lookAt(directory, before, undefined, 1);
    const hash = statementHashOf(statementBytes(proposal.statement));
    const { together, signers } = await inTurn(database, async (transaction) => {
      const stored = await findProposal(transaction, hash);
      const looked = putTogether(directory, [proposal.statement, stored?.statement], last);
      if (!looked.signers.includes(memberId)) throw new DirectoryError("too-few-stewards");
      checkDays(looked.document, Date.now());
      const proposed = { statement: looked.together, directory: proposal.directory };
      if (await upsertProposal(transaction, hash, proposed, today())) await appendAct(transaction, act);
      return looked;
    });
    if (directory.stewards === null || signers.length < directory.stewards) return false;
    const statements = [...(before === undefined ? [] : [before]), together];
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
    publish: (signed, act) => refusing(() => accept([signed], act)),
    proposals: () => findProposals(database),
    propose: (memberId, proposal, act) => refusing(() => propose(memberId, proposal, act)),
    async importNewer(chain) {
      const newest = await findNewest(database);
      const last = newest && (await findLastStatement(database, newest.version));
      const isOfToday = (signed: SignedDirectory) =>
        parseDirectory(documentBytes(signed)).version >= (newest?.version ?? 0);
      const newer = together(chain.filter(isOfToday))
        .map((signed) => withoutOlder(signed, newest, last ?? undefined))
        .filter((signed) => newest === undefined || !isOlder(signed, newest));
      try {
        if (newer.length > 0) await accept(newer);
      } catch (error) {
        if (!(error instanceof ProblemError)) throw error;
      }
      await fillIn(chain);
    },
    async firstStatement() {
      const first = (await findWhole())?.statements?.[0];
      return first === undefined ? 1 : sequenceOf(first);
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

/** Copies of one document, each with the statements of its day, are one document with the statements of all. */
function together(chain: readonly SignedDirectory[]): SignedDirectory[] {
  const statements = new Map<string, Map<string, SignedStatement>>();
  for (const signed of chain) {
    const known = statements.get(signed.document) ?? new Map<string, SignedStatement>();
    statements.set(signed.document, known);
    for (const one of signed.statements ?? []) known.set(one.document, one);
  }
  return chain
    .filter(({ document }, at) => chain.findIndex((other) => other.document === document) === at)
    .map((signed) => {
      const all = [...(statements.get(signed.document)?.values() ?? [])];
      return { ...signed, statements: all.toSorted((one, other) => sequenceOf(one) - sequenceOf(other)) };
    });
}

/** The very document that is stored, with no statement but those before the newest stored one: an office's file after some weeks. */
function isOlder(signed: SignedDirectory, newest: StateName): boolean {
  return (signed.statements ?? []).length === 0 && isNamed(parseDirectory(documentBytes(signed)), newest);
}

/**
 * A document of the version that is stored brings what is newer than what is stored, behind the newest stored statement,
 * `last`, where it does not bring its own of that number.
 */
function withoutOlder(
  signed: SignedDirectory,
  newest: StateName | undefined,
  last: SignedStatement | undefined,
): SignedDirectory {
  if (newest === undefined || parseDirectory(documentBytes(signed)).version > newest.version) return signed;
  const statements = (signed.statements ?? []).filter((one) => sequenceOf(one) >= newest.statement);
  const [first] = statements;
  const follows = first !== undefined && last !== undefined && sequenceOf(first) > newest.statement;
  return { ...signed, statements: follows ? [last, ...statements] : statements };
}

/** Those right before that number, one after another; of two with one number both, which is an alarm. */
function leadingTo(sequence: number, statements: readonly SignedStatement[]): SignedStatement[] {
  const before = statements.filter((one) => sequenceOf(one) === sequence - 1);
  return before.length === 0 ? [] : [...leadingTo(sequence - 1, statements), ...before];
}

function sequenceOf(signed: SignedStatement): number {
  return parseStatement(statementBytes(signed)).sequence;
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

/**
 * The very same statement with what both have, and who of its signers may sign it: at least one steward; how many more are
 * needed is counted by whoever asks. `last` is the statement before it, undefined for the first. Throws DirectoryError.
 */
export function putTogether(
  directory: Directory,
  [given, stored]: readonly [SignedStatement, SignedStatement | undefined],
  last: Looked | undefined,
): Looked & { readonly together: SignedStatement } {
  const signatures = [...given.signatures, ...(stored?.signatures ?? [])];
  const once = [...new Map(signatures.map((signature) => [signature.member, signature])).values()];
  const looked = lookAt(directory, { document: given.document, signatures: once }, last, 1);
  if (last === undefined && looked.name.sequence !== 1) throw new DirectoryError("statement-gap");
  // What is no signature would stand in the way of the one that comes.
  const valid = once.filter(({ member }) => looked.signers.includes(member));
  return { ...looked, together: { document: given.document, signatures: valid } };
}

/** Which directory, and which statement on it (0 for none). */
export function stateOf({ version, hash, freshness }: Directory): StateName {
  return { version, hash, statement: freshness?.sequence ?? 0 };
}

function isState(directory: Directory, name: StateName): boolean {
  return isNamed(directory, name) && stateOf(directory).statement === name.statement;
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
