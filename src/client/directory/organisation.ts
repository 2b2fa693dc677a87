/**
 * Making an organisation: roots, members' keys and the signed directory. Used by the launcher for the demonstration
 * and by whoever holds the real roots; nothing here talks to a server.
 */
import { type Bytes, fromHex, hex } from "../../crypto/bytes.ts";
import { ZERO_HASH } from "../../crypto/envelope.ts";
import { ID_BYTES } from "../../crypto/id-size.ts";
import {
  type SigningKeyPair,
  deriveSealingKeyPair,
  deriveSigningKeyPair,
  makeSeed,
  sign,
} from "../../crypto/secret/keys.ts";
import type { VaultKeys } from "../../crypto/secret/vault.ts";
import { randomBytes } from "../../crypto/sodium.ts";
import { toBase64url } from "../../protocol/encoding/base64url.ts";
import { type Role, needsSealingKey } from "../../protocol/rules/casework.ts";
import { DAY_MS } from "../../protocol/encoding/day.ts";
import {
  type Directory,
  type DirectoryDocument,
  type SignedDirectory,
  directoryHashOf,
  directorySignatureInput,
  documentBytes,
  encodeDirectory,
  memberSignatureInput,
  parseDirectory,
  signedDirectory,
} from "../../protocol/directory/directory.ts";
import { type NextStatement, nextStatement, withStatements } from "../../protocol/directory/freshness.ts";
import { DIRECTORY_DAYS, LEAST_STEWARDS, STATEMENT_DAYS } from "../../protocol/limits.ts";
import {
  type SignedStatement,
  encodeStatement,
  signedStatement,
  statementSignatureInput,
} from "../../protocol/directory/statement.ts";

/**
 * An entry outlives the directory that lists it, and the two days by which clocks may be wrong: a report may leave out whose
 * entry ends before, and would need to say nothing (docs/protocol.md, "Validity of members").
 */
const MEMBER_DAYS = DIRECTORY_DAYS + 10;

export type MemberEntry = DirectoryDocument["members"][number];
export type ChannelEntry = DirectoryDocument["channels"][number];

/** A member with the secret halves: what is made in the member's own browser and goes into the vault. */
export type NewMember = { readonly entry: MemberEntry; readonly keys: VaultKeys };

export function makeId(): string {
  return hex(randomBytes(ID_BYTES));
}

/** RFC 3339 in UTC, whole seconds. */
export function instant(ms: number): string {
  return new Date(ms).toISOString().replace(/\.\d+Z$/u, "Z");
}

/** The entry's own signature does not cover its dates, the roots' does. */
export function memberValidUntil(now: number): string {
  return instant(now + MEMBER_DAYS * DAY_MS);
}

/** Makes a member's keys and the entry signed by them. `fromVersion` is the directory that will list them first, `id` that of who is there already. */
export function makeMember(
  names: Record<string, string>,
  roles: readonly Role[],
  { now, fromVersion, id = makeId() }: { now: number; fromVersion: number; id?: string },
): NewMember {
  const signingSeed = makeSeed();
  const signing = deriveSigningKeyPair(signingSeed);
  const sealingSeed = needsSealingKey(roles) ? makeSeed() : null;
  const unsigned = {
    id,
    roles: [...roles],
    names,
    signingKey: hex(signing.publicKey),
    sealingKey: sealingSeed === null ? null : toBase64url(deriveSealingKeyPair(sealingSeed).publicKey),
    validFrom: instant(now),
    validUntil: memberValidUntil(now),
    removedIn: null,
  };
  const signature = toBase64url(sign(signing, memberSignatureInput(unsigned)));
  return {
    entry: { ...unsigned, signature },
    keys: { signingSeed, sealingSeeds: sealingSeed === null ? [] : [{ fromVersion, seed: sealingSeed }] },
  };
}

export type DirectoryContent = Pick<DirectoryDocument, "roots" | "recovery" | "members" | "channels"> &
  Partial<Pick<DirectoryDocument, "stewards">>;

/** The document that follows `previous`, valid from now for 400 days, or the first. Not signed yet. */
export function nextDocument(
  content: DirectoryContent,
  previous: SignedDirectory | undefined,
  now: number,
): DirectoryDocument {
  const before = previous === undefined ? undefined : documentBytes(previous);
  return {
    format: "segel/2/directory",
    version: before === undefined ? 1 : parseDirectory(before).version + 1,
    previous: hex(before === undefined ? ZERO_HASH : directoryHashOf(before)),
    notBefore: instant(now),
    expires: instant(now + DIRECTORY_DAYS * DAY_MS),
    roots: content.roots,
    recovery: content.recovery,
    members: content.members,
    channels: content.channels,
    minimumClient: 1,
    stewards: content.stewards ?? LEAST_STEWARDS,
  };
}

/** Signs a document with the roots at hand. Throws DirectoryError when the document breaks a rule: no root signs that. */
export function signDirectory(document: DirectoryDocument, roots: readonly SigningKeyPair[]): SignedDirectory {
  const bytes = encodeDirectory(document);
  parseDirectory(bytes);
  const input = directorySignatureInput(bytes);
  return signedDirectory(
    bytes,
    roots.map((root) => ({ root: root.publicKey, signature: sign(root, input) })),
  );
}

/** Those of a statement: from now on for 35 days. */
export function statementDays(now: number): Pick<NextStatement, "notBefore" | "expires"> {
  return { notBefore: instant(now), expires: instant(now + STATEMENT_DAYS * DAY_MS) };
}

/** What is first said of a directory: that it holds. It takes nobody and closes nothing. */
export function firstStatement(directory: Directory, now: number): Bytes {
  return encodeStatement(nextStatement(directory, null, { ...statementDays(now), suspended: [], closed: [] }));
}

/** A statement as one of its stewards hands it in. */
export function statementBy(
  { id, signing }: { readonly id: string; readonly signing: SigningKeyPair },
  document: Uint8Array,
): SignedStatement {
  return signedStatement(document, [{ member: id, signature: sign(signing, statementSignatureInput(document)) }]);
}

/** What those who sign say of a directory, valid from now for 35 days: what was taken before stays, what is named goes too. */
export function stateFreshness(
  signed: SignedDirectory,
  stewards: readonly NewMember[],
  now: number,
  taken: Partial<Pick<NextStatement, "suspended" | "closed">> = {},
): SignedDirectory {
  const directory = parseDirectory(documentBytes(signed));
  const before = signed.statements ?? [];
  const { freshness } = before.length === 0 ? directory : withStatements(directory, before, undefined);
  const document = encodeStatement(
    nextStatement(directory, freshness, { suspended: [], closed: [], ...taken, ...statementDays(now) }),
  );
  const input = statementSignatureInput(document);
  const signatures = stewards.map(({ entry, keys }) => ({
    member: entry.id,
    signature: sign(deriveSigningKeyPair(keys.signingSeed), input),
  }));
  return { ...signed, statements: [...before, signedStatement(document, signatures)] };
}

/** The roots' public part as it stands in a document and in `keys/roots.json`. */
export function rootsOf(roots: readonly SigningKeyPair[], threshold: number): DirectoryDocument["roots"] {
  return { threshold, keys: roots.map(({ publicKey }) => hex(publicKey)) };
}

/** Ids as the envelope wants them. */
export function idBytes(id: string): Uint8Array {
  return fromHex(id);
}
