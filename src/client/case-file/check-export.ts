/**
 * Whether a ZIP is what a member of an office made: its form, every byte of its entries, the signature, and the directory
 * that lists who signed. Needs nobody but the fingerprint of the office's roots, and that only to know which office it was.
 */
import { crc32 } from "../../crypto/checksums.ts";
import { type Bytes, fromHex, fromUtf8, hex, sameBytes } from "../../crypto/bytes.ts";
import { CryptoError, unlessRefused } from "../../crypto/errors.ts";
import { rootsFingerprintOf } from "../../crypto/identity.ts";
import { isSignedBy } from "../../crypto/sodium.ts";
import {
  type Directory,
  DirectoryError,
  type Member,
  directoryHashOf,
  documentBytes,
  isActive,
  parseDirectory,
  signedDirectorySchema,
} from "../../protocol/directory/directory.ts";
import { hasEnoughSignatures } from "../../protocol/directory/trust.ts";
import { wasValidUnder } from "../../protocol/directory/validity.ts";
import * as z from "../../protocol/encoding/zod.ts";
import {
  DIRECTORY_NAME,
  type ExportManifest,
  MANIFEST_NAME,
  OUTSIDE_MANIFEST,
  SIGNATURE_NAME,
  manifestInput,
  parseManifest,
} from "../../protocol/documents/export-manifest.ts";
import { type Digest, startSha256 } from "../line/sha256.ts";
import { type ProvedActs, checkCaseProof } from "./case-proof.ts";
import { CASE_FILE_FORMAT, DATA_NAME, PROOF_NAME } from "./format.ts";
import { type ByteSource, type PlainEntry, readPlainZip } from "./plain-zip.ts";
import { toldEntriesOf } from "./told-entries.ts";

type ExportFault = {
  readonly code: /** No ZIP of the plain form: hidden, double, packed or trailing parts, or none at all */
    | "form"
    /** The manifest, its signature or the directory is missing or no such thing */
    | "manifest"
    | "directory"
    /** An entry that the manifest names is not there, or one that it does not name is */
    | "missing"
    | "extra"
    /** An entry has other bytes than the manifest says */
    | "changed"
    /** Its bytes are those of the manifest, and the ZIP's own sum of them (CRC-32) is not: other programs call it damaged */
    | "sum"
    /** The directory is not signed by its own roots, or is another than the manifest names */
    | "roots"
    | "other-directory"
    /**
     * What it says of the audit trail is no proof, not of the log beside it, or not signed by members about one case; or the
     * case file names entries that are not there, or wrote something else
     */
    | "audit"
    /** Its roots are not those of the fingerprint that was given */
    | "other-office"
    /** Nobody of that directory, or nobody who was valid under it, is who signed; or the signature does not hold */
    | "unknown-member"
    | "signature";
  /** Of the entry that is meant, where one is */
  readonly name?: string;
};

export type CheckedExport = {
  readonly faults: readonly ExportFault[];
  /** As far as it could be read; believed only where there are no faults */
  readonly manifest: ExportManifest | undefined;
  readonly member: Member | undefined;
  /** Of all whom that directory lists, by id */
  readonly names: ReadonlyMap<string, Member["names"]>;
  /** How many acts of the case are proved to stand in which log; undefined where none is enclosed */
  readonly audit: ProvedActs | undefined;
  /** Of the roots that have signed the directory, to be compared with the office's poster */
  readonly fingerprint: string | undefined;
};

export type CheckOptions = {
  /** Whether the fingerprint of the office's roots is the one that somebody has noted */
  readonly isNoted?: ((fingerprint: Uint8Array) => boolean) | undefined;
  /** A faster one than that in JavaScript, where the platform has it */
  readonly startHash?: () => Digest;
};

/** What the manifest and a directory of a thousand members need at most */
const LARGEST_OWN_BYTES = 16 * 1_048_576;
const PIECE_BYTES = 1_048_576;

export async function checkExport(
  source: ByteSource,
  { isNoted, startHash = startSha256 }: CheckOptions = {},
): Promise<CheckedExport> {
  const nothing = {
    manifest: undefined,
    member: undefined,
    fingerprint: undefined,
    audit: undefined,
    names: new Map(),
  };
  const entries = await readPlainZip(source).catch(orUndefined);
  if (entries === undefined) return { ...nothing, faults: [{ code: "form" }] };
  const readOwn = async (name: string): Promise<Uint8Array | undefined> => {
    const entry = entries.find((one) => one.name === name);
    if (entry === undefined || entry.size > LARGEST_OWN_BYTES) return undefined;
    return source.read(entry.from, entry.size);
  };
  const [manifestBytes, signature, directoryBytes] = [
    await readOwn(MANIFEST_NAME),
    await readOwn(SIGNATURE_NAME),
    await readOwn(DIRECTORY_NAME),
  ];
  const manifest = manifestBytes && unlessRefused(() => parseManifest(manifestBytes));
  if (manifestBytes === undefined || manifest === undefined || signature === undefined)
    return { ...nothing, faults: [{ code: "manifest" }] };
  const faults: ExportFault[] = await compareEntries(source, entries, manifest, startHash);
  const listed = directoryBytes && readListed(directoryBytes);
  if (listed === undefined) return { ...nothing, manifest, faults: [...faults, { code: "directory" }] };
  const { directory, document, isSigned } = listed;
  const proof = await readOwn(PROOF_NAME);
  const data = manifest.of === CASE_FILE_FORMAT ? await readOwn(DATA_NAME) : undefined;
  const told = (data && unlessRefused(() => toldEntriesOf(data))) ?? [];
  const { member: maker, record } = manifest;
  const audit = proof && unlessRefused(() => checkCaseProof(proof, { directory, maker, record, told }));
  if (audit === undefined && (proof !== undefined || told.length > 0)) faults.push({ code: "audit", name: PROOF_NAME });
  const found = rootsFingerprintOf(directory.roots);
  const isNamed =
    directory.version === manifest.directoryVersion &&
    sameBytes(directoryHashOf(document), fromHex(manifest.directoryHash));
  if (!isSigned) faults.push({ code: "roots" });
  if (!isNamed) faults.push({ code: "other-directory" });
  if (isNoted?.(found) === false) faults.push({ code: "other-office" });
  const member = directory.members.get(manifest.member);
  const isFit = isActive(member) && wasValidUnder(directory, member);
  if (!isFit) faults.push({ code: "unknown-member" });
  else if (!isSignedBy(member.signingKey, signature, manifestInput(manifestBytes))) faults.push({ code: "signature" });
  const names = new Map([...directory.members].map(([id, one]) => [id, one.names]));
  return { faults, manifest, member, names, audit, fingerprint: hex(found) };
}

async function compareEntries(
  source: ByteSource,
  entries: readonly PlainEntry[],
  manifest: ExportManifest,
  startHash: () => Digest,
): Promise<ExportFault[]> {
  const faults: ExportFault[] = [];
  const named = new Set(manifest.entries.map(({ name }) => name));
  for (const { name } of manifest.entries)
    if (!entries.some((one) => one.name === name)) faults.push({ code: "missing", name });
  for (const entry of entries) {
    const { name } = entry;
    if (!named.has(name) && !OUTSIDE_MANIFEST.includes(name)) {
      faults.push({ code: "extra", name });
      continue;
    }
    const { hash, sum } = await sumsOf(source, entry, startHash);
    const listed = manifest.entries.find((one) => one.name === name);
    if (listed !== undefined && (listed.size !== entry.size || listed.sha256 !== hash))
      faults.push({ code: "changed", name });
    else if (sum !== entry.sum) faults.push({ code: "sum", name });
  }
  return faults;
}

async function sumsOf(source: ByteSource, { from, size }: PlainEntry, startHash: () => Digest) {
  const digest = startHash();
  let sum = 0;
  for (let at = 0; at < size; at += PIECE_BYTES) {
    const piece = await source.read(from + at, Math.min(PIECE_BYTES, size - at));
    digest.update(piece);
    sum = crc32(piece, sum);
  }
  return { hash: hex(digest.digest()), sum };
}

type Listed = { readonly directory: Directory; readonly document: Bytes; readonly isSigned: boolean };

/** Signatures first: nothing of an unsigned document is believed, and only its shape is looked at. */
function readListed(bytes: Uint8Array): Listed | undefined {
  try {
    const signed = z.parse(signedDirectorySchema, JSON.parse(fromUtf8(bytes)));
    const document = documentBytes(signed);
    const directory = parseDirectory(document);
    return { directory, document, isSigned: hasEnoughSignatures(document, signed, directory.roots) };
  } catch (error) {
    if (error instanceof DirectoryError || error instanceof CryptoError || isParsing(error)) return undefined;
    throw error;
  }
}

function isParsing(error: unknown): boolean {
  return error instanceof SyntaxError || error instanceof z.core.$ZodError;
}

function orUndefined(error: unknown): undefined {
  if (!(error instanceof CryptoError)) throw error;
}

/**
 * What may be said of it. Anybody can make roots, a directory and a signature that fit together: `unplaced` until those roots
 * were compared with what an office gives of itself elsewhere.
 */
export function standingOf(
  { faults, member, manifest }: CheckedExport,
  isCompared: boolean,
): "genuine" | "unplaced" | "doubtful" {
  if (faults.length > 0 || member === undefined || manifest === undefined) return "doubtful";
  return isCompared ? "genuine" : "unplaced";
}
