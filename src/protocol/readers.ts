/**
 * Who reads a case, as it crosses the wire: rows with an open part, the removal that a member signs for the server, and
 * what waits for a member who has not proved the newest epoch (docs/protocol.md, "Who reads a case").
 */
import { type Bytes, concat, exactU32, exactly, hex, list, parseList } from "../crypto/bytes.ts";
import { CryptoError } from "../crypto/errors.ts";
import { CASE_ID_BYTES, ID_BYTES } from "../crypto/id-size.ts";
import { type EpochPart, type GrantPart, inspectOpenPart } from "../crypto/open-part.ts";
import { HASH_BYTES, SIGNATURE_BYTES, SIGNING_KEY_BYTES } from "../crypto/sodium.ts";
import { HANDLE_BYTES, parseNext } from "./frames.ts";

/** What a member signs with the directory key, so that the server shuts out those who are removed. */
export type RemovalStatement = {
  readonly caseId: Uint8Array;
  readonly handle: Uint8Array;
  /** The epoch that begins */
  readonly epoch: number;
  /** Ids, ascending, each once */
  readonly removed: readonly Uint8Array[];
  /** By which access is proved from now on */
  readonly accessKey: Uint8Array;
  /** Of the row that begins the epoch */
  readonly openPartHash: Uint8Array;
  readonly directoryVersion: number;
  readonly directoryHash: Uint8Array;
  readonly memberId: Uint8Array;
};

export function encodeRemovalStatement(statement: RemovalStatement): Bytes {
  return list(
    "segel/1/removal",
    exactly(statement.caseId, CASE_ID_BYTES),
    exactly(statement.handle, HANDLE_BYTES),
    statement.epoch,
    concat(...statement.removed.map((id) => exactly(id, ID_BYTES))),
    exactly(statement.accessKey, SIGNING_KEY_BYTES),
    exactly(statement.openPartHash, HASH_BYTES),
    statement.directoryVersion,
    exactly(statement.directoryHash, HASH_BYTES),
    exactly(statement.memberId, ID_BYTES),
  );
}

/** Throws CryptoError `malformed`. */
export function parseRemovalStatement(bytes: Uint8Array): RemovalStatement {
  const fields = parseList("segel/1/removal", bytes);
  if (fields.length !== 9) throw new CryptoError("malformed");
  return {
    caseId: exactly(fields[0], CASE_ID_BYTES),
    handle: exactly(fields[1], HANDLE_BYTES),
    epoch: exactU32(fields[2]),
    removed: parseIds(fields[3]),
    accessKey: exactly(fields[4], SIGNING_KEY_BYTES),
    openPartHash: exactly(fields[5], HASH_BYTES),
    directoryVersion: exactU32(fields[6]),
    directoryHash: exactly(fields[7], HASH_BYTES),
    memberId: exactly(fields[8], ID_BYTES),
  };
}

function parseIds(joined: Uint8Array = new Uint8Array()): Uint8Array[] {
  if (joined.length % ID_BYTES !== 0) throw new CryptoError("malformed");
  const ids = Array.from({ length: joined.length / ID_BYTES }, (_, at) =>
    joined.subarray(at * ID_BYTES, (at + 1) * ID_BYTES),
  );
  const names = ids.map(hex);
  if (names.some((name, at) => at > 0 && name <= (names[at - 1] ?? ""))) throw new CryptoError("malformed");
  return ids;
}

export type SignedRemoval = { readonly statement: Uint8Array; readonly signature: Uint8Array };

/** A row with its open part on its way; with a signed removal where it begins an epoch. */
export type OpenRow = { readonly row: Uint8Array; readonly openPart: Uint8Array };

export function encodeOpenRow({ row, openPart }: OpenRow, removal?: SignedRemoval): Bytes {
  const signed = removal === undefined ? [] : [removal.statement, removal.signature];
  return list("segel/1/open-row", row, openPart, ...signed);
}

type EpochRow = OpenRow & { readonly part: EpochPart; readonly removal: SignedRemoval };
type GrantRow = OpenRow & { readonly part: GrantPart };

/** Throws CryptoError `malformed`. */
export function parseEpochRow(bytes: Uint8Array): EpochRow {
  const [row, openPart, statement, signature, ...rest] = parseList("segel/1/open-row", bytes);
  if (row === undefined || openPart === undefined || statement === undefined || rest.length > 0)
    throw new CryptoError("malformed");
  return {
    row,
    openPart,
    part: epochPartOf(openPart),
    removal: { statement, signature: exactly(signature, SIGNATURE_BYTES) },
  };
}

/** Throws CryptoError `malformed`. */
export function parseGrantRow(bytes: Uint8Array): GrantRow {
  const [row, openPart, ...rest] = parseList("segel/1/open-row", bytes);
  if (row === undefined || openPart === undefined || rest.length > 0) throw new CryptoError("malformed");
  return { row, openPart, part: grantPartOf(openPart) };
}

function epochPartOf(bytes: Uint8Array): EpochPart {
  const part = inspectOpenPart(bytes);
  if (part.kind !== "epoch") throw new CryptoError("malformed");
  return part;
}

function grantPartOf(bytes: Uint8Array): GrantPart {
  const part = inspectOpenPart(bytes);
  if (part.kind !== "grant") throw new CryptoError("malformed");
  return part;
}

type Page = { readonly next: Uint8Array | undefined };

/** Cases of which the member has proved an older epoch: the open part of the newest, and nothing else. */
export type EpochsPage = Page & {
  readonly epochs: readonly { readonly handle: Uint8Array; readonly part: EpochPart }[];
};

export function encodeEpochs(
  next: Uint8Array | undefined,
  epochs: readonly { readonly handle: Uint8Array; readonly openPart: Uint8Array }[],
): Bytes {
  const fields = epochs.flatMap(({ handle, openPart }) => [handle, openPart]);
  return list("segel/1/epochs", next ?? new Uint8Array(), ...fields);
}

export function parseEpochs(bytes: Uint8Array): EpochsPage {
  const { next, groups } = parsePage("segel/1/epochs", bytes, 2);
  const epochs = groups.map(([handle, openPart]) => ({
    handle: exactly(handle, HANDLE_BYTES),
    part: epochPartOf(openPart ?? new Uint8Array()),
  }));
  return { next, epochs };
}

/** Cases that somebody has given to the member, who has not proved them yet. */
export type GrantsPage = Page & {
  readonly grants: readonly { readonly handle: Uint8Array; readonly head: Uint8Array; readonly part: GrantPart }[];
};

export function encodeGrants(
  next: Uint8Array | undefined,
  grants: readonly { readonly handle: Uint8Array; readonly head: Uint8Array; readonly openPart: Uint8Array }[],
): Bytes {
  const fields = grants.flatMap(({ handle, head, openPart }) => [handle, head, openPart]);
  return list("segel/1/grants", next ?? new Uint8Array(), ...fields);
}

export function parseGrants(bytes: Uint8Array): GrantsPage {
  const { next, groups } = parsePage("segel/1/grants", bytes, 3);
  const grants = groups.map(([handle, head, openPart]) => ({
    handle: exactly(handle, HANDLE_BYTES),
    head: head ?? new Uint8Array(),
    part: grantPartOf(openPart ?? new Uint8Array()),
  }));
  return { next, grants };
}

/** Removals that name the member, of cases that were not given back since. */
export type RemovalsPage = Page & { readonly removals: readonly SignedRemoval[] };

export function encodeRemovals(next: Uint8Array | undefined, removals: readonly SignedRemoval[]): Bytes {
  const fields = removals.flatMap(({ statement, signature }) => [statement, signature]);
  return list("segel/1/removals", next ?? new Uint8Array(), ...fields);
}

export function parseRemovals(bytes: Uint8Array): RemovalsPage {
  const { next, groups } = parsePage("segel/1/removals", bytes, 2);
  const removals = groups.map(([statement, signature]) => ({
    statement: statement ?? new Uint8Array(),
    signature: exactly(signature, SIGNATURE_BYTES),
  }));
  return { next, removals };
}

/** Where the next page begins, and then fields in groups of so many. */
function parsePage(
  label: "segel/1/epochs" | "segel/1/grants" | "segel/1/removals",
  bytes: Uint8Array,
  size: number,
): Page & { readonly groups: readonly Uint8Array[][] } {
  const [next, ...rest] = parseList(label, bytes);
  if (next === undefined || rest.length % size !== 0) throw new CryptoError("malformed");
  const groups = Array.from({ length: rest.length / size }, (_, at) => rest.slice(at * size, (at + 1) * size));
  return { next: parseNext(next), groups };
}
