/**
 * Nobody can sign in any more: who is there makes new keys, the roots sign a list in which they stand, and two stewards of
 * that list say on their own devices that it holds, before there is a server that would let them in. The administrator of
 * the machine puts it where the server looks at its start (docs/operations/everybody-lost.md).
 */
import { type Bytes, sameBytes } from "../../crypto/bytes.ts";
import { encodeJson } from "../../protocol/encoding/canonical-json.ts";
import { isSteward, mayGuard, mayRead } from "../../protocol/rules/casework.ts";
import {
  type RootSet,
  type SignedDirectory,
  documentBytes,
  isActive,
  parseDirectory,
  parseDocument,
  signedDirectorySchema,
} from "../../protocol/directory/directory.ts";
import { checkDays, lookAt } from "../../protocol/directory/freshness.ts";
import { type SignedStatement, parseStatement, statementBytes } from "../../protocol/directory/statement.ts";
import { hasEnoughSignatures } from "../../protocol/directory/trust.ts";
import { CeremonyError } from "../ceremony/refusal.ts";
import { proposalOf, readFile } from "../ceremony/request.ts";
import { type MemberEntry, firstStatement, statementBy } from "../directory/organisation.ts";
import { type KeptJoiner, forgetOpened, openWaiting } from "./joining.ts";
import { type MadeRequest, makeRequest } from "./requests.ts";
import type { Wish, WishFault } from "./wishes.ts";

/**
 * Asks the roots for a list in which only those stand who have come again: each reads every channel, or guards its identities,
 * as the own roles are. Throws CeremonyError, DirectoryError.
 */
export function requestAgain(
  before: SignedDirectory,
  come: readonly MemberEntry[],
  now: number,
): { readonly faults: readonly WishFault[] } | MadeRequest {
  const { members, channels } = parseDocument(documentBytes(before));
  const isThere = (id: string) => members.some((one) => one.id === id);
  const recipients = come.filter(({ roles }) => mayRead(roles)).map(({ id }) => id);
  const custodians = come.filter(({ roles }) => mayGuard(roles)).map(({ id }) => id);
  const gone = members.filter(({ id, removedIn }) => removedIn === null && !come.some((one) => one.id === id));
  const wishes: Wish[] = [
    ...come.map((entry): Wish => ({ what: isThere(entry.id) ? "entry" : "add", entry })),
    ...channels.map(({ id: channel }): Wish => ({
      what: "people",
      channel,
      recipients,
      custodians,
      excludable: [...recipients, ...custodians],
    })),
    ...gone.map(({ id: member }): Wish => ({ what: "remove", member })),
  ];
  return makeRequest(before, wishes, now);
}

export type SignedAgain = {
  /** The list with the first statement on it, as far as it is signed */
  readonly file: Uint8Array;
  /** hash of the document: its line was read aloud when the roots signed */
  readonly proposal: Uint8Array;
  readonly names: readonly Readonly<Record<string, string>>[];
  /** How many more stewards have to sign */
  readonly missing: number;
};

/**
 * A steward who waits on this device says that the list holds. Throws CeremonyError: `malformed`, `too-few-signatures`
 * where the roots of this page have not signed it, `no-root-here` where the own keys do not stand in it or sign nothing.
 *
 * @returns undefined where the words open nothing here
 */
export function signAgain(
  file: Uint8Array,
  { passphrase, waiting }: { readonly passphrase: string; readonly waiting: readonly KeptJoiner[] },
  { roots, now }: { readonly roots: RootSet; readonly now: number },
): SignedAgain | undefined {
  const signed = readFile(signedDirectorySchema, file);
  const bytes = documentBytes(signed);
  if (!hasEnoughSignatures(bytes, signed, roots)) throw new CeremonyError("too-few-signatures");
  const directory = parseDirectory(bytes);
  const opened = openWaiting(passphrase, waiting);
  if (opened === undefined) return undefined;
  const { signing } = opened;
  const own = directory.members.get(opened.kept.memberId);
  try {
    const mayState = isActive(own) && isSteward(own.roles) && sameBytes(own.signingKey, signing.publicKey);
    if (!mayState) throw new CeremonyError("no-root-here");
    const begun = signed.statements?.[0];
    const document = begun === undefined ? firstStatement(directory, now) : begunBy(begun, now);
    const stated = statementBy({ id: own.id, signing }, document);
    const others = (begun?.signatures ?? []).filter(({ member }) => member !== own.id);
    const statement = { ...stated, signatures: [...others, ...stated.signatures] };
    const { missing } = lookAt(directory, statement, undefined, 1);
    return {
      file: encodeJson(signedDirectorySchema, { ...signed, statements: [statement] }),
      proposal: proposalOf(bytes),
      names: [...directory.members.values()].filter(isActive).map(({ names }) => names),
      missing,
    };
  } finally {
    forgetOpened(opened);
  }
}

/** What a colleague has begun takes nobody: that is for whoever can sign in. */
function begunBy(begun: SignedStatement, now: number): Bytes {
  const bytes = statementBytes(begun);
  const document = parseStatement(bytes);
  if (document.suspended.length + document.closed.length > 0) throw new CeremonyError("malformed");
  checkDays(document, now);
  return bytes;
}
