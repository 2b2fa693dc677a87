/** What the operations of audit.json mean in our code (test/vectors/README.md). */
import { createHash } from "node:crypto";
import { verifyLog } from "../../../src/client/audit/verify-log.ts";
import { fromHex, utf8 } from "../../../src/crypto/bytes.ts";
import { growTree, isConsistent, isIncluded, leafHashOf } from "../../../src/crypto/log/merkle.ts";
import { openVaultMemory } from "../../../src/crypto/secret/vault.ts";
import { parseCheckpoint } from "../../../src/protocol/audit/checkpoint.ts";
import { cosignedAt } from "../../../src/protocol/audit/cosignature.ts";
import { type SignedEntry, detailsInput, parseSignedEntry } from "../../../src/protocol/audit/entry.ts";
import { parseLeaf } from "../../../src/protocol/audit/leaf.ts";
import { openAuditPage, openCaseAudit } from "../../../src/protocol/audit/pages.ts";
import {
  type NoteKind,
  encodeNoteKey,
  isNoteSignedBy,
  parseNote,
  parseNoteKey,
} from "../../../src/protocol/audit/signed-note.ts";
import { type Json, bytes, fromJson } from "../../vectors/format.ts";
import type { Input, Operations } from "./input.ts";

const sha256 = (value: Uint8Array) => createHash("sha256").update(value).digest();

function treeIn(input: Input) {
  const tree = growTree(sha256);
  for (const leaf of input.list("leaves")) tree.append(leafHashOf(sha256, fromJson(leaf)));
  return tree;
}

const actJson = ({ actId, act, object, details, memberId, directoryVersion, seen, signature }: SignedEntry): Json => [
  bytes(actId),
  act,
  bytes(object),
  bytes(details),
  bytes(memberId),
  directoryVersion,
  seen.size,
  bytes(seen.root),
  bytes(signature),
];

export const AUDIT_OPERATIONS: Operations = {
  "parse-act": (input) => actJson(parseSignedEntry(input.bytes("bytes"))),
  "act-details": (input) => {
    const bodyHash = sha256(input.bytes("body"));
    return bytes(sha256(detailsInput({ method: input.text("method"), path: input.text("path"), bodyHash })));
  },
  "parse-leaf"(input) {
    const leaf = parseLeaf(input.bytes("bytes"));
    if (leaf.kind === "act") return [leaf.hour, leaf.kind, actJson(leaf.entry)];
    if (leaf.kind === "server") return [leaf.hour, leaf.kind, [leaf.serverAct.act, bytes(leaf.serverAct.object)]];
    return [leaf.hour, leaf.kind, bytes(leaf.documentHash)];
  },
  "open-audit-page": (input) =>
    openAuditPage(sha256, input.bytes("bytes"), 0, { size: input.number("size"), root: input.bytes("root") }).map(
      bytes,
    ),
  "open-case-audit"(input) {
    const head = { size: input.number("size"), root: input.bytes("root") };
    const { isMore, items } = openCaseAudit(sha256, input.bytes("bytes"), head);
    return [isMore, ...items.map(({ place, leaf }): Json => [place, bytes(leaf)])];
  },
  "open-remembered-log"(input) {
    const sealed = input.bytes("sealed");
    const { directoryVersion, statement, log } = openVaultMemory(
      sealed,
      input.bytes("vaultKey"),
      input.bytes("memberId"),
    );
    return [
      directoryVersion,
      statement === undefined ? null : [statement.sequence, bytes(fromHex(statement.hash))],
      log === undefined ? null : [log.size, bytes(fromHex(log.root)), bytes(fromHex(log.key))],
    ];
  },
  "tree-root": (input) => bytes(treeIn(input).root()),
  "inclusion-proof"(input) {
    const [tree, index] = [treeIn(input), input.number("index")];
    const proof = tree.inclusion(index);
    const leafHash = leafHashOf(sha256, fromJson(input.list("leaves")[index]));
    if (!isIncluded(sha256, { index, size: tree.size, leafHash, root: tree.root(), proof })) return null;
    return proof.map(bytes);
  },
  "consistency-proof"(input) {
    const [tree, oldSize] = [treeIn(input), input.number("old")];
    const proof = tree.consistency(oldSize);
    const roots = { oldRoot: tree.root(oldSize), root: tree.root() };
    return isConsistent(sha256, { oldSize, size: tree.size, ...roots, proof }) ? proof.map(bytes) : null;
  },
  "read-checkpoint"(input) {
    const { origin, size, root, note } = parseCheckpoint(input.text("note"));
    return [origin, size, bytes(root), isNoteSignedBy(sha256, note, parseNoteKey(sha256, input.text("key")))];
  },
  "note-key"(input) {
    const key = { name: input.text("name"), kind: input.text("kind") as NoteKind, publicKey: input.bytes("publicKey") };
    return encodeNoteKey(sha256, parseNoteKey(sha256, encodeNoteKey(sha256, key)));
  },
  "cosigned-at": (input) =>
    cosignedAt(sha256, parseNote(input.text("note")), parseNoteKey(sha256, input.text("key"))) ?? null,
  async "verify-log"(input) {
    const earlier = input.has("earlier") ? input.text("earlier") : undefined;
    const verdict = await verifyLog(utf8(input.text("file")), { sha256, earlier });
    if (verdict.holds) return { holds: true, size: verdict.summary.size, hidden: verdict.summary.hidden };
    const { code, first, last } = verdict.fault;
    return { holds: false, code, first, last };
  },
};
