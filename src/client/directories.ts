/** The directories that a client knows: the newest it accepted, and older ones that signed acts name. */
import { type Bytes, hex, sameBytes } from "../crypto/bytes.ts";
import { API } from "../protocol/api.ts";
import { type Directory, documentBytes, parseDirectory } from "../protocol/directory.ts";
import { type Acceptance, type Trust, acceptDirectory } from "../protocol/trust.ts";
import { type Connection, callJson } from "./http.ts";

export type Directories = {
  readonly current: Directory;
  /** To be remembered: what a later server must not go back behind. */
  readonly trust: Trust;
  /** The directory that a signed act names, or undefined when it is none of this organisation's. */
  at(version: number, hash: Uint8Array): Promise<Directory | undefined>;
};

/** Fetches and accepts the newest directory. Throws DirectoryError or ApiError; nothing is sealed or opened without one. */
export async function loadDirectories(connection: Connection, trust: Trust, acceptance: Acceptance): Promise<Directories> {
  // From the remembered version on, so that it is compared and every one between is walked.
  const chain = await fetchChain(connection, trust.version === 0 ? undefined : trust.version);
  const accepted = acceptDirectory(trust, chain, acceptance);
  const known = new Map([[hex(accepted.directory.hash), accepted.directory]]);
  return {
    current: accepted.directory,
    trust: accepted.trust,
    async at(version, hash) {
      const found = known.get(hex(hash));
      if (found !== undefined) return found.version === version ? found : undefined;
      if (version < 1 || version >= accepted.directory.version) return undefined;
      for (const older of await fetchOlder(connection, version, accepted.directory)) known.set(hex(older.hash), older);
      const loaded = known.get(hex(hash));
      return loaded?.version === version ? loaded : undefined;
    },
  };
}

async function fetchChain(connection: Connection, from: number | undefined) {
  const chain = [];
  for (let next = from; ; ) {
    const page = (await callJson(connection, "directory", API.directory.answer.json, { query: { from: next } })).chain;
    chain.push(...page);
    // A full page may have a successor; the server gives at most 100 at once.
    if (next === undefined || page.length < 100) return chain;
    next += page.length;
  }
}

/** Documents from `version` up to the accepted one, trusted because each is the `previous` of the next. */
async function fetchOlder(connection: Connection, version: number, accepted: Directory): Promise<Directory[]> {
  const documents = (await fetchChain(connection, version)).map(documentBytes);
  const older: Directory[] = [];
  let expected: Bytes = accepted.previous;
  for (const bytes of documents.toReversed()) {
    const directory = parseDirectory(bytes);
    if (directory.version >= accepted.version) continue;
    if (!sameBytes(directory.hash, expected)) break;
    older.push(directory);
    expected = directory.previous;
  }
  return older;
}
