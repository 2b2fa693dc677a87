/**
 * Changes of the directory that add power, or take it for good: the next document is made here, with the request to the
 * holders of the roots; what they have signed comes back and is proposed with its first statement
 * (docs/operations/somebody-comes.md).
 */
import { sameBytes } from "../../crypto/bytes.ts";
import {
  type Directory,
  DirectoryError,
  type ReadDocument,
  type SignedDirectory,
  directoryHashOf,
  documentBytes,
  parseDocument,
} from "../../protocol/directory/directory.ts";
import { type Change, changesBetween } from "../ceremony/changes.ts";
import { CeremonyError } from "../ceremony/refusal.ts";
import { type Request, encodeRequest, readRequest } from "../ceremony/request.ts";
import { type SignatureFile, countSignatures, joinSignatures, readSignature } from "../ceremony/root.ts";
import { fetchChain } from "../directory/directories.ts";
import type { Steward } from "../member/sign-in.ts";
import type { Taken } from "./statements.ts";
import { type Wish, type WishFault, documentOf, faultsOf } from "./wishes.ts";

/** The directory that holds now, as it was signed: what the next one rests on. Throws ApiError, DirectoryError `two-views`. */
export async function readSignedCurrent({ connection, directories }: Steward): Promise<SignedDirectory> {
  // A colleague may have published another since this session looked: a request that rests on an older one is in vain.
  await directories.refresh();
  const { version, hash } = directories.current;
  const [signed] = await fetchChain(connection, version);
  if (signed === undefined || !sameBytes(directoryHashOf(documentBytes(signed)), hash))
    throw new DirectoryError("two-views");
  // A request holds the roots' signatures alone: what stewards say of it is of no consequence to roots.
  const { document, signatures } = signed;
  return { document, signatures };
}

/** A request that was made: the file, and what those who sign will read. */
export type MadeRequest = { readonly file: Uint8Array; readonly read: Request };

/**
 * Makes the request, and reads it as whoever signs will. Throws CeremonyError, DirectoryError.
 *
 * @returns what stands in the way, or the request
 */
export function makeRequest(
  before: SignedDirectory,
  wishes: readonly Wish[],
  now: number,
): { readonly faults: readonly WishFault[] } | MadeRequest {
  const document = documentOf(before, wishes, now);
  const faults = faultsOf(document);
  if (faults.length > 0) return { faults };
  const file = encodeRequest(document, before);
  return { file, read: readRequest(file) };
}

/** A request with what root holders have signed so far. */
export type Gathered = {
  readonly request: Request;
  readonly signatures: readonly SignatureFile[];
  readonly counts: ReturnType<typeof countSignatures>;
  /** Where there are enough */
  readonly signed: SignedDirectory | undefined;
};

/**
 * The request and its signatures out of the files that came back, in whatever order and however often. Throws CeremonyError:
 * `malformed` where no request is among them or one is of another kind, `does-not-follow` where another directory was
 * published since, and what `readSignature` throws.
 */
export function gatherSignatures(current: Directory, files: readonly Uint8Array[]): Gathered {
  let request: Request | undefined;
  const others: Uint8Array[] = [];
  for (const file of files) {
    const read = requestIn(file);
    if (read === undefined) others.push(file);
    else if (request === undefined || sameBytes(request.bytes, read.bytes)) request = read;
    else throw new CeremonyError("other-request");
  }
  if (request === undefined) throw new CeremonyError("malformed");
  const { before } = request;
  if (before === undefined || !sameBytes(before.hash, current.hash)) throw new CeremonyError("does-not-follow");
  return gatheredFor(request, others);
}

/** The same with the request at hand: every file is a signature of it. */
export function gatheredFor(request: Request, files: readonly Uint8Array[]): Gathered {
  const signatures = [
    ...new Map(files.map((file) => readSignature(file, request)).map((one) => [one.root, one])).values(),
  ];
  const counts = countSignatures(request, signatures);
  const isEnough = counts.every(({ has, needs }) => has >= needs);
  return { request, signatures, counts, signed: isEnough ? joinSignatures(request, signatures) : undefined };
}

/** Undefined for a file of another format; a request that is wrong in itself throws. */
export function requestIn(file: Uint8Array): Request | undefined {
  try {
    return readRequest(file);
  } catch (error) {
    if (error instanceof CeremonyError && error.code === "malformed") return undefined;
    throw error;
  }
}

/** What the first statement on a new directory has to take so that nobody is given back by the way; without whom is let back. */
export function stillTaken(current: Directory, next: Directory, givenBack: readonly string[] = []): Taken {
  const { suspended = [], closed = [] } = current.freshness ?? {};
  const stays = (id: string) => !givenBack.includes(id);
  return {
    suspended: suspended.filter((id) => next.members.get(id)?.removedIn === null && stays(id)),
    closed: closed.filter((id) => next.channels.has(id) && stays(id)),
  };
}

/** What a directory that waits for its first statement changes, in the sentences that root holders have read. */
export function changesOf(before: SignedDirectory, next: SignedDirectory): readonly Change[] {
  const fields = ({ format: _format, ...rest }: ReadDocument) => rest;
  const after = parseDocument(documentBytes(next));
  // The first format is written no more.
  if (after.format !== "segel/2/directory") throw new CeremonyError("malformed");
  return changesBetween(fields(parseDocument(documentBytes(before))), after);
}
