/**
 * The Merkle tree of RFC 6962 (2.1) over an append-only log: its root, and proofs that a leaf stands in it and that a longer
 * log begins with a shorter one. Proofs are checked as RFC 9162 (2.1.3.2, 2.1.4.2) says. SHA-256 comes from the caller: each
 * platform has one, and none of them is everywhere.
 */
import { concat, sameBytes } from "../bytes.ts";

export type Sha256 = (bytes: Uint8Array) => Uint8Array;

export const TREE_HASH_BYTES = 32;
/** So many leaves have a number in a list's field. */
export const MOST_LEAVES = 0xffff_ffff;
/** A path through a tree of that many leaves, and one more where a longer one is proved to begin with a shorter. */
export const MOST_PROOF_HASHES = 64;

/** What stands before a leaf and before two subtrees, so that neither passes for the other (RFC 6962, 2.1). */
const LEAF = Uint8Array.of(0);
const NODE = 1;
/** A node as it is hashed, one after the other: a million of them are made while a log is checked. */
const NODE_INPUT = new Uint8Array(1 + 2 * TREE_HASH_BYTES);
NODE_INPUT[0] = NODE;

export function leafHashOf(sha256: Sha256, leaf: Uint8Array): Uint8Array {
  return sha256(concat(LEAF, leaf));
}

function nodeHashOf(sha256: Sha256, left: Uint8Array, right: Uint8Array): Uint8Array {
  if (left.length !== TREE_HASH_BYTES || right.length !== TREE_HASH_BYTES) throw new RangeError("no hash of a tree");
  NODE_INPUT.set(left, 1);
  NODE_INPUT.set(right, 1 + TREE_HASH_BYTES);
  return sha256(NODE_INPUT);
}

/** All that a log must keep to grow: the hashes of its perfect subtrees, the largest (and oldest) first. */
export type Frontier = { readonly size: number; readonly hashes: readonly Uint8Array[] };

export const EMPTY: Frontier = { size: 0, hashes: [] };

export function appended(sha256: Sha256, { size, hashes }: Frontier, leafHash: Uint8Array): Frontier {
  const kept = [...hashes];
  let last = leafHash;
  for (let trees = size; trees % 2 === 1; trees = Math.floor(trees / 2)) {
    const left = kept.pop();
    if (left === undefined) throw new RangeError(`no frontier of ${size} leaves`);
    last = nodeHashOf(sha256, left, last);
  }
  return { size: size + 1, hashes: [...kept, last] };
}

export function rootOf(sha256: Sha256, { hashes }: Pick<Frontier, "hashes">): Uint8Array {
  if (hashes.length === 0) return sha256(new Uint8Array());
  return hashes.reduceRight((right, left) => nodeHashOf(sha256, left, right));
}

/** Leaves from `start` to before `end`, as the tree divides them: one hash stands for them. */
type Range = { readonly start: number; readonly end: number };

/** A perfect subtree: the `index`-th of 2^level leaves. */
type Subtree = { readonly level: number; readonly index: number };

/** The largest power of two below a number of leaves above 1: where RFC 6962 divides them. */
function splitOf(leaves: number): number {
  let split = 1;
  while (split * 2 < leaves) split *= 2;
  return split;
}

/** What a proof consists of that the leaf at `index` stands in a tree of `size`: the hash of each of these, in this order. */
function inclusionRanges(index: number, size: number): Range[] {
  if (!(index >= 0 && index < size)) throw new RangeError(`no leaf ${index} among ${size}`);
  const ranges: Range[] = [];
  for (let start = 0, end = size; end - start > 1;) {
    const middle = start + splitOf(end - start);
    if (index < middle) {
      ranges.unshift({ start: middle, end });
      end = middle;
    } else {
      ranges.unshift({ start, end: middle });
      start = middle;
    }
  }
  return ranges;
}

/** … that a tree of `size` begins with the one of `oldSize`. Nothing is needed where either is empty, or both are one. */
function consistencyRanges(oldSize: number, size: number): Range[] {
  if (!(oldSize >= 0 && oldSize <= size)) throw new RangeError(`${size} does not begin with ${oldSize}`);
  if (oldSize === 0 || oldSize === size) return [];
  const ranges: Range[] = [];
  let [start, end] = [0, size];
  while (oldSize < end) {
    const middle = start + splitOf(end - start);
    if (oldSize <= middle) {
      ranges.unshift({ start: middle, end });
      end = middle;
    } else {
      ranges.unshift({ start, end: middle });
      start = middle;
    }
  }
  // The old tree itself is known to whoever asks; a part of it is not.
  return start === 0 ? ranges : [{ start, end }, ...ranges];
}

/** The perfect subtrees of a range, largest first. */
function subtreesOf({ start, end }: Range): Subtree[] {
  const subtrees: Subtree[] = [];
  for (let at = start; at < end;) {
    let level = 0;
    while (2 ** (level + 1) <= end - at) level++;
    subtrees.push({ level, index: at / 2 ** level });
    at += 2 ** level;
  }
  return subtrees;
}

/** The hash of a range from those of its perfect subtrees. */
function rangeHash(sha256: Sha256, range: Range, hashOf: (subtree: Subtree) => Uint8Array): Uint8Array {
  return rootOf(sha256, { hashes: subtreesOf(range).map(hashOf) });
}

export type Tree = {
  readonly size: number;
  append(leafHash: Uint8Array): void;
  /** Of the first `size` leaves; of all where it is left out */
  root(size?: number): Uint8Array;
  frontier(size?: number): Frontier;
  inclusion(index: number, size?: number): Uint8Array[];
  consistency(oldSize: number, size?: number): Uint8Array[];
};

/** A whole tree in memory: twice 32 bytes a leaf. */
export function growTree(sha256: Sha256): Tree {
  /** levels[n]: the hashes of all perfect subtrees of 2^n leaves */
  const levels: Uint8Array[][] = [[]];
  const sizeNow = () => levels[0]?.length ?? 0;
  const hashOf = ({ level, index }: Subtree): Uint8Array => {
    const hash = levels[level]?.[index];
    if (hash === undefined) throw new RangeError(`no subtree ${index} of level ${level}`);
    return hash;
  };
  const proof = (ranges: readonly Range[]) => ranges.map((range) => rangeHash(sha256, range, hashOf));
  return {
    get size() {
      return sizeNow();
    },
    append(leafHash) {
      let hash = leafHash;
      for (let level = 0; ; level++) {
        const row = (levels[level] ??= []);
        row.push(hash);
        const left = row.at(-2);
        if (row.length % 2 === 1 || left === undefined) return;
        hash = nodeHashOf(sha256, left, hash);
      }
    },
    root(size = sizeNow()) {
      // From the last leaf on: whoever checks a log asks for the root at every size.
      let root: Uint8Array | undefined;
      for (let level = 0, trees = size; trees > 0; level++, trees = half(trees)) {
        if (trees % 2 === 0) continue;
        const hash = hashOf({ level, index: trees - 1 });
        root = root === undefined ? hash : nodeHashOf(sha256, hash, root);
      }
      return root ?? rootOf(sha256, EMPTY);
    },
    frontier: (size = sizeNow()) => ({ size, hashes: subtreesOf({ start: 0, end: size }).map(hashOf) }),
    inclusion: (index, size = sizeNow()) => proof(inclusionRanges(index, size)),
    consistency: (oldSize, size = sizeNow()) => proof(consistencyRanges(oldSize, size)),
  };
}

export type InclusionProof = {
  readonly index: number;
  readonly size: number;
  readonly leafHash: Uint8Array;
  readonly root: Uint8Array;
  readonly proof: readonly Uint8Array[];
};

/** Whether the leaf stands at that place of the tree (RFC 9162, 2.1.3.2). */
export function isIncluded(sha256: Sha256, { index, size, leafHash, root, proof }: InclusionProof): boolean {
  if (!(index >= 0 && index < size && areHashes(proof))) return false;
  let [node, last] = [index, size - 1];
  let hash = leafHash;
  for (const other of proof) {
    if (last === 0) return false;
    if (node % 2 === 1 || node === last) {
      hash = nodeHashOf(sha256, other, hash);
      while (node % 2 === 0 && node !== 0) [node, last] = [half(node), half(last)];
    } else hash = nodeHashOf(sha256, hash, other);
    [node, last] = [half(node), half(last)];
  }
  return last === 0 && sameBytes(hash, root);
}

export type ConsistencyProof = {
  readonly oldSize: number;
  readonly oldRoot: Uint8Array;
  readonly size: number;
  readonly root: Uint8Array;
  readonly proof: readonly Uint8Array[];
};

/** Whether the longer log begins with the shorter one (RFC 9162, 2.1.4.2); every log begins with the empty one. */
export function isConsistent(sha256: Sha256, { oldSize, oldRoot, size, root, proof }: ConsistencyProof): boolean {
  if (!(oldSize >= 0 && oldSize <= size && areHashes(proof))) return false;
  if (oldSize === 0) return proof.length === 0 && sameBytes(oldRoot, rootOf(sha256, EMPTY));
  if (oldSize === size) return proof.length === 0 && sameBytes(oldRoot, root);
  let [node, last] = [oldSize - 1, size - 1];
  while (node % 2 === 1) [node, last] = [half(node), half(last)];
  // Where the old tree is a perfect subtree of the new one, the proof begins behind it.
  const [first, ...rest] = node === 0 ? [oldRoot, ...proof] : proof;
  if (first === undefined) return false;
  let [before, now] = [first, first];
  for (const other of rest) {
    if (last === 0) return false;
    if (node % 2 === 1 || node === last) {
      [before, now] = [nodeHashOf(sha256, other, before), nodeHashOf(sha256, other, now)];
      while (node % 2 === 0 && node !== 0) [node, last] = [half(node), half(last)];
    } else now = nodeHashOf(sha256, now, other);
    [node, last] = [half(node), half(last)];
  }
  return last === 0 && sameBytes(before, oldRoot) && sameBytes(now, root);
}

function half(number: number): number {
  return Math.floor(number / 2);
}

function areHashes(proof: readonly Uint8Array[]): boolean {
  return proof.length <= MOST_PROOF_HASHES && proof.every((hash) => hash.length === TREE_HASH_BYTES);
}
