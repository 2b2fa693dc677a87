/**
 * Whether to trust a directory: signatures of roots already trusted, an unbroken chain from what was seen before,
 * and dates. Everybody runs this: reporters, members, and the server for roles.
 */
import { type Bytes, fromHex, hex, sameBytes } from "../../crypto/bytes.ts";
import { ZERO_HASH } from "../../crypto/envelope.ts";
import { isSignedBy } from "../../crypto/sodium.ts";
import { fromBase64url } from "../encoding/base64url.ts";
import {
  type Directory,
  DirectoryError,
  type RootSet,
  type SignedDirectory,
  directoryHashOf,
  directorySignatureInput,
  documentBytes,
  parseDirectory,
} from "./directory.ts";
import { checkFreshness, withStatements } from "./freshness.ts";
import { checkMembersThemselves } from "./members-themselves.ts";
import { CLOCK_ERROR_SECONDS } from "../limits.ts";
import type { StatementName } from "./statement.ts";

/** What a client has accepted before: built in, in the vault, or in the browser's storage, the newest of them. */
export type Trust = {
  readonly roots: RootSet;
  /** Newest directory accepted under these roots; version 0 and a hash of zeros when there is none yet. */
  readonly version: number;
  readonly hash: Bytes;
  /** Newest statement on that very directory that was accepted; undefined where none was */
  readonly statement?: StatementName | undefined;
};

export function firstUse(roots: RootSet): Trust {
  return { roots, version: 0, hash: ZERO_HASH };
}

export type Acceptance = {
  /** `thorough` also checks each member's own signature and key: for members, root signers and the server. */
  readonly depth: "quick" | "thorough";
  /** ms since 1970; a clock earlier than the build counts as the build's */
  readonly now: number;
  /**
   * `fresh` where it is left out: the stewards' statement is there and holds today. `lapsed-too` where the statement may
   * have run out: for stewards, who make the next, and for the server, which takes it. `none-yet` for a directory on which
   * nobody has stated anything: for whoever proposes one.
   */
  readonly statement?: "fresh" | "lapsed-too" | "none-yet";
};

/**
 * Accepts the newest directory of `chain` (ascending, every document after `trust.version`) or says why not.
 * The document that equals the trusted version may stand first and is compared with it.
 *
 * @throws DirectoryError: `too-few-signatures` (unknown and repeated signers do not count), `rollback` (only older ones),
 *   `two-views` (the trusted version with another hash: an alarm), `gap`, `not-yet-valid`, `expired`, and the rules of `parseDirectory` and of `freshness.ts`.
 */
export function acceptDirectory(
  trust: Trust,
  chain: readonly SignedDirectory[],
  { depth, now, statement = "fresh" }: Acceptance,
): { directory: Directory; trust: Trust } {
  let reached: Trust = trust;
  let newest: Followed | undefined;
  for (const signed of chain) {
    newest = followed(reached, signed, newest?.directory);
    reached = newest.trust;
  }
  if (newest === undefined) throw new DirectoryError("malformed");
  checkDates(newest.directory, now);
  if (depth === "thorough") checkMembersThemselves(newest.bytes);
  const directory = statement === "none-yet" ? newest.directory : stated(newest, trust);
  if (statement === "fresh") checkFreshness(directory, now);
  const { freshness } = directory;
  return {
    directory,
    trust: {
      ...reached,
      statement: freshness === null ? undefined : { sequence: freshness.sequence, hash: freshness.hash },
    },
  };
}

/** A document that follows what was trusted, and what is trusted with it. */
type Followed = {
  readonly directory: Directory;
  readonly bytes: Bytes;
  readonly signed: SignedDirectory;
  readonly trust: Trust;
};

/**
 * One more document of a chain: signed by enough of the trusted roots and the very next, or the remembered one itself.
 * Neither its dates nor its statements are looked at. `before` is the one before it in the chain. Throws as `acceptDirectory`.
 */
export function followed(trust: Trust, signed: SignedDirectory, before?: Directory): Followed {
  const bytes = documentBytes(signed);
  // The very document accepted before needs no signature: its hash is what was remembered,
  // and its roots are the newest trusted ones, also where the built-in ones have been replaced since.
  const remembered = trust.version > 0 && sameBytes(directoryHashOf(bytes), trust.hash);
  // Verify, then parse: nothing of an unsigned document is looked at.
  if (!remembered && !hasEnoughSignatures(bytes, signed, trust.roots)) throw new DirectoryError("too-few-signatures");
  const directory = parseDirectory(bytes);
  if (!remembered) {
    if (directory.version < trust.version) throw new DirectoryError("rollback");
    if (directory.version === trust.version) throw new DirectoryError("two-views");
    // First use starts anywhere; afterwards every document between is walked, never skipped.
    const starts = trust.version === 0;
    if (!starts && directory.version !== trust.version + 1) throw new DirectoryError("gap");
    if (!starts && !sameBytes(directory.previous, trust.hash)) throw new DirectoryError("two-views");
    // A document that changes the root set is signed by enough of the old and enough of the new.
    if (!hasEnoughSignatures(bytes, signed, directory.roots)) throw new DirectoryError("too-few-signatures");
  }
  // Whoever has once been told by stewards is not led back to a document that needs none.
  if (directory.stewards === null && (before?.stewards ?? null) !== null) throw new DirectoryError("no-statement");
  const { roots, version, hash } = directory;
  return { directory, bytes, signed, trust: { roots, version, hash } };
}

/** What was remembered is of the remembered directory; on a newer one the statements begin anew. */
function stated({ directory, signed }: { directory: Directory; signed: SignedDirectory }, trust: Trust): Directory {
  const remembered = directory.version === trust.version ? trust.statement : undefined;
  return withStatements(directory, signed.statements ?? [], remembered);
}

function checkDates({ notBefore, expires }: Directory, now: number): void {
  const error = CLOCK_ERROR_SECONDS * 1_000;
  if (now < notBefore - error) throw new DirectoryError("not-yet-valid");
  if (now > expires + error) throw new DirectoryError("expired");
}

/** Distinct keys of `roots` that signed the document, at least as many as the threshold. */
export function hasEnoughSignatures(document: Uint8Array, signed: SignedDirectory, roots: RootSet): boolean {
  const known = new Set(roots.keys.map(hex));
  const input = directorySignatureInput(document);
  const signers = new Set<string>();
  for (const { root, signature } of signed.signatures) {
    if (known.has(root) && !signers.has(root) && isSignedBy(fromHex(root), fromBase64url(signature), input))
      signers.add(root);
  }
  return signers.size >= roots.threshold;
}
