/** The directories that a client knows: the newest it accepted, and older ones that signed acts name. */
import { hex } from "../../crypto/bytes.ts";
import { API } from "../../protocol/api.ts";
import { MAX_DIRECTORIES_BYTES } from "../../protocol/api/public.ts";
import {
  type Directory,
  DirectoryError,
  type RootSet,
  type SignedDirectory,
  documentBytes,
  parseDirectory,
} from "../../protocol/directory/directory.ts";
import { olderDirectories } from "../../protocol/directory/older-directories.ts";
import { type Acceptance, type Trust, acceptDirectory, hasEnoughSignatures } from "../../protocol/directory/trust.ts";
import { checkFreshness, withStatements } from "../../protocol/directory/freshness.ts";
import { type Clock, ClockDoubt, type DateError, notBeforeBuild } from "./clock.ts";
import { MOST_PAGES, limitPages } from "../line/paging.ts";
import { ApiError, type Connection, callJson } from "../line/http.ts";

export type Directories = {
  /** The newest accepted; a signed act that names a newer one makes the client fetch that. */
  readonly current: Directory;
  /** The same as the server gave it: what the next one rests on */
  readonly signed: SignedDirectory;
  /** ms since 1970, as the newest was looked at: who is valid on this day is sealed to */
  readonly now: number;
  /** To be remembered: what a later server must not go back behind. */
  readonly trust: Trust;
  /** Where a lapsed statement was asked for too: why the newest does not hold today */
  readonly lapse: ClockDoubt | undefined;
  /** As the server says with the newest, signed by nobody: the office is not open yet, and what is sent rehearses */
  readonly isRehearsal: boolean;
  /** Asks for the newest anew. Throws as `loadDirectories`. */
  refresh(): Promise<void>;
  /** The directory that a signed act names, or undefined when it is none of this organisation's. */
  readonly at: (version: number, hash: Uint8Array) => Promise<Directory | undefined>;
  /** All from that number on, newest first: what was listed when. */
  since(version: number): Promise<readonly Directory[]>;
  /** Ids of those who were suspended when an older directory was replaced, by its stewards' last statement. Throws ApiError. */
  suspendedAtTheEndOf(older: Directory): Promise<readonly string[]>;
};

/** How the newest directory is looked at, and by which clock. */
type Look = Pick<Acceptance, "depth" | "statement"> & Clock;

/** Fetches and accepts the newest directory. Throws DirectoryError or ApiError; nothing is sealed or opened without one. */
export async function loadDirectories(connection: Connection, trust: Trust, look: Look): Promise<Directories> {
  let accepted = await fetchNewest(connection, trust, look);
  const known = new Map([[hex(accepted.directory.hash), accepted.directory]]);
  const renew = async () => {
    accepted = await fetchNewest(connection, accepted.trust, look);
    known.set(hex(accepted.directory.hash), accepted.directory);
  };
  return {
    get current() {
      return accepted.directory;
    },
    get signed() {
      return accepted.signed;
    },
    get lapse() {
      return accepted.lapse;
    },
    get isRehearsal() {
      return accepted.isRehearsal;
    },
    refresh: renew,
    now: notBeforeBuild(look),
    get trust() {
      return accepted.trust;
    },
    async since(version) {
      const { directory } = accepted;
      if (version >= directory.version) return [directory];
      return [directory, ...(await fetchOlder(connection, Math.max(1, version), directory))];
    },
    async at(version, hash) {
      const name = hex(hash);
      // Published since: a session lasts a working day, and a colleague may already write under the next one.
      if (version > accepted.directory.version) await renew();
      if (!known.has(name) && version >= 1 && version < accepted.directory.version) {
        for (const older of await fetchOlder(connection, version, accepted.directory))
          known.set(hex(older.hash), older);
      }
      const found = known.get(name);
      return found?.version === version ? found : undefined;
    },
    suspendedAtTheEndOf: (older) => fetchSuspended(connection, older),
  };
}

/** Whoever remembers nothing, and was built before the roots were replaced. */
function isOfLaterRoots([only]: readonly SignedDirectory[], { version, roots }: Trust): boolean {
  return version === 0 && only !== undefined && !hasEnoughSignatures(documentBytes(only), only, roots);
}

/** From the first that the own roots have signed on: old and new together have signed the one that replaces them. */
export async function fetchFromOwnRoots(connection: Connection, roots: RootSet): Promise<SignedDirectory[]> {
  const all = await fetchChain(connection, 1);
  const start = all.findIndex((signed) => hasEnoughSignatures(documentBytes(signed), signed, roots));
  return start < 0 ? all.slice(-1) : all.slice(start);
}

type Accepted = ReturnType<typeof acceptDirectory> & {
  readonly signed: SignedDirectory;
  readonly lapse: ClockDoubt | undefined;
  readonly isRehearsal: boolean;
};

async function fetchNewest(connection: Connection, trust: Trust, look: Look): Promise<Accepted> {
  // From the remembered version on, so that it is compared and every one between is walked.
  const { chain: shown, isRehearsal } = await fetchPages(
    connection,
    trust.version === 0 ? undefined : trust.version,
    trust.statement?.sequence,
  );
  const chain = isOfLaterRoots(shown, trust) ? await fetchFromOwnRoots(connection, trust.roots) : shown;
  const newest = chain.at(-1);
  // Nothing from the remembered version on: the server has gone back behind it.
  if (newest === undefined) throw new DirectoryError(trust.version === 0 ? "malformed" : "rollback");
  const now = notBeforeBuild(look);
  let accepted: ReturnType<typeof acceptDirectory>;
  try {
    accepted = acceptDirectory(trust, chain, { depth: look.depth, now, statement: "lapsed-too" });
  } catch (error) {
    // Dates are looked at last: the document was verified.
    if (error instanceof DirectoryError && (error.code === "expired" || error.code === "not-yet-valid"))
      throw new ClockDoubt(error.code, look.now, parseDirectory(documentBytes(newest)));
    throw error;
  }
  const lapse = lapseOf(accepted.directory, now, look.now);
  if (lapse !== undefined && look.statement !== "lapsed-too") throw lapse;
  return { ...accepted, signed: newest, lapse, isRehearsal };
}

/** That stewards have stated lately that this directory holds is missing; undefined where it is there. */
function lapseOf(directory: Directory, now: number, clock: number): ClockDoubt | undefined {
  if (directory.freshness === null) return undefined;
  try {
    checkFreshness(directory, now);
    return undefined;
  } catch (error) {
    if (error instanceof DirectoryError) return new ClockDoubt(error.code as DateError, clock, directory.freshness);
    throw error;
  }
}

/**
 * Signed documents from a version on, ascending, with the newest the statements on it from `statement` on; without a
 * version the newest of each alone. Nothing of them is checked yet.
 */
export async function fetchChain(
  connection: Connection,
  from: number | undefined,
  statement?: number,
): Promise<SignedDirectory[]> {
  return (await fetchPages(connection, from, statement)).chain;
}

async function fetchPages(
  connection: Connection,
  from: number | undefined,
  statement?: number,
): Promise<{ readonly chain: SignedDirectory[]; readonly isRehearsal: boolean }> {
  const chain: SignedDirectory[] = [];
  const turnTo = limitPages(MOST_PAGES.directories);
  let left = MAX_DIRECTORIES_BYTES;
  for (let next = from; ;) {
    const call = { query: { from: next, statement: next === from ? statement : undefined }, atMost: left };
    const { chain: page, isRehearsal = false } = await callJson(
      connection,
      "directory",
      API.directory.answer.json,
      call,
    );
    chain.push(...page);
    for (const { document } of page) left -= document.length;
    // A full page may have a successor; the server gives at most 100 at once.
    if (next === undefined || page.length < 100) return { chain, isRehearsal };
    next += page.length;
    turnTo(String(next));
  }
}

/** A statement takes all that the one before has taken: the last says whom any had suspended. One that is not right says nothing. */
async function fetchSuspended(connection: Connection, older: Directory): Promise<readonly string[]> {
  const call = { params: { version: String(older.version) } };
  try {
    const { statement } = await callJson(connection, "lastStatement", API.lastStatement.answer.json, call);
    return (statement && withStatements(older, [statement], undefined).freshness?.suspended) ?? [];
  } catch (error) {
    if (error instanceof DirectoryError || (error instanceof ApiError && error.code === "not-found")) return [];
    throw error;
  }
}

/** Documents from `version` up to the accepted one, trusted because each is the `previous` of the next. */
async function fetchOlder(connection: Connection, version: number, accepted: Directory): Promise<Directory[]> {
  return olderDirectories((await fetchChain(connection, version)).map(documentBytes), accepted);
}
