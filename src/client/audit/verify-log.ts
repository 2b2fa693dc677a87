/**
 * An exported log, checked from its bytes alone (docs/protocol.md, "The exported log"): it holds, or which is the first entry
 * that does not, and whose acts say that they saw another. Desk, command line and outsiders run this; it asks no server.
 */
import { fromHex, hex, sameBytes } from "../../crypto/bytes.ts";
import { CryptoError, unlessRefused } from "../../crypto/errors.ts";
import { rootsFingerprintOf } from "../../crypto/identity.ts";
import { type Sha256, type Tree, growTree, leafHashOf } from "../../crypto/log/merkle.ts";
import { isSignedBy } from "../../crypto/sodium.ts";
import { type LogHead, type SignedCheckpoint, parseCheckpoint, sameHead } from "../../protocol/audit/checkpoint.ts";
import type { SignedEntry } from "../../protocol/audit/entry.ts";
import type { ExportHeader } from "../../protocol/audit/export.ts";
import {
  LEAF_KINDS,
  type Leaf,
  type LeafKind,
  directoryPayload,
  logKeyNameOf,
  statementPayload,
} from "../../protocol/audit/leaf.ts";
import { type NoteKey, isNoteSignedBy, parseNoteKey } from "../../protocol/audit/signed-note.ts";
import { DirectoryError } from "../../protocol/directory/directory.ts";
import { MOST_TRIED, findDisplacement } from "./displacement.ts";
import { type Doubt, doubtsByAuthor } from "./doubts.ts";
import { type People, startWith } from "./people.ts";
import { type HiddenLeaf, type LeafLine, linesOf, parseHeader, parseLine } from "./read-export.ts";
import { type CheckSignatures, type SignatureQueue, checkOneByOne, queueSignatures } from "./signatures.ts";
import type { AuditFault, AuditFaultCode, AuditVerdict } from "./verdict.ts";

export type AuditCheck = {
  readonly sha256: Sha256;
  /** A quicker one where the platform has it */
  readonly checkSignatures?: CheckSignatures;
  /** Whether a fingerprint of roots is the one on the poster; without this the verdict says which it is */
  readonly isOnPoster?: ((fingerprint: Uint8Array) => boolean) | undefined;
  /** The log's verifier key, where it is known */
  readonly key?: string | undefined;
  /** A checkpoint that was kept: the log must begin with that one */
  readonly earlier?: string | undefined;
  /** Bytes read so far */
  readonly onProgress?: (read: number) => void;
};

const PROGRESS_EVERY = 1_000;

export async function verifyLog(bytes: Uint8Array, check: AuditCheck): Promise<AuditVerdict> {
  const lines = linesOf(bytes);
  const header = unlessRefused(() => ({ read: parseHeader(lines.next().value ?? undefined) }));
  if (header !== undefined && header.read === undefined) return broken("no-export", 0);
  const keys = header?.read === undefined ? undefined : keysOf(check.sha256, header.read);
  if (header?.read === undefined || keys === undefined) return broken("malformed", 0);
  if (check.key !== undefined && !header.read.keys.includes(check.key)) return broken("other-key", 0);
  const walk = startWalk(header.read, keys, check);
  const found = walkLines(walk, lines, bytes, check) ?? endFault(walk) ?? compareFault(walk, check) ?? keyFault(walk);
  // Signatures are checked beside the walk: the first of all faults counts.
  const faults = [...doubtsByAuthor(walk.doubts, walk.vouched), ...(found === undefined ? [] : [found])];
  const wrong = await walk.signatures.firstWrong();
  if (wrong !== undefined) {
    const later = faults.findIndex(({ last }) => wrong <= last);
    faults.splice(later < 0 ? faults.length : later, 0, faultOf("bad-signature", wrong, wrong, "act"));
  }
  const [fault] = faults;
  return fault === undefined ? { holds: true, summary: summaryOf(walk, check) } : { holds: false, fault, faults };
}

function broken(code: AuditFaultCode, at: number): AuditVerdict {
  const fault = faultOf(code, at);
  return { holds: false, fault, faults: [fault] };
}

function faultOf(code: AuditFaultCode, first: number, last = first, kind?: LeafKind): AuditFault {
  return { code, first, last, kind };
}

function keysOf(sha256: Sha256, { keys }: ExportHeader): NoteKey[] | undefined {
  return unlessRefused(() => keys.map((key) => parseNoteKey(sha256, key)));
}

type Walk = {
  readonly header: ExportHeader;
  readonly keys: readonly NoteKey[];
  readonly sha256: Sha256;
  readonly tree: Tree;
  readonly people: People;
  readonly signatures: SignatureQueue;
  readonly acts: Set<string>;
  readonly counts: Record<LeafKind, number>;
  /** Leaves of which the file has the hash alone */
  hidden: number;
  /** Of every leaf so far */
  readonly leafHashes: Uint8Array[];
  firstHour: number | undefined;
  hour: number;
  /** Names the key that signs heads from the newest `log-key` on that is shown */
  logKey: Uint8Array | undefined;
  /** So many leaves are what somebody has seen and signed */
  sure: number;
  /** … of which members have signed so many, in their acts */
  vouched: number;
  readonly doubts: Doubt[];
  /** Behind which sure entries another order was looked for: what was changed once is told by each later act */
  readonly searched: Set<number>;
  /** The newest checkpoint in the file, where no leaf has come since */
  head: SignedCheckpoint | undefined;
};

function startWalk(
  header: ExportHeader,
  keys: readonly NoteKey[],
  { sha256, checkSignatures = checkOneByOne }: AuditCheck,
): Walk {
  const counts = Object.fromEntries(LEAF_KINDS.map((kind) => [kind, 0])) as Record<LeafKind, number>;
  return {
    header,
    keys,
    sha256,
    tree: growTree(sha256),
    people: startWith({ threshold: header.roots.threshold, keys: header.roots.keys.map(fromHex) }),
    signatures: queueSignatures(checkSignatures),
    acts: new Set(),
    counts,
    hidden: 0,
    leafHashes: [],
    firstHour: undefined,
    hour: 0,
    logKey: undefined,
    sure: 0,
    vouched: 0,
    doubts: [],
    searched: new Set(),
    head: undefined,
  };
}

function walkLines(
  walk: Walk,
  lines: Iterator<Uint8Array>,
  bytes: Uint8Array,
  { onProgress = () => {} }: AuditCheck,
): AuditFault | undefined {
  /** Looked at before their turn, where order was in doubt */
  const waiting: Uint8Array[] = [];
  const take = (): Uint8Array | undefined => {
    const next = lines.next();
    return next.done === true ? undefined : next.value;
  };
  const lookAhead = () => {
    while (waiting.length < MOST_TRIED) {
      const line = take();
      if (line === undefined) break;
      waiting.push(line);
    }
    return hashesOf(walk.sha256, waiting);
  };
  for (let line = take(); line !== undefined; line = waiting.shift() ?? take()) {
    const isLast = line.byteOffset + line.length + 1 >= bytes.byteOffset + bytes.length;
    const isCut = line.byteOffset + line.length === bytes.byteOffset + bytes.length;
    const sequence = walk.tree.size + 1;
    const parsed = unlessRefused(() => parseLine(line));
    if (parsed === undefined || isCut) return faultOf(isCut ? "cut" : "malformed", sequence);
    const fault =
      "checkpoint" in parsed
        ? checkpointFault(walk, parsed.checkpoint, isLast)
        : "leafHash" in parsed
          ? takeHidden(walk, parsed)
          : takeLeaf(walk, parsed, lookAhead);
    if (fault !== undefined) return fault;
    if (walk.tree.size % PROGRESS_EVERY === 0) onProgress(line.byteOffset + line.length - bytes.byteOffset);
  }
  return undefined;
}

/** Leaf hashes of what comes next: an entry that came too early may have its place there. */
function hashesOf(sha256: Sha256, lines: readonly Uint8Array[]): Uint8Array[] {
  return lines.flatMap((line) => {
    const parsed = unlessRefused(() => parseLine(line));
    if (parsed === undefined || "checkpoint" in parsed) return [];
    return ["leafHash" in parsed ? parsed.leafHash : leafHashOf(sha256, parsed.leafBytes)];
  });
}

type LookAhead = () => readonly Uint8Array[];

function takeLeaf(walk: Walk, line: LeafLine, more: LookAhead): AuditFault | undefined {
  const { leaf, leafBytes } = line;
  const sequence = walk.tree.size + 1;
  const hash = leafHashOf(walk.sha256, leafBytes);
  walk.leafHashes.push(hash);
  if (leaf.kind === "act") {
    const { seen } = leaf.entry;
    if (isAsSeen(walk, seen)) walk.vouched = Math.max(walk.vouched, seen.size);
    else {
      const wrong = actOutOfPlace(walk, leaf.entry, more);
      if (wrong !== undefined) return wrong;
    }
  }
  const code = leafFault(walk, line);
  // Which of two has the wrong day, they do not say.
  if (code !== undefined) return faultOf(code, code === "hour-back" ? sequence - 1 : sequence, sequence, leaf.kind);
  walk.tree.append(hash);
  walk.counts[leaf.kind]++;
  if (leaf.kind === "server" && leaf.serverAct.act === "log-key") walk.logKey = leaf.serverAct.object;
  walk.hour = leaf.hour;
  walk.firstHour ??= leaf.hour;
  walk.head = undefined;
  return undefined;
}

/** Its place is checked, and whatever is signed later vouches for it. */
function takeHidden(walk: Walk, { leafHash }: HiddenLeaf): undefined {
  walk.leafHashes.push(leafHash);
  walk.tree.append(leafHash);
  walk.hidden++;
  walk.head = undefined;
}

/** What is wrong with a leaf by itself, and with those before it. */
function leafFault(walk: Walk, { leaf, directory, statement }: LeafLine): AuditFaultCode | undefined {
  if (leaf.hour < walk.hour) return "hour-back";
  if (leaf.kind === "act") return actFault(walk, leaf.entry);
  if (directory !== undefined)
    return (
      documentFault(leaf, directoryPayload(walk.sha256, directory)) ??
      directoryFault(() => walk.people.list(directory), "bad-directory")
    );
  if (statement !== undefined)
    return (
      documentFault(leaf, statementPayload(walk.sha256, statement)) ??
      directoryFault(() => walk.people.state(statement), "bad-statement")
    );
  return undefined;
}

function documentFault(leaf: Leaf, hash: Uint8Array): AuditFaultCode | undefined {
  return "documentHash" in leaf && sameBytes(leaf.documentHash, hash) ? undefined : "other-document";
}

function directoryFault(take: () => void, code: AuditFaultCode): AuditFaultCode | undefined {
  try {
    take();
    return undefined;
  } catch (error) {
    if (error instanceof DirectoryError || error instanceof CryptoError) return code;
    throw error;
  }
}

function actFault({ acts, people, signatures, tree }: Walk, entry: SignedEntry): AuditFaultCode | undefined {
  const id = hex(entry.actId);
  if (acts.has(id)) return "repeated";
  acts.add(id);
  const key = people.keyOf(entry);
  if (typeof key === "string") return key;
  signatures.add(tree.size + 1, { publicKey: key, signature: entry.signature, message: entry.entryBytes });
  return undefined;
}

/** Whether the log was, at that size, what somebody says to have seen. */
function isAsSeen(walk: Walk, seen: LogHead): boolean {
  const { tree, sure } = walk;
  if (seen.size > tree.size || !sameBytes(tree.root(seen.size), seen.root)) return false;
  walk.sure = Math.max(sure, seen.size);
  return true;
}

/**
 * Of an act whose author saw another log: what was done to the log, unless somebody else wrote the act. A member's word
 * alone stops nothing: it is noted, for one act with a made-up root would hide whatever was forged behind it.
 */
function actOutOfPlace(walk: Walk, entry: SignedEntry, more: LookAhead): AuditFault | undefined {
  const sequence = walk.tree.size + 1;
  const key = walk.people.keyOf(entry);
  if (typeof key !== "string" && !isSignedBy(key, entry.signature, entry.entryBytes))
    return faultOf("bad-signature", sequence, sequence, "act");
  const { seen } = entry;
  const isSearched = walk.searched.has(walk.sure) || walk.searched.size === MOST_SEARCHES;
  const fault =
    // As somebody else saw it at that size, it is; this one was shown another.
    seen.size <= walk.sure
      ? faultOf("split-view", sequence, sequence, "act")
      : historyFault(walk, seen, isSearched ? undefined : more());
  walk.searched.add(walk.sure);
  const author = walk.people.directory?.members.get(hex(entry.memberId));
  if (typeof key === "string" || author === undefined) return fault;
  walk.doubts.push({ fault, entry: sequence, seen: seen.size, author });
  return undefined;
}

/** So often entries are tried in other places: two seconds, a tenth of a second each (displacement.ts) */
const MOST_SEARCHES = 20;

/** What was done to a log that is not as somebody saw it; `behind`: what comes next, where order is looked at. */
function historyFault(
  { tree, sha256, sure, leafHashes }: Walk,
  seen: LogHead,
  behind: readonly Uint8Array[] | undefined,
): AuditFault {
  const displaced =
    behind && findDisplacement(sha256, tree.frontier(sure), [...leafHashes.slice(sure), ...behind], seen);
  if (displaced !== undefined) {
    const [first, last] = [displaced.from, displaced.to].toSorted((one, other) => one - other) as [number, number];
    return faultOf("moved", sure + first + 1, sure + last + 1);
  }
  if (seen.size > tree.size) return faultOf("removed", sure + 1, tree.size + 1);
  return faultOf("changed", sure + 1, Math.max(sure + 1, seen.size));
}

function checkpointFault(walk: Walk, text: string, isLast: boolean): AuditFault | undefined {
  const { tree, header, keys, sha256 } = walk;
  const next = tree.size + 1;
  const checkpoint = unlessRefused(() => parseCheckpoint(text));
  if (checkpoint === undefined) return faultOf("malformed", next);
  // The newest is signed by all keys: so each vouches for the one that took its place.
  const isSigned = signersOf(sha256, keys, checkpoint) >= (isLast ? keys.length : 1);
  if (checkpoint.origin !== header.origin || !isSigned) return faultOf("bad-checkpoint", next);
  if (checkpoint.size > tree.size) return faultOf(isLast ? "cut" : "removed", isLast ? next : walk.sure + 1, next);
  if (checkpoint.size < tree.size) return faultOf("beyond", checkpoint.size + 1, tree.size);
  if (!isAsSeen(walk, checkpoint)) return historyFault(walk, checkpoint, []);
  walk.head = checkpoint;
  return undefined;
}

function signersOf(sha256: Sha256, keys: readonly NoteKey[], { note }: SignedCheckpoint): number {
  return keys.filter((key) => isNoteSignedBy(sha256, note, key)).length;
}

function endFault({ head, tree }: Walk): AuditFault | undefined {
  return head === undefined ? faultOf("cut", tree.size + 1) : undefined;
}

/** What the file is compared with: the poster, and a checkpoint that somebody kept. */
function compareFault(walk: Walk, { isOnPoster, earlier, sha256 }: AuditCheck): AuditFault | undefined {
  const { people, tree, header, keys } = walk;
  // The poster has the roots of today. Those of then are vouched for by theirs, or theirs by these.
  const isOfPoster = people.proved.some((roots) => isOnPoster?.(rootsFingerprintOf(roots)));
  if (isOnPoster !== undefined && !isOfPoster) return faultOf("other-roots", 0);
  if (earlier === undefined) return undefined;
  const checkpoint = unlessRefused(() => parseCheckpoint(earlier));
  const isOfThis = checkpoint?.origin === header.origin && signersOf(sha256, keys, checkpoint) > 0;
  if (checkpoint === undefined || !isOfThis) return faultOf("bad-earlier", 0);
  if (checkpoint.size > tree.size) return faultOf("rolled-back", tree.size + 1, checkpoint.size);
  const then = { size: checkpoint.size, root: tree.root(checkpoint.size) };
  return sameHead(then, checkpoint) ? undefined : faultOf("forked", 1, checkpoint.size);
}

/** A log says which key signs it: without that, an export that was cut is signed again by whoever likes. */
function keyFault({ tree, keys, logKey, sha256 }: Walk): AuditFault | undefined {
  const [newest] = keys;
  if (tree.size === 0 || newest === undefined) return undefined;
  const isNamed = logKey !== undefined && sameBytes(logKey, logKeyNameOf(sha256, newest.publicKey));
  return isNamed ? undefined : faultOf("bad-checkpoint", tree.size + 1);
}

function summaryOf({ tree, people, counts, hidden, firstHour, hour, header }: Walk, { earlier }: AuditCheck) {
  const newest = people.proved.at(-1);
  return {
    origin: header.origin,
    size: tree.size,
    root: tree.root(),
    key: header.keys[0] ?? "",
    rootsFingerprint: newest && rootsFingerprintOf(newest),
    counts,
    hidden,
    hours: firstHour === undefined ? undefined : { first: firstHour, last: hour },
    since: earlier === undefined ? undefined : parseCheckpoint(earlier).size,
  };
}
