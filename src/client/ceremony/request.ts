/**
 * A request to the holders of the roots: the next document, and the signed directory that it rests on. What it does is
 * computed here, and what it is called is one line of twelve words, the same on every screen and sheet.
 */
import { type Bytes, hex, sameBytes, utf8 } from "../../crypto/bytes.ts";
import { CryptoError } from "../../crypto/errors.ts";
import { ZERO_HASH } from "../../crypto/envelope.ts";
import { hash } from "../../crypto/sodium.ts";
import { encodeJson, parseJson } from "../../protocol/encoding/canonical-json.ts";
import {
  type Directory,
  type DirectoryDocument,
  type Member,
  type SignedDirectory,
  documentBytes,
  encodeDirectory,
  isActive,
  parseDirectory,
  parseDocument,
  signedDirectorySchema,
} from "../../protocol/directory/directory.ts";
import { checkMembersThemselves } from "../../protocol/directory/members-themselves.ts";
import { hasEnoughSignatures } from "../../protocol/directory/trust.ts";
import * as z from "../../protocol/encoding/zod.ts";
import { type Change, changesBetween } from "./changes.ts";
import { CeremonyError } from "./refusal.ts";

const requestSchema = z.strictObject({
  format: z.literal("segel/1/request"),
  /** What was signed last; null for the first directory of an office */
  before: z.nullable(signedDirectorySchema),
  /** The next document, canonical JSON as text */
  document: z.string().check(z.maxLength(8_388_608)),
});

/** A request that was looked at: it follows what was signed, and all that it changes is said. */
export type Request = {
  readonly bytes: Bytes;
  readonly document: DirectoryDocument;
  readonly directory: Directory;
  readonly before: Directory | undefined;
  readonly changes: readonly Change[];
  /** hash("proposal", document): its first 132 bits are the line of twelve words */
  readonly proposal: Bytes;
};

export function encodeRequest(document: DirectoryDocument, before: SignedDirectory | undefined): Bytes {
  const text = new TextDecoder().decode(encodeDirectory(document));
  return encodeJson(requestSchema, { format: "segel/1/request", before: before ?? null, document: text });
}

/** What the line of twelve words is made of. */
export function proposalOf(document: Uint8Array): Bytes {
  return hash("segel/1/proposal", document);
}

/**
 * A request file, as strictly as those who will believe what is signed. Throws CeremonyError, and DirectoryError where the
 * document breaks a rule of its own.
 */
export function readRequest(file: Uint8Array): Request {
  const { before: signed, document: text } = readFile(requestSchema, file);
  const bytes = utf8(text);
  const directory = parseDirectory(bytes);
  checkMembersThemselves(bytes);
  const before = signed === null ? undefined : readBefore(signed);
  const follows =
    directory.version === (before?.version ?? 0) + 1 && sameBytes(directory.previous, before?.hash ?? ZERO_HASH);
  if (!follows) throw new CeremonyError("does-not-follow");
  const document = parseNext(bytes);
  const changes = changesTo(document, signed);
  if (changes.length === 0) throw new CeremonyError("changes-nothing");
  return { bytes, document, directory, before, changes, proposal: proposalOf(bytes) };
}

/** A document that is to be signed: the first format is written no more. Throws CeremonyError `malformed`. */
export function parseNext(bytes: Uint8Array): DirectoryDocument {
  const document = parseDocument(bytes);
  if (document.format !== "segel/2/directory") throw new CeremonyError("malformed");
  return document;
}

/** Against what was signed before it, whose format is of no consequence to what changes; null for the first. */
export function changesTo(document: DirectoryDocument, before: SignedDirectory | null): readonly Change[] {
  if (before === null) return changesBetween(undefined, document);
  const { format: _format, ...fields } = parseDocument(documentBytes(before));
  return changesBetween(fields, document);
}

function readBefore(signed: SignedDirectory): Directory {
  const bytes = documentBytes(signed);
  const directory = parseDirectory(bytes);
  if (!hasEnoughSignatures(bytes, signed, directory.roots)) throw new CeremonyError("before-not-signed");
  return directory;
}

/** A file of a ceremony: canonical JSON, and perhaps the line break that an editor adds. Throws CeremonyError `malformed`. */
export function readFile<Schema extends z.core.$ZodType>(schema: Schema, file: Uint8Array): z.output<Schema> {
  const end = file.at(-1) === 0x0a ? -1 : undefined;
  try {
    return parseJson(schema, file.subarray(0, end));
  } catch (error) {
    if (error instanceof CryptoError) throw new CeremonyError("malformed");
    throw error;
  }
}

/** What a device made for its own member; null for who has nothing to open with. */
type OwnKeys = { readonly signingKey: Uint8Array; readonly sealingKey: Uint8Array | null };

/**
 * What a joiner's device may show of a request: its line, and the names of all who are in it. Only where its own public keys
 * stand in one entry bit for bit; else undefined, and then there is nothing to read aloud.
 */
export function shownToJoiner(
  { directory, proposal }: Request,
  own: OwnKeys,
): { readonly proposal: Bytes; readonly members: readonly Member[] } | undefined {
  const members = [...directory.members.values()].filter(isActive);
  const isMine = ({ signingKey, sealingKey }: Member) =>
    sameBytes(signingKey, own.signingKey) &&
    (sealingKey === null || own.sealingKey === null
      ? sealingKey === own.sealingKey
      : sameBytes(sealingKey, own.sealingKey));
  return members.some(isMine) ? { proposal, members } : undefined;
}

/** Its name for a person's eye, and for file names: the first signs of the directory's hash. */
export function shortNameOf({ directory }: Pick<Request, "directory">): string {
  return `${directory.version}-${hex(directory.hash).slice(0, 8)}`;
}
