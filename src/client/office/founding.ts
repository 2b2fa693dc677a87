/**
 * An office is founded: what each device asks of a server that has no directory yet (docs/protocol.md, "Founding"). The
 * server is never believed: entries are signed by themselves, the request is read as the holders of the roots read it, and
 * once its line was read aloud nothing but that very request, its signed directory and a statement on it is taken.
 */
import { type Bytes, hex, sameBytes, utf8 } from "../../crypto/bytes.ts";
import type { SigningKeyPair } from "../../crypto/secret/keys.ts";
import { randomBytes } from "../../crypto/sodium.ts";
import { FOUNDING } from "../../protocol/api/founding.ts";
import { toBase64url } from "../../protocol/encoding/base64url.ts";
import {
  type Directory,
  DirectoryError,
  type RootSet,
  type SignedDirectory,
  documentBytes,
  parseDirectory,
} from "../../protocol/directory/directory.ts";
import {
  FOUNDING_KEY_BYTES,
  type FoundingOffice,
  type FoundingProposal,
  foundingKeyHash,
} from "../../protocol/founding.ts";
import { checkDays, lookAt } from "../../protocol/directory/freshness.ts";
import { FOUNDING_HEADER } from "../../protocol/headers.ts";
import { type SignedStatement, type StatementDocument, statementBytes } from "../../protocol/directory/statement.ts";
import { acceptDirectory, firstUse } from "../../protocol/directory/trust.ts";
import type * as z from "../../protocol/encoding/zod.ts";
import { CeremonyError } from "../ceremony/refusal.ts";
import { type Request, encodeRequest, parseNext, proposalOf, readRequest } from "../ceremony/request.ts";
import { type MemberEntry, firstStatement, statementBy } from "../directory/organisation.ts";
import { ApiError, type Call, type Connection, callBytes, callJson } from "../line/http.ts";
import { type KeptJoiner, checkedEntry, forgetOpened, openWaiting } from "./joining.ts";
import { type Gathered, type MadeRequest, gatheredFor, requestIn } from "./requests.ts";

/** Where a device takes part in a founding, and what it has agreed to. */
export type FoundingPlace = {
  readonly connection: Connection;
  /** The founder's own, or the one in the square code on the wall */
  readonly key: Bytes;
  /** Hash of the request whose line was read aloud here and was the same on all screens; kept by the device */
  readonly agreed?: Uint8Array | undefined;
};

/** How far the founding is, as this device has verified it. */
export type FoundingState = {
  readonly caller: "founder" | "joiner";
  readonly proposal: FoundingProposal | undefined;
  /** In the order in which they came, each signed by itself */
  readonly joiners: readonly MemberEntry[];
  /** Once the list is closed: read as the holders of the roots read it */
  readonly request: Request | undefined;
  /** That very request, signed by enough of its own roots */
  readonly signed: SignedDirectory | undefined;
  readonly statement: FirstStatement | undefined;
};

/** The first statement, which takes nobody and closes nothing, while stewards sign it. */
type FirstStatement = {
  readonly signed: SignedStatement;
  readonly document: StatementDocument;
  /** Members whose signature counts */
  readonly signers: readonly string[];
  readonly missing: number;
};

/** What pages and server are started with, once an office is founded. */
export type Founded = {
  readonly office: FoundingOffice;
  /** With its first statement */
  readonly directory: SignedDirectory;
  /** Its own: whoever believes them compares their fingerprint with the poster */
  readonly roots: RootSet;
};

/** A key for the founder, or for those who join: 32 random bytes. */
export function makeFoundingKey(): Bytes {
  return randomBytes(FOUNDING_KEY_BYTES);
}

/** Throws ApiError `wrong-code`, `code-served` where somebody else has used it. The same key again is the same founder. */
export async function claimFounding({ connection, key }: FoundingPlace, code: string): Promise<void> {
  await callJson(connection, "claimFounding", FOUNDING.claimFounding.answer.json, {
    body: { code, key: toBase64url(key) },
  });
}

/**
 * What the server says of the founding, verified; or that there is nothing for this key any more: then the office is founded
 * (`readFounded`), or somebody else has taken over. Throws CeremonyError `other-request` where this device has agreed to
 * another request, `bad-signature` and `malformed` for an entry; DirectoryError; ApiError `not-found`.
 */
export async function readFounding(place: FoundingPlace): Promise<FoundingState> {
  const told = await callJson(place.connection, "founding", FOUNDING.founding.answer.json, known(place));
  const request =
    told.document === null ? undefined : readRequest(encodeRequest(parseNext(utf8(told.document)), undefined));
  if (request !== undefined) checkAgreed(place, request.bytes);
  const signed = told.directory ?? undefined;
  if (signed !== undefined) checkSigned(request, signed);
  return {
    caller: told.caller,
    proposal: told.proposal ?? undefined,
    joiners: told.joiners.map(checkedEntry),
    request,
    signed,
    statement:
      request === undefined || told.statement === null ? undefined : lookedAt(request.directory, told.statement),
  };
}

/** A server that exchanges the request after its line was read is found here. */
function checkAgreed({ agreed }: Pick<FoundingPlace, "agreed">, document: Uint8Array): void {
  if (agreed !== undefined && !sameBytes(agreed, proposalOf(document))) throw new CeremonyError("other-request");
}

function checkSigned(request: Request | undefined, signed: SignedDirectory): void {
  if (request === undefined || !sameBytes(documentBytes(signed), request.bytes))
    throw new CeremonyError("other-request");
  const { roots } = request.directory;
  acceptDirectory(firstUse(roots), [signed], {
    depth: "thorough",
    now: request.directory.notBefore,
    statement: "none-yet",
  });
}

function lookedAt(directory: Directory, signed: SignedStatement): FirstStatement {
  const { document, signers, missing } = lookAt(directory, signed, undefined, 1);
  if (document.sequence !== 1) throw new DirectoryError("statement-gap");
  // The first takes nothing: who does not belong is not in the directory.
  if (document.suspended.length > 0 || document.closed.length > 0) throw new DirectoryError("bad-statement");
  return { signed, document, signers, missing };
}

/** Founder: what the office is, and the key by which people join from now on. */
export async function proposeOffice(
  place: FoundingPlace,
  proposal: FoundingProposal,
  joiningKey: Uint8Array,
): Promise<void> {
  await callBytes(
    place.connection,
    "proposeOffice",
    known(place, { body: { proposal, joiningKeyHash: hex(foundingKeyHash(joiningKey)) } }),
  );
}

/** Hands over the own entry; once more is the same. Throws ApiError `list-closed`, `no-room`. */
export async function joinFounding(place: FoundingPlace, entry: MemberEntry): Promise<void> {
  await callBytes(place.connection, "joinFounding", known(place, { body: { entry } }));
}

/** Founder: somebody who is not in the room, or has come twice. */
export async function dropJoiner(place: FoundingPlace, memberId: string): Promise<void> {
  await callBytes(place.connection, "dropJoiner", known(place, { params: { memberId } }));
}

/** Founder: closes the list with this request. Throws ApiError `conflict` where another one stands. */
export async function closeFounding(place: FoundingPlace, { read }: MadeRequest): Promise<void> {
  await callBytes(
    place.connection,
    "closeFounding",
    known(place, { body: { document: new TextDecoder().decode(read.bytes) } }),
  );
}

/** Founder: takes the request back; whatever was read aloud counts no more. Throws ApiError `conflict` once it is signed. */
export async function reopenFounding(place: FoundingPlace): Promise<void> {
  await callBytes(place.connection, "reopenFounding", known(place));
}

/** The request as a file for the key page. */
export function requestFileOf({ document }: Request): Bytes {
  return encodeRequest(document, undefined);
}

/** What came back from the holders of the roots, in whatever order and however often, the request too. Throws as `gatherSignatures`. */
export function gatherFirst(request: Request, files: readonly Uint8Array[]): Gathered {
  const others = files.filter((file) => {
    const read = requestIn(file);
    if (read !== undefined && !sameBytes(read.bytes, request.bytes)) throw new CeremonyError("other-request");
    return read === undefined;
  });
  return gatheredFor(request, others);
}

/** Whoever brings the signatures. Throws CeremonyError `other-request`, DirectoryError, ApiError. */
export async function handInDirectory(place: FoundingPlace, request: Request, signed: SignedDirectory): Promise<void> {
  checkAgreed(place, request.bytes);
  checkSigned(request, signed);
  await callBytes(place.connection, "putFirstDirectory", known(place, { body: signed }));
}

/** Two stewards who begin at once: the second signs what the first has begun. */
const TRIES = 3;

/**
 * A steward says that the directory holds, with the keys that wait on this device under the own six words. Nothing is signed
 * but a statement on the very directory whose line was read aloud here.
 *
 * Throws ApiError, CeremonyError `other-request`, DirectoryError `too-few-stewards` for who is none.
 *
 * @returns `wrong-words` where they open nothing here; else whether the office is founded, or waits for other stewards
 */
export async function confirmFounding(
  place: FoundingPlace & { readonly agreed: Uint8Array },
  { passphrase, waiting }: { readonly passphrase: string; readonly waiting: readonly KeptJoiner[] },
  now: number,
): Promise<"wrong-words" | "waits" | "founded"> {
  const opened = openWaiting(passphrase, waiting);
  if (opened === undefined) return "wrong-words";
  const steward = { id: opened.kept.memberId, signing: opened.signing };
  try {
    for (let tries = 1; ; tries++) {
      const isFounded = await confirmOnce(place, steward, now).catch(async (error: unknown) => {
        const code = error instanceof ApiError ? error.code : undefined;
        // The answer to the last signature was lost on its way.
        if (code === "not-found" && (await readFounded(place, now)) !== undefined) return true;
        if (code === "conflict" && tries < TRIES) return undefined;
        throw error;
      });
      if (isFounded !== undefined) return isFounded ? "founded" : "waits";
    }
  } finally {
    forgetOpened(opened);
  }
}

async function confirmOnce(
  place: FoundingPlace,
  steward: { readonly id: string; readonly signing: SigningKeyPair },
  now: number,
): Promise<boolean> {
  const { request, signed, statement } = await readFounding(place);
  if (request === undefined || signed === undefined) throw new CeremonyError("too-few-signatures");
  const own = statementBy(steward, statementFor(request.directory, statement, now));
  // As everybody will: a signature that counts for nothing is not handed in.
  lookedAt(request.directory, own);
  const { isFounded } = await callJson(
    place.connection,
    "confirmFounding",
    FOUNDING.confirmFounding.answer.json,
    known(place, { body: { statement: own } }),
  );
  return isFounded;
}

/** What a colleague has begun, while its days are right, or a new one. */
function statementFor(directory: Directory, begun: FirstStatement | undefined, now: number): Bytes {
  return begun !== undefined && isBegunNow(begun, now) ? statementBytes(begun.signed) : firstStatement(directory, now);
}

function isBegunNow({ document }: FirstStatement, now: number): boolean {
  try {
    checkDays(document, now);
    return true;
  } catch (error) {
    if (error instanceof DirectoryError) return false;
    throw error;
  }
}

/**
 * The office as it was founded, from the server that founded it; undefined before. Where this device has agreed to a line it
 * is that very directory. Throws CeremonyError `other-request`, DirectoryError, ApiError.
 */
export async function readFounded(
  place: Pick<FoundingPlace, "connection" | "agreed">,
  now: number,
): Promise<Founded | undefined> {
  let told: z.output<typeof FOUNDING.founded.answer.json>;
  try {
    told = await callJson(place.connection, "founded", FOUNDING.founded.answer.json);
  } catch (error) {
    if (error instanceof ApiError && error.code === "not-found") return undefined;
    throw error;
  }
  const { office, directory } = told;
  const document = documentBytes(directory);
  checkAgreed(place, document);
  const { roots } = parseDirectory(document);
  // Whoever comes only after five weeks finds it lapsed: the stewards renew it once they can sign in.
  acceptDirectory(firstUse(roots), [directory], { depth: "thorough", now, statement: "lapsed-too" });
  return { office, directory, roots };
}

/** With the key by which this device is known. */
function known({ key }: FoundingPlace, call: Call = {}): Call {
  return { ...call, headers: { [FOUNDING_HEADER]: toBase64url(key) } };
}
