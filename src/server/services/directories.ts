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
  parseDirectory,
} from "../../protocol/directory.ts";
import { type Trust, acceptDirectory, firstUse, hasEnoughSignatures } from "../../protocol/trust.ts";
import { ProblemError } from "../problem.ts";
import type { Database } from "../store/database.ts";
import { type DirectoryName, findFrom, findNewest, insertDirectory } from "../store/directories.ts";
import type { ServerKey } from "../admission/server-key.ts";
import { today } from "./today.ts";

export type Directories = {
  /** Whether any has been published. */
  readonly isThere: () => Promise<boolean>;
  /** The newest, verified. */
  readonly current: () => Promise<Directory>;
  /** The newest when its name is already at hand; asks the database only for what it does not know yet. */
  readonly at: (newest: DirectoryName) => Promise<Directory>;
  /** The newest or the one before it, if it has this name: what a report may be sealed under. */
  readonly usable: (name: DirectoryName) => Promise<Directory | undefined>;
  /** Takes the next directory. Throws ProblemError `bad-envelope` or `conflict`. */
  readonly publish: (signed: SignedDirectory) => Promise<void>;
  /** Takes those of `chain` that are newer than what is stored. Throws DirectoryError. */
  readonly importNewer: (chain: readonly SignedDirectory[]) => Promise<void>;
};

/** What was verified. Immutable: a directory of one version and hash never changes, so it may be kept in the process. */
type Known = { readonly trust: Trust; readonly current: Directory; readonly previous: Directory | undefined };

export function makeDirectories(database: Database, key: ServerKey, roots: RootSet): Directories {
  let known: Known | undefined;

  async function at(newest: DirectoryName): Promise<Directory> {
    if (known !== undefined && isNamed(known.current, newest)) return known.current;
    known = await load(known);
    return known.current;
  }

  async function load(before: Known | undefined): Promise<Known> {
    const trust = before?.trust ?? firstUse(roots);
    const stored = await findFrom(database, before === undefined ? 1 : trust.version, null);
    // The configured roots may have come into office after the first documents.
    const start =
      before === undefined
        ? stored.findIndex((signed) => hasEnoughSignatures(documentBytes(signed), signed, roots))
        : 0;
    const chain = start < 0 ? [] : stored.slice(start);
    const accepted = acceptDirectory(trust, chain, { depth: "thorough", now: Date.now() });
    const previous = chain.at(-2);
    return {
      trust: accepted.trust,
      current: accepted.directory,
      previous: previous && parseDirectory(documentBytes(previous)),
    };
  }

  async function current(): Promise<Directory> {
    const newest = await findNewest(database);
    if (newest === undefined) throw new DirectoryError("malformed");
    return at(newest);
  }

  async function accept(chain: readonly SignedDirectory[]): Promise<void> {
    const before = (await findNewest(database)) === undefined ? undefined : await current();
    const trust = before === undefined || known === undefined ? firstUse(roots) : known.trust;
    const { directory } = acceptDirectory(trust, chain, { depth: "thorough", now: Date.now() });
    const changed = before === undefined ? [] : changedMembers(before, directory);
    for (const signed of chain) {
      const { version, hash } = parseDirectory(documentBytes(signed));
      if (version <= trust.version) continue;
      // Another process was quicker; whether with the same document, the next load will tell.
      if (!(await insertDirectory(database, { version, hash, signed, day: today() }, changed)))
        throw new ProblemError("conflict");
    }
  }

  const changedMembers = (before: Directory, after: Directory): Uint8Array[] =>
    [...before.members.values()]
      .filter((member) => !sameEntry(member, after.members.get(member.id)))
      .map(({ id }) => fromHex(id));
  const sameEntry = (member: Member, other: Member | undefined): boolean =>
    other !== undefined && sameBytes(entryHash(key, member), entryHash(key, other));

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
    async publish(signed) {
      try {
        await accept([signed]);
      } catch (error) {
        if (!(error instanceof DirectoryError)) throw error;
        throw new ProblemError(["rollback", "two-views", "gap"].includes(error.code) ? "conflict" : "bad-envelope");
      }
    },
    async importNewer(chain) {
      const newest = await findNewest(database);
      const newer = chain.filter((signed) => parseDirectory(documentBytes(signed)).version >= (newest?.version ?? 0));
      if (newer.length === 0) return;
      try {
        await accept(newer);
      } catch (error) {
        if (!(error instanceof ProblemError)) throw error;
      }
    },
  };
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
