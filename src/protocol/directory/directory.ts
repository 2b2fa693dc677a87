/**
 * The directory: the signed list of members and channels, the only source of public keys
 * (docs/protocol.md, "The directory"). Here are its document and the rules that one document must keep; those that take
 * longer are in `members-themselves.ts`, and whether to trust it is decided in `trust.ts`.
 */
import { type Bytes, fromHex, hex, list, u32, utf8 } from "../../crypto/bytes.ts";
import { CryptoError } from "../../crypto/errors.ts";
import { ID_BYTES } from "../../crypto/id-size.ts";
import { HASH_BYTES, SEALING_KEY_BYTES, SIGNING_KEY_BYTES, SIGNATURE_BYTES, hash } from "../../crypto/sodium.ts";
import { MAX_SLOTS } from "../../crypto/envelope.ts";
import { fromBase64url, toBase64url } from "../encoding/base64url.ts";
import { base64urlOf, hexOf } from "../encoding/byte-schemas.ts";
import { ROLES, type Role, isSteward, mayGuard, mayRead, needsSealingKey } from "../rules/casework.ts";
import { DAY_MS, isInstant } from "../encoding/day.ts";
import { encodeJson, parseJson } from "../encoding/canonical-json.ts";
import { DIRECTORY_DAYS, LEAST_CUSTODIANS, LEAST_READERS, LEAST_STEWARDS, MAX_STATEMENTS } from "../limits.ts";
import { type StatementErrorCode, type StatementName, signedStatementSchema } from "./statement.ts";
import * as z from "../encoding/zod.ts";

/** Why a directory is refused. `two-views` and `rollback` are alarms: somebody shows different people different things. */
export type DirectoryErrorCode =
  | "malformed"
  | "too-few-signatures"
  | "rollback"
  | "two-views"
  | "gap"
  | "not-yet-valid"
  | "expired"
  | "equal-keys"
  | "bad-channel"
  | "bad-member"
  | "client-too-old"
  | "bad-stewards"
  | StatementErrorCode;

export class DirectoryError extends Error {
  readonly code: DirectoryErrorCode;
  constructor(code: DirectoryErrorCode) {
    super(code);
    this.name = "DirectoryError";
    this.code = code;
  }
}

const uint = z.int().check(z.gte(0), z.lte(0xffff_ffff));
const count = z.int().check(z.gte(1), z.lte(255));
const instant = z.string().check(z.refine(isInstant));
const names = z.record(z.string().check(z.regex(/^[a-z]{2,3}$/u)), z.string().check(z.minLength(1), z.maxLength(200)));

/** An entry, as it stands in a document and as whoever comes hands it to an administrator. */
export const memberSchema = z.strictObject({
  id: hexOf(ID_BYTES),
  roles: z.array(z.enum(ROLES)).check(z.minLength(1)),
  names,
  signingKey: hexOf(SIGNING_KEY_BYTES),
  sealingKey: z.nullable(base64urlOf(SEALING_KEY_BYTES)),
  validFrom: instant,
  validUntil: instant,
  /** The version that removed this member; null while active. Removed members stay listed. */
  removedIn: z.nullable(uint),
  signature: base64urlOf(SIGNATURE_BYTES),
  /** Whose former entry this is, of the same person, who lost all keys; said by the roots, as the names are */
  replaces: z.optional(hexOf(ID_BYTES)),
});

/** Of a profile of deadlines, as an office calls it */
export const profileName = z.string().check(z.regex(/^[a-z][a-z0-9-]{0,31}$/u));

const channelSchema = z.strictObject({
  id: hexOf(ID_BYTES),
  names,
  recipients: z.array(hexOf(ID_BYTES)),
  custodians: z.array(hexOf(ID_BYTES)),
  recovery: z.boolean(),
  slots: count,
  identitySlots: count,
  /** Members whom a reporter may keep from reading */
  excludable: z.array(hexOf(ID_BYTES)),
  deadlines: profileName,
});

/** What everybody may know of the recovery key. */
export const listedRecoverySchema = z.strictObject({
  publicKey: base64urlOf(SEALING_KEY_BYTES),
  threshold: count,
  /** hash("share", ceremony, index, k, n, share) of each share */
  shares: z.array(hexOf(HASH_BYTES)).check(z.minLength(1), z.maxLength(32)),
  /** Ed25519: signs that the key was put together, and for what. One that was split earlier has none */
  attestationKey: z.optional(hexOf(SIGNING_KEY_BYTES)),
});
export type ListedRecovery = z.infer<typeof listedRecoverySchema>;

const fields = {
  version: z.int().check(z.gte(1), z.lte(0xffff_ffff)),
  /** Hash of the document before; zeros in version 1 */
  previous: hexOf(HASH_BYTES),
  notBefore: instant,
  expires: instant,
  roots: z.strictObject({
    threshold: count,
    keys: z.array(hexOf(SIGNING_KEY_BYTES)).check(z.minLength(1), z.maxLength(32)),
  }),
  recovery: z.nullable(listedRecoverySchema),
  members: z.array(memberSchema).check(z.maxLength(1_000)),
  channels: z.array(channelSchema).check(z.maxLength(1_000)),
  minimumClient: uint,
};

/** Of the first format, which holds by its own dates alone. It is read and written no more. */
const firstSchema = z.strictObject({ format: z.literal("segel/1/directory"), ...fields });
const secondSchema = z.strictObject({
  format: z.literal("segel/2/directory"),
  ...fields,
  /** So many stewards say that it still holds (`freshness.ts`) */
  stewards: count.check(z.gte(LEAST_STEWARDS)),
});
const documentSchema = z.discriminatedUnion("format", [firstSchema, secondSchema]);

/** What a client of this code understands; a directory may ask for more. */
const CLIENT_VERSION = 1;

/** A document as it is written today */
export type DirectoryDocument = z.infer<typeof secondSchema>;
type ReadDocument = z.infer<typeof documentSchema>;

export type Member = {
  readonly id: string;
  readonly roles: readonly Role[];
  readonly names: Readonly<Record<string, string>>;
  readonly signingKey: Bytes;
  /** null for an administrator, who has nothing to open with */
  readonly sealingKey: Bytes | null;
  readonly validFrom: number;
  readonly validUntil: number;
  readonly removedIn: number | null;
  /** Id of the same person's former entry, whose keys were lost; undefined for whoever never lost them */
  readonly replaces: string | undefined;
  /** By the stewards' statement: from now on as if removed, while what this member did before stays */
  readonly isSuspended: boolean;
};

export type Channel = {
  readonly id: string;
  readonly names: Readonly<Record<string, string>>;
  readonly recipients: readonly string[];
  readonly custodians: readonly string[];
  readonly recovery: boolean;
  readonly slots: number;
  readonly identitySlots: number;
  readonly excludable: readonly string[];
  readonly deadlines: string;
  /** By the stewards' statement: it takes no more reports */
  readonly isClosed: boolean;
};

export type RootSet = { readonly threshold: number; readonly keys: readonly Bytes[] };

/** A directory whose shape and inner rules are right. Ids are lower-case hexadecimal, times are ms since 1970. */
export type Directory = {
  readonly version: number;
  readonly hash: Bytes;
  readonly previous: Bytes;
  readonly notBefore: number;
  readonly expires: number;
  readonly roots: RootSet;
  readonly recoveryKey: Bytes | null;
  /** The same as it is listed, with the hashes of its shares */
  readonly recovery: ListedRecovery | null;
  readonly members: ReadonlyMap<string, Member>;
  readonly channels: ReadonlyMap<string, Channel>;
  /** How many stewards a statement needs; null for a document of the first format, which has none */
  readonly stewards: number | null;
  /** What the newest statement says; null where none was looked at: of the first format, of older directories */
  readonly freshness: Freshness | null;
};

/** The stewards' newest statement on a directory; times in ms since 1970, ids and the hash as hexadecimal. */
export type Freshness = StatementName & {
  readonly notBefore: number;
  readonly expires: number;
  readonly suspended: readonly string[];
  readonly closed: readonly string[];
};

/** A document with its signatures, as it travels and is stored. */
export const signedDirectorySchema = z.strictObject({
  /** The document's canonical JSON, as text */
  document: z.string().check(z.maxLength(8_388_608)),
  signatures: z
    .array(z.strictObject({ root: hexOf(SIGNING_KEY_BYTES), signature: base64urlOf(SIGNATURE_BYTES) }))
    .check(z.maxLength(64)),
  /** Of the stewards, on this document, ascending; with the newest one alone */
  statements: z.optional(z.array(signedStatementSchema).check(z.maxLength(MAX_STATEMENTS))),
});
export type SignedDirectory = z.infer<typeof signedDirectorySchema>;

/** What a root signs: list("directory", document bytes). */
export function directorySignatureInput(document: Uint8Array): Bytes {
  return list("segel/1/directory", document);
}

export function directoryHashOf(document: Uint8Array): Bytes {
  return hash("segel/1/directory-hash", document);
}

/** What a member signs over the own entry, so that nobody is listed with keys that are not theirs. */
export function memberSignatureInput(
  member: Pick<DirectoryDocument["members"][number], "id" | "roles" | "signingKey" | "sealingKey">,
): Bytes {
  return list(
    "segel/1/member",
    fromHex(member.id),
    member.roles.join(" "),
    fromHex(member.signingKey),
    member.sealingKey === null ? new Uint8Array() : fromBase64url(member.sealingKey),
  );
}

export function encodeDirectory(document: DirectoryDocument): Bytes {
  return encodeJson(secondSchema, document);
}

/** The document itself, field by field, for whoever compares two. Its shape alone is looked at. Throws CryptoError `malformed`. */
export function parseDocument(bytes: Uint8Array): ReadDocument {
  return parseJson(documentSchema, bytes);
}

/** Document bytes → directory. Throws DirectoryError for a wrong shape or a broken inner rule. Signatures come first: see `trust.ts`. */
export function parseDirectory(bytes: Uint8Array): Directory {
  let document: ReadDocument;
  try {
    document = parseJson(documentSchema, bytes);
  } catch (error) {
    if (error instanceof CryptoError) throw new DirectoryError("malformed");
    throw error;
  }
  const members = new Map(document.members.map((member) => [member.id, toMember(member)]));
  const channels = new Map(
    document.channels.map((channel): [string, Channel] => [channel.id, { ...channel, isClosed: false }]),
  );
  const directory: Directory = {
    version: document.version,
    hash: directoryHashOf(bytes),
    previous: fromHex(document.previous),
    notBefore: Date.parse(document.notBefore),
    expires: Date.parse(document.expires),
    roots: { threshold: document.roots.threshold, keys: document.roots.keys.map(fromHex) },
    recoveryKey: document.recovery === null ? null : fromBase64url(document.recovery.publicKey),
    recovery: document.recovery,
    members,
    channels,
    stewards: document.format === "segel/1/directory" ? null : document.stewards,
    freshness: null,
  };
  if (members.size !== document.members.length || channels.size !== document.channels.length)
    throw new DirectoryError("malformed");
  if (document.minimumClient > CLIENT_VERSION) throw new DirectoryError("client-too-old");
  checkRoots(directory.roots);
  checkRecovery(document.recovery);
  checkSpans(directory);
  checkKeys(directory, document);
  for (const channel of channels.values()) checkChannel(directory, channel);
  checkStewards(directory);
  return directory;
}

function toMember(entry: DirectoryDocument["members"][number]): Member {
  return {
    id: entry.id,
    roles: entry.roles,
    names: entry.names,
    signingKey: fromHex(entry.signingKey),
    sealingKey: entry.sealingKey === null ? null : fromBase64url(entry.sealingKey),
    validFrom: Date.parse(entry.validFrom),
    validUntil: Date.parse(entry.validUntil),
    removedIn: entry.removedIn,
    replaces: entry.replaces,
    isSuspended: false,
  };
}

function checkRoots({ threshold, keys }: RootSet): void {
  if (threshold > keys.length || new Set(keys.map(hex)).size !== keys.length) throw new DirectoryError("malformed");
}

/** A recovery key that no number of custodians can put together would be a promise to nobody. */
function checkRecovery(recovery: DirectoryDocument["recovery"]): void {
  if (recovery === null) return;
  const { threshold, shares } = recovery;
  if (threshold > shares.length || new Set(shares).size !== shares.length) throw new DirectoryError("malformed");
}

function checkSpans({ notBefore, expires, members, stewards }: Directory): void {
  if (notBefore >= expires) throw new DirectoryError("malformed");
  if (stewards !== null && expires - notBefore > DIRECTORY_DAYS * DAY_MS) throw new DirectoryError("malformed");
  for (const member of members.values()) {
    const rolesOnce = new Set(member.roles).size === member.roles.length;
    if (member.validFrom >= member.validUntil || !rolesOnce) throw new DirectoryError("bad-member");
  }
}

/** No key stands twice, whoever it belongs to and whatever it is for. */
function checkKeys(directory: Directory, document: ReadDocument): void {
  const keys = [
    ...document.members.map((member) => member.signingKey),
    ...document.members.flatMap((member) => member.sealingKey ?? []),
    ...document.roots.keys,
    ...(document.recovery === null ? [] : [document.recovery.publicKey]),
    ...(document.recovery?.attestationKey === undefined ? [] : [document.recovery.attestationKey]),
  ];
  if (new Set(keys).size !== keys.length) throw new DirectoryError("equal-keys");
  for (const member of directory.members.values()) {
    if (needsSealingKey(member.roles) !== (member.sealingKey !== null)) throw new DirectoryError("bad-member");
    if (member.removedIn !== null && member.removedIn > directory.version) throw new DirectoryError("bad-member");
    // Nobody is there twice: whoever is back under other keys stands in the place of an entry that is over.
    if (member.replaces !== undefined && isActive(directory.members.get(member.replaces) ?? member))
      throw new DirectoryError("bad-member");
  }
}

function checkChannel(directory: Directory, channel: Channel): void {
  const { members, recoveryKey } = directory;
  const ids = [...channel.recipients, ...channel.custodians];
  const distinct = new Set(ids).size === ids.length && new Set(channel.excludable).size === channel.excludable.length;
  const recipientsFit = channel.recipients.every((id) => {
    const member = members.get(id);
    return isActive(member) && mayRead(member.roles);
  });
  const custodiansFit = channel.custodians.every((id) => {
    const member = members.get(id);
    return isActive(member) && mayGuard(member.roles);
  });
  const filled = channel.recipients.length + (channel.recovery ? 1 : 0);
  const fits =
    distinct &&
    recipientsFit &&
    custodiansFit &&
    channel.recipients.length >= LEAST_READERS &&
    channel.custodians.length >= LEAST_CUSTODIANS &&
    filled <= channel.slots &&
    channel.custodians.length <= channel.identitySlots &&
    channel.slots <= MAX_SLOTS &&
    channel.identitySlots <= MAX_SLOTS &&
    channel.excludable.every((id) => ids.includes(id)) &&
    (!channel.recovery || recoveryKey !== null);
  if (!fits) throw new DirectoryError("bad-channel");
}

/** As many as a statement needs are there to make one. */
function checkStewards({ stewards, members }: Directory): void {
  const there = [...members.values()].filter((member) => isActive(member) && isSteward(member.roles));
  if (stewards !== null && there.length < stewards) throw new DirectoryError("bad-stewards");
}

export function isActive(member: Member | undefined): member is Member {
  return member !== undefined && member.removedIn === null;
}

/** Text of a document and its signatures → the object that travels. */
export function signedDirectory(
  document: Uint8Array,
  signatures: readonly { root: Uint8Array; signature: Uint8Array }[],
): SignedDirectory {
  return {
    document: new TextDecoder().decode(document),
    signatures: signatures.map(({ root, signature }) => ({ root: hex(root), signature: toBase64url(signature) })),
  };
}

/** hash("share", ceremony, index, k, n, share): commits the directory to each custodian's share of the recovery key. */
export function shareHashOf(
  ceremony: Uint8Array,
  index: number,
  threshold: number,
  total: number,
  share: Uint8Array,
): Bytes {
  return hash("segel/1/share", ceremony, u32(index), u32(threshold), u32(total), share);
}

/** Document bytes of a signed directory. */
export function documentBytes(signed: SignedDirectory): Bytes {
  return utf8(signed.document);
}
