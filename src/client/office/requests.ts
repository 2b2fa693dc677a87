/**
 * Changes of the directory that add power, or take it for good: the next document is made here, with the request to the
 * holders of the roots; what they have signed comes back and is proposed with its first statement
 * (docs/operations/somebody-comes.md).
 */
import { sameBytes } from "../../crypto/bytes.ts";
import { type Directory, type SignedDirectory, documentBytes } from "../../protocol/directory/directory.ts";
import type { Change } from "../ceremony/changes.ts";
import { CeremonyError } from "../ceremony/refusal.ts";
import { type Request, changesTo, encodeRequest, parseNext, readRequest } from "../ceremony/request.ts";
import { type SignatureFile, countSignatures, joinSignatures, readSignature } from "../ceremony/root.ts";
import type { Steward } from "../member/entry/sign-in.ts";
import type { Taken } from "./statements.ts";
import { type Wish, type WishFault, documentOf, faultsOf } from "./wishes.ts";

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
  // It holds the roots' signatures alone: what stewards say of a directory is of no consequence to roots.
  const { document: signed, signatures } = before;
  const file = encodeRequest(document, { document: signed, signatures });
  return { file, read: readRequest(file) };
}

/** The same, on the directory that holds now. Throws ApiError too. */
export async function requestNext(
  { directories }: Pick<Steward, "directories">,
  wishes: readonly Wish[],
): Promise<ReturnType<typeof makeRequest>> {
  // A colleague may have published another since this session looked: a request that rests on an older one is in vain.
  await directories.refresh();
  return makeRequest(directories.signed, wishes, directories.now);
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
  return changesTo(parseNext(documentBytes(next)), before);
}
