/**
 * Leaves on their way to a member: a page of the log, which its hash and a short proof tie to the log's head, or those of one
 * case, each with a proof of its own. A leaf about a case that the member does not have is its hash alone: the log can be
 * checked with it, and tells neither whose act it was nor of which case (docs/decisions/0105-acts-ride-on-requests.md).
 */
import { type Bytes, concat, exactU32, list, parseList } from "../../crypto/bytes.ts";
import { CryptoError } from "../../crypto/errors.ts";
import {
  MOST_PROOF_HASHES,
  type Sha256,
  TREE_HASH_BYTES,
  type Tree,
  growTree,
  isIncluded,
  leafHashOf,
} from "../../crypto/log/merkle.ts";
import { AUDIT_PAGE } from "../limits.ts";
import type { LogHead } from "./checkpoint.ts";

/** A leaf's bytes, or its hash where it is not shown: leaves are longer than that. */
export type ShownLeaf = Uint8Array;

export function isHidden(leaf: ShownLeaf): boolean {
  return leaf.length === TREE_HASH_BYTES;
}

function hashOfShown(sha256: Sha256, leaf: ShownLeaf): Uint8Array {
  return isHidden(leaf) ? leaf : leafHashOf(sha256, leaf);
}

export type PlaceOfPage = { readonly number: number; readonly size: number };

/** How many pages there are to read of a log of that size. */
export const pagesOf = (size: number): number => Math.ceil(size / AUDIT_PAGE);

/** From a page's hash to the root: the proof of its first leaf, without what lies within the page. */
export function pageProofOf(tree: Tree, { number, size }: PlaceOfPage): Uint8Array[] {
  const first = number * AUDIT_PAGE;
  const within = Math.ceil(Math.log2(Math.min(AUDIT_PAGE, size - first)));
  return tree.inclusion(first, size).slice(within);
}

/** list("audit-page", proof, leaf or hash …) */
export function encodeAuditPage(proof: readonly Uint8Array[], leaves: readonly ShownLeaf[]): Bytes {
  return list("segel/1/audit-page", concat(...proof), ...leaves);
}

/** The leaves of a page of the log with this head. Throws `malformed`, and `altered` where they are not those of that log. */
export function openAuditPage(
  sha256: Sha256,
  bytes: Uint8Array,
  number: number,
  { size, root }: LogHead,
): readonly ShownLeaf[] {
  const [proof, ...leaves] = parseList("segel/1/audit-page", bytes);
  if (leaves.length !== Math.min(AUDIT_PAGE, size - number * AUDIT_PAGE)) throw new CryptoError("malformed");
  const page = growTree(sha256);
  for (const leaf of leaves) page.append(hashOfShown(sha256, leaf));
  const place = { index: number, size: pagesOf(size), leafHash: page.root(), root, proof: parseProof(proof) };
  if (!isIncluded(sha256, place)) throw new CryptoError("altered");
  return leaves;
}

type LeafInCase = { readonly place: number; readonly leaf: Uint8Array; readonly proof: readonly Uint8Array[] };
export type CaseAudit = { readonly isMore: boolean; readonly items: readonly LeafInCase[] };

/** list("audit-case", 1 where more follow, list("audit-place", place, leaf, proof) …) */
export function encodeCaseAudit({ isMore, items }: CaseAudit): Bytes {
  const fields = items.map(({ place, leaf, proof }) => list("segel/1/audit-place", place, leaf, concat(...proof)));
  return list("segel/1/audit-case", isMore ? 1 : 0, ...fields);
}

/** Throws `malformed`, and `altered` where one does not stand at its place of the log with this head. */
export function openCaseAudit(sha256: Sha256, bytes: Uint8Array, { size, root }: LogHead): CaseAudit {
  const [isMore, ...fields] = parseList("segel/1/audit-case", bytes);
  const items = fields.map((field) => {
    const [place, leaf, proof, ...more] = parseList("segel/1/audit-place", field);
    if (leaf === undefined || more.length > 0) throw new CryptoError("malformed");
    const item = { place: exactU32(place), leaf, proof: parseProof(proof) };
    const stands = { index: item.place, size, leafHash: leafHashOf(sha256, leaf), root, proof: item.proof };
    if (!isIncluded(sha256, stands)) throw new CryptoError("altered");
    return item;
  });
  return { isMore: exactU32(isMore) === 1, items };
}

/** Hashes one after the other. Throws `malformed`. */
export function parseProof(bytes: Uint8Array | undefined): Uint8Array[] {
  const count = (bytes?.length ?? -1) / TREE_HASH_BYTES;
  if (bytes === undefined || !Number.isInteger(count) || count > MOST_PROOF_HASHES) throw new CryptoError("malformed");
  return Array.from({ length: count }, (_, at) => bytes.subarray(TREE_HASH_BYTES * at, TREE_HASH_BYTES * (at + 1)));
}
