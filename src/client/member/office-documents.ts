/**
 * Documents in which the office decides for itself: read only as a member signed them who may, each version behind the
 * one before, and written only on the newest one (docs/protocol.md, "Office documents").
 */
import { type Bytes, fromHex, hex, sameBytes, utf8 } from "../../crypto/bytes.ts";
import { ZERO_HASH } from "../../crypto/envelope.ts";
import { CryptoError } from "../../crypto/errors.ts";
import {
  type OfficeDocument as Signed,
  inspectOfficeDocument,
  isOfficeDocumentBy,
  officeDocumentHash,
} from "../../crypto/office-document.ts";
import { openOfficeDocument, writeOfficeDocument } from "../../crypto/secret/office-document.ts";
import { type Directory, isActive } from "../../protocol/directory/directory.ts";
import { isValidAt } from "../../protocol/directory/validity.ts";
import { encodeJson, parseJson } from "../../protocol/encoding/canonical-json.ts";
import {
  OFFICE_DOCUMENTS,
  OFFICE_DOCUMENTS_PAGE,
  type OfficeDocumentContent,
  type OfficeDocumentKind,
  parseOfficeDocuments,
  sealedSchema,
} from "../../protocol/documents/office-documents.ts";
import { detailsOf } from "../audit/details.ts";
import { putUntilAnswered } from "../case/prepared-message.ts";
import { ApiError, callBytes } from "../line/http.ts";
import { MOST_PAGES, limitPages } from "../line/paging.ts";
import { sha256Of } from "../line/sha256.ts";
import { Refusal } from "../refusal.ts";
import { knownTo, remember } from "./list/known-heads.ts";
import type { Member } from "./entry/sign-in.ts";

export type OfficeDocumentAlarm =
  /** What the server shows was signed by nobody who may, or does not stand behind what was read before. */
  | "altered"
  /** An older version than this member has read before, or none any more. */
  | "older"
  /** Genuine, and sealed before this member could read: the next colleague who opens it seals it anew. */
  | "not-for-me"
  /** Genuine, and its content is none that this version reads. */
  | "unreadable"
  /** The audit trail names a newer version (document-trail.ts). */
  | "unshown";

export type OfficeDocument<Of extends OfficeDocumentKind = OfficeDocumentKind> = {
  readonly kind: Of;
  /** 0 where nothing was written */
  readonly version: number;
  /** What the next version rests on; zeros before the first */
  readonly hash: Uint8Array;
  /** Whose it is; undefined before the first */
  readonly author: string | undefined;
  /** Undefined before the first, and where an alarm tells why */
  readonly content: OfficeDocumentContent<Of> | undefined;
  /** Of a sealed kind: ids of those who read it with the keys that they have today */
  readonly sealedTo: readonly string[];
  /** Of the versions that were shown, as acts of the audit trail name them; the newest last */
  readonly sums: readonly string[];
  readonly alarm: OfficeDocumentAlarm | undefined;
};

/** Details hash of the act that brought a version, hexadecimal */
export function sumOf(kind: OfficeDocumentKind, bytes: Uint8Array): string {
  return hex(detailsOf("putOfficeDocument", { kind }, sha256Of(bytes)));
}

/** What a member has believed in this session, by kind: it goes on being shown beside an alarm. */
const seen = new WeakMap<Member, Map<OfficeDocumentKind, OfficeDocument>>();

/** Throws ApiError; what is wrong with the document is told by its alarm. */
export async function readOfficeDocument<Of extends OfficeDocumentKind>(
  member: Member,
  kind: Of,
): Promise<OfficeDocument<Of>> {
  const { declared } = await knownTo(member);
  const highest = declared.get(nameOfKind(kind)) ?? 0;
  const alarmed = (alarm: OfficeDocumentAlarm): OfficeDocument<Of> => {
    const before = seen.get(member)?.get(kind) as OfficeDocument<Of> | undefined;
    return { ...(before ?? nothing(kind)), version: highest, alarm };
  };
  const versions: Uint8Array[] = [];
  try {
    await fetchVersions(member, kind, highest, versions);
    const [first, newest] = [versions[0], versions.at(-1)];
    if (first === undefined || newest === undefined) return highest === 0 ? nothing(kind) : alarmed("older");
    if (highest > 0 && declared.get(nameOfHash(officeDocumentHash(first))) !== highest) return alarmed("altered");
    const [signed, author] = await checkChain(member, kind, versions);
    const read = readContent(member, kind, signed, author);
    await believe(member, kind, { first: officeDocumentHash(first), newest: officeDocumentHash(newest), ...signed });
    const found = {
      kind,
      version: signed.version,
      hash: officeDocumentHash(newest),
      author: hex(signed.memberId),
      ...read,
      sums: versions.map((bytes) => sumOf(kind, bytes)),
    };
    if (read.alarm === undefined) seenBy(member).set(kind, found as OfficeDocument);
    return found;
  } catch (error) {
    if (error instanceof CryptoError) return alarmed("altered");
    throw error;
  }
}

function nothing<Of extends OfficeDocumentKind>(kind: Of): OfficeDocument<Of> {
  return {
    kind,
    version: 0,
    hash: ZERO_HASH,
    author: undefined,
    content: undefined,
    sealedTo: [],
    sums: [],
    alarm: undefined,
  };
}

function seenBy(member: Member): Map<OfficeDocumentKind, OfficeDocument> {
  const known = seen.get(member) ?? new Map<OfficeDocumentKind, OfficeDocument>();
  seen.set(member, known);
  return known;
}

/** Versions from that number on, a page of them; without one the newest alone. Throws ApiError, CryptoError `malformed`. */
export async function fetchDocuments(
  { connection }: Pick<Member, "connection">,
  kind: OfficeDocumentKind,
  from?: number,
): Promise<ReturnType<typeof parseOfficeDocuments>> {
  const query = from === undefined ? {} : { from: String(from) };
  return parseOfficeDocuments(await callBytes(connection, "officeDocuments", { params: { kind }, query }));
}

/** From the version that was read last, all that came since; of what was never read the newest alone. */
async function fetchVersions(
  member: Member,
  kind: OfficeDocumentKind,
  highest: number,
  versions: Uint8Array[],
): Promise<void> {
  const turnTo = limitPages(MOST_PAGES.documents);
  for (;;) {
    const from = highest + versions.length;
    const page = await fetchDocuments(member, kind, from === 0 ? undefined : from);
    // A server that names more than it shows.
    if (page.documents.length === 0 && page.newest > 0 && from <= page.newest) throw new CryptoError("altered");
    versions.push(...page.documents);
    if (from === 0 || highest + versions.length > page.newest) return;
    turnTo(String(highest + versions.length));
  }
}

/**
 * Each signed by who may write it, resting on the one before and naming no older directory: else whoever was removed since
 * would sign under the one of before. Throws CryptoError.
 */
async function checkChain(
  member: Member,
  kind: OfficeDocumentKind,
  versions: readonly Uint8Array[],
): Promise<[Signed, Directory]> {
  const { writers }: { writers: readonly string[] } = OFFICE_DOCUMENTS[kind];
  let newest: [Signed, Directory] | undefined;
  let before: Uint8Array | undefined;
  for (const bytes of versions) {
    const signed = inspectOfficeDocument(bytes);
    const then = await member.directories.at(signed.directoryVersion, signed.directoryHash);
    const author = then?.members.get(hex(signed.memberId));
    const isGenuine =
      signed.kind === kind &&
      isActive(author) &&
      author.roles.some((role) => writers.includes(role)) &&
      isOfficeDocumentBy(signed, author.signingKey);
    const [last] = newest ?? [];
    const isNext =
      last === undefined || (signed.version === last.version + 1 && signed.directoryVersion >= last.directoryVersion);
    if (then === undefined || !isGenuine || !isNext) throw new CryptoError("altered");
    if (before !== undefined && !sameBytes(before, signed.previous)) throw new CryptoError("altered");
    newest = [signed, then];
    before = officeDocumentHash(bytes);
  }
  if (newest === undefined) throw new CryptoError("altered");
  return newest;
}

/** A version that was read, and what it says. */
type ReadVersion<Of extends OfficeDocumentKind> = {
  readonly version: number;
  readonly content: OfficeDocumentContent<Of>;
};

/**
 * What a document says; of one that this version does not read the newest before it that it does, as far as a page goes back:
 * so much is shown, and gone on from. Undefined where there is none. Throws ApiError, CryptoError.
 */
export async function newestRead<Of extends OfficeDocumentKind>(
  member: Member,
  { kind, version, hash, content: own, alarm }: OfficeDocument<Of>,
): Promise<ReadVersion<Of> | undefined> {
  if (alarm !== "unreadable") return own && { version, content: own };
  const from = Math.max(1, version - OFFICE_DOCUMENTS_PAGE + 1);
  const page = await fetchDocuments(member, kind, from);
  const documents = page.documents.slice(0, version - from + 1);
  const last = documents.at(-1);
  if (last === undefined || !sameBytes(officeDocumentHash(last), hash)) throw new CryptoError("altered");
  const [, then] = await checkChain(member, kind, documents);
  for (const bytes of documents.slice(0, -1).toReversed()) {
    const signed = inspectOfficeDocument(bytes);
    const { content, alarm: wrong } = readContent(member, kind, signed, then);
    if (wrong === undefined) return { version: signed.version, content };
  }
  return undefined;
}

/** What is written onto: `isAnew`, on purpose over what this version does not read. */
export function writtenOver<Of extends OfficeDocumentKind>(
  found: OfficeDocument<Of>,
  isAnew: boolean,
): OfficeDocument<Of> {
  return isAnew && found.alarm === "unreadable" ? { ...found, alarm: undefined } : found;
}

type Read = Pick<OfficeDocument, "sealedTo" | "alarm"> & { readonly content: never };

function readContent(member: Member, kind: OfficeDocumentKind, signed: Signed, then: Directory): Read {
  const { isSealed, content } = OFFICE_DOCUMENTS[kind];
  try {
    if (!isSealed) return { content: parseJson(content, signed.payload) as never, sealedTo: [], alarm: undefined };
    const opened = parseJson(sealedSchema(content), openOfficeDocument(signed, member.sealing));
    // Who has another key since will lose the one that it was sealed to.
    const { current } = member.directories;
    const sealedTo = opened.sealedTo.filter((id) => sealingKeyOf(then, id) === sealingKeyOf(current, id));
    return { content: opened.content as never, sealedTo, alarm: undefined };
  } catch (error) {
    if (!(error instanceof CryptoError)) throw error;
    const alarm = error.code === "not-for-me" ? "not-for-me" : "unreadable";
    return { content: undefined as never, sealedTo: [], alarm };
  }
}

type Believed = { readonly first: Uint8Array; readonly newest: Uint8Array; readonly version: number };

/** Which version was read last is remembered beyond the session, by its number and by eight bytes of its hash. */
async function believe(member: Member, kind: OfficeDocumentKind, { first, newest, version }: Believed): Promise<void> {
  const heads = await knownTo(member);
  if (heads.declared.get(nameOfHash(newest)) === version) return;
  heads.declared.delete(nameOfHash(first));
  heads.declared.set(nameOfHash(newest), version);
  heads.declared.set(nameOfKind(kind), version);
  heads.isSaved = false;
  await remember(member, heads);
}

function nameOfKind(kind: OfficeDocumentKind): string {
  return hex(utf8(kind)).slice(0, 16).padEnd(16, "0");
}

function nameOfHash(hash: Uint8Array): string {
  return hex(hash).slice(0, 16);
}

function sealingKeyOf({ members }: Directory, id: string): string {
  const key = members.get(id)?.sealingKey;
  return key ? hex(key) : "";
}

/** Who works on cases on this day, and has a key to read with; ascending. */
function readersOf({ directories: { current, now } }: Member): string[] {
  return [...current.members.values()]
    .filter(({ roles }) => roles.includes("investigator") || roles.includes("lead"))
    .filter((one) => isValidAt(one, now) && one.sealingKey !== undefined)
    .map(({ id }) => id)
    .toSorted();
}

/**
 * Writes the version behind the one that `onto` was read as. Throws Refusal `changed` where somebody else was quicker,
 * `alarm` where what is there cannot be trusted or was not read; CryptoError `too-long`, `malformed`; ApiError.
 */
export async function putOfficeDocument<Of extends OfficeDocumentKind>(
  member: Member,
  onto: OfficeDocument<Of>,
  content: OfficeDocumentContent<Of>,
): Promise<OfficeDocument<Of>> {
  // Whoever goes on from a content that was not read would write over it from nothing: where that is meant, callers say so.
  if (onto.alarm !== undefined) throw new Refusal("alarm");
  const put = async (): Promise<OfficeDocument<Of>> => {
    const [body, written] = write(member, onto, content);
    await putUntilAnswered((signal) =>
      callBytes(member.connection, "putOfficeDocument", { params: { kind: onto.kind }, body, signal }),
    );
    return written;
  };
  let written: OfficeDocument<Of>;
  try {
    written = await put();
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    if (error.code === "conflict") throw new Refusal("changed");
    if (error.code !== "stale-directory") throw error;
    await member.directories.refresh();
    written = await put();
  }
  await believe(member, onto.kind, { first: onto.hash, newest: written.hash, version: written.version });
  seenBy(member).set(onto.kind, written as unknown as OfficeDocument);
  return written;
}

function write<Of extends OfficeDocumentKind>(
  member: Member,
  { kind, version, hash }: OfficeDocument<Of>,
  content: OfficeDocumentContent<Of>,
): [Bytes, OfficeDocument<Of>] {
  const { current } = member.directories;
  const { isSealed, content: schema } = OFFICE_DOCUMENTS[kind];
  const sealedTo = isSealed ? readersOf(member) : [];
  const body = writeOfficeDocument({
    kind,
    version: version + 1,
    previous: hash,
    memberId: fromHex(member.id),
    directoryVersion: current.version,
    directoryHash: current.hash,
    content: isSealed
      ? encodeJson(sealedSchema(schema), { content, sealedTo } as never)
      : encodeJson(schema, content as never),
    signing: member.signing,
    readers: isSealed ? sealedTo.flatMap((id) => current.members.get(id)?.sealingKey ?? []) : undefined,
  });
  const next = { kind, version: version + 1, hash: officeDocumentHash(body), author: member.id };
  return [body, { ...next, content, sealedTo, sums: [sumOf(kind, body)], alarm: undefined }];
}

/** As it is read; one whose readers are others by now is sealed to those, with what it says. Throws ApiError. */
export async function readSealedToAll<Of extends OfficeDocumentKind>(
  member: Member,
  kind: Of,
): Promise<OfficeDocument<Of>> {
  const found = await readOfficeDocument(member, kind);
  if (found.content === undefined || found.alarm !== undefined) return found;
  if (!OFFICE_DOCUMENTS[kind].isSealed || found.sealedTo.join() === readersOf(member).join()) return found;
  try {
    return await putOfficeDocument(member, found, found.content);
  } catch (error) {
    // A colleague was quicker, with the same or with more.
    if (error instanceof Refusal && error.code === "changed") return readOfficeDocument(member, kind);
    throw error;
  }
}
