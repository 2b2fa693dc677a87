/** A leaf of the log (docs/protocol.md, "The audit trail"): when, what kind, and what the kind holds. */
import { type Bytes, exactU32, exactly, fromUtf8, list, parseList } from "../../crypto/bytes.ts";
import { CryptoError } from "../../crypto/errors.ts";
import type { Sha256 } from "../../crypto/log/merkle.ts";
import { type SignedDirectory, documentBytes } from "../directory/directory.ts";
import { type SignedStatement, statementBytes } from "../directory/statement.ts";
import { DAY_MS, dayInUtc } from "../encoding/day.ts";
import { ACT_NAME } from "./acts.ts";
import { HANDLE_BYTES, MAX_SIGNED_ENTRY_BYTES, type SignedEntry, parseSignedEntry } from "./entry.ts";

export const LEAF_KINDS = ["act", "directory", "statement", "pages", "server"] as const;
export type LeafKind = (typeof LEAF_KINDS)[number];

const DOCUMENT_HASH_BYTES = 32;
export const MAX_LEAF_BYTES = MAX_SIGNED_ENTRY_BYTES + 64;

export type ServerAct = { readonly act: string; readonly object: Uint8Array };

/** What stands in a leaf. Of documents it is SHA-256 of the very bytes that are signed, never of the signatures. */
type LeafContent =
  | { readonly kind: "act"; readonly entry: SignedEntry }
  | { readonly kind: "directory" | "statement" | "pages"; readonly documentHash: Uint8Array }
  | { readonly kind: "server"; readonly serverAct: ServerAct };

export type Leaf = LeafContent & {
  /** Hours since 1970, UTC, of the midnight with which the office's day is written: nobody's hour is kept */
  readonly hour: number;
};

/**
 * What a leaf of this day ("2026-11-25") says. An open desk opens what comes within seconds, so the hour of that act would be
 * the hour in which a report came.
 */
export function hourOf(day: string): number {
  return (24 * Date.parse(`${day}T00:00:00Z`)) / DAY_MS;
}

export function dayOf({ hour }: Pick<Leaf, "hour">): string {
  return dayInUtc((hour * DAY_MS) / 24);
}

/** list("audit-leaf", hour, kind, payload) */
export function encodeLeaf(hour: number, kind: LeafKind, payload: Uint8Array): Bytes {
  return list("segel/1/audit-leaf", hour, kind, payload);
}

/** Payload of a document's leaf: a directory, a statement, or the pages' manifest. */
export function documentPayload(sha256: Sha256, document: Uint8Array): Uint8Array {
  return sha256(document);
}

export function directoryPayload(sha256: Sha256, signed: SignedDirectory): Uint8Array {
  return documentPayload(sha256, documentBytes(signed));
}

export function statementPayload(sha256: Sha256, signed: SignedStatement): Uint8Array {
  return documentPayload(sha256, statementBytes(signed));
}

/** How `log-key` names the key that signs heads from there on. */
export function logKeyNameOf(sha256: Sha256, publicKey: Uint8Array): Uint8Array {
  return sha256(publicKey).subarray(0, HANDLE_BYTES);
}

/** Payload of what the server did by itself: list("audit-server", act, object) */
export function serverPayload({ act, object }: ServerAct): Bytes {
  if (!ACT_NAME.test(act)) throw new CryptoError("malformed");
  return list("segel/1/audit-server", act, exactly(object, HANDLE_BYTES));
}

/** Throws `malformed`, for a kind that this version does not know too: what it means for the others nobody could say. */
export function parseLeaf(bytes: Uint8Array): Leaf {
  if (bytes.length > MAX_LEAF_BYTES) throw new CryptoError("malformed");
  const [hour, kindBytes, payload, ...more] = parseList("segel/1/audit-leaf", bytes);
  if (payload === undefined || kindBytes === undefined || more.length > 0) throw new CryptoError("malformed");
  const name = fromUtf8(kindBytes);
  const kind = LEAF_KINDS.find((one) => one === name);
  if (kind === undefined) throw new CryptoError("malformed");
  return { hour: exactU32(hour), ...contentOf(kind, payload) };
}

function contentOf(kind: LeafKind, payload: Uint8Array): LeafContent {
  if (kind === "act") return { kind, entry: parseSignedEntry(payload) };
  if (kind === "server") return { kind, serverAct: parseServerAct(payload) };
  return { kind, documentHash: exactly(payload, DOCUMENT_HASH_BYTES) };
}

function parseServerAct(payload: Uint8Array): ServerAct {
  const [act, object, ...more] = parseList("segel/1/audit-server", payload);
  const name = fromUtf8(act ?? new Uint8Array());
  if (more.length > 0 || !ACT_NAME.test(name)) throw new CryptoError("malformed");
  return { act: name, object: exactly(object, HANDLE_BYTES) };
}
