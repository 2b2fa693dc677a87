/** A member's vault: seeds under a random vault key, that key under the passphrase (docs/protocol.md, "The vault"). */
import { type Bytes, concat, exactly, fromHex, hex, list, readU32, u32 } from "../bytes.ts";
import { CryptoError } from "../errors.ts";
import { SAVED_VIEWS_CLASSES, pad, unpad } from "../padding.ts";
import type { StretchParameters } from "../request.ts";
import { HASH_BYTES, KEY_BYTES, SEED_BYTES, aeadOpen, aeadSeal, derive, randomBytes } from "../sodium.ts";
import { type SigningKeyPair, deriveSigningKeyPair } from "./keys.ts";

type SealingSeed = {
  /** Directory version that first listed the public half */
  readonly fromVersion: number;
  readonly seed: Uint8Array;
};

export type VaultKeys = {
  readonly signingSeed: Uint8Array;
  /** Newest first; empty for an administrator, who has nothing to open with */
  readonly sealingSeeds: readonly SealingSeed[];
};

/** The head of the audit trail that a member has seen, and the key that signed it. */
export type SeenLog = {
  /** Leaves */
  readonly size: number;
  /** As hexadecimal, like the key */
  readonly root: string;
  readonly key: string;
};

/**
 * The newest directory this member has accepted, the newest statement on it, and the longest audit trail: less than that is
 * an alarm (attacks 83, 52).
 */
export type VaultMemory = {
  readonly directoryVersion: number;
  readonly directoryHash: Uint8Array;
  /** Undefined where none was seen; the hash as hexadecimal */
  readonly statement?: { readonly sequence: number; readonly hash: string } | undefined;
  readonly log?: SeenLog | undefined;
};

export function makeVaultKey(): Bytes {
  return randomBytes(KEY_BYTES);
}

/** The Ed25519 pair that signs log-ins: from the same stretch as the vault, under another label. */
export function deriveLoginKeyPair(stretched: Uint8Array): SigningKeyPair {
  return deriveSigningKeyPair(derive(stretched, "segel/1/login-seed"));
}

function keyWrapPlace(name: string, { salt, memoryKiB, passes }: StretchParameters): Bytes {
  return list("segel/1/vault-key-wrap", name, salt, memoryKiB, passes);
}

export function wrapVaultKey(
  vaultKey: Uint8Array,
  stretched: Uint8Array,
  name: string,
  parameters: StretchParameters,
): Bytes {
  return aeadSeal(derive(stretched, "segel/1/vault-key"), exactly(vaultKey, KEY_BYTES), keyWrapPlace(name, parameters));
}

/** Throws `altered` for a wrong passphrase, name, salt or parameter: one cannot tell which. */
export function unwrapVaultKey(
  sealed: Uint8Array,
  stretched: Uint8Array,
  name: string,
  parameters: StretchParameters,
): Bytes {
  const key = aeadOpen(derive(stretched, "segel/1/vault-key"), sealed, keyWrapPlace(name, parameters));
  if (key.length !== KEY_BYTES) throw new CryptoError("malformed");
  return key;
}

/** Signing seed ‖ (u32 directory version ‖ sealing seed)…; AAD list("vault-keys", member id). */
export function sealVaultKeys(keys: VaultKeys, vaultKey: Uint8Array, memberId: Uint8Array): Bytes {
  const seeds = keys.sealingSeeds.map(({ fromVersion, seed }) => concat(u32(fromVersion), exactly(seed, SEED_BYTES)));
  return aeadSeal(
    vaultKey,
    concat(exactly(keys.signingSeed, SEED_BYTES), ...seeds),
    list("segel/1/vault-keys", memberId),
  );
}

export function openVaultKeys(sealed: Uint8Array, vaultKey: Uint8Array, memberId: Uint8Array): VaultKeys {
  const plaintext = aeadOpen(vaultKey, sealed, list("segel/1/vault-keys", memberId));
  const entry = 4 + SEED_BYTES;
  if (plaintext.length < SEED_BYTES || (plaintext.length - SEED_BYTES) % entry !== 0)
    throw new CryptoError("malformed");
  const sealingSeeds: SealingSeed[] = [];
  for (let at = SEED_BYTES; at < plaintext.length; at += entry) {
    sealingSeeds.push({ fromVersion: readU32(plaintext, at), seed: plaintext.subarray(at + 4, at + entry) });
  }
  return { signingSeed: plaintext.subarray(0, SEED_BYTES), sealingSeeds };
}

/**
 * u32 directory version ‖ its hash, where a statement was seen u32 its sequence ‖ its hash, and where the audit trail was seen
 * u32 its leaves ‖ their root ‖ the log's key.
 */
export function sealVaultMemory(
  { directoryVersion, directoryHash, statement, log }: VaultMemory,
  vaultKey: Uint8Array,
  memberId: Uint8Array,
): Bytes {
  const stated = statement === undefined ? [] : [u32(statement.sequence), exactly(fromHex(statement.hash), HASH_BYTES)];
  const seen =
    log === undefined ? [] : [u32(log.size), ...[log.root, log.key].map((each) => exactly(fromHex(each), HASH_BYTES))];
  return aeadSeal(
    vaultKey,
    concat(u32(directoryVersion), exactly(directoryHash, HASH_BYTES), ...stated, ...seen),
    list("segel/1/vault-memory", memberId),
  );
}

export function openVaultMemory(sealed: Uint8Array, vaultKey: Uint8Array, memberId: Uint8Array): VaultMemory {
  const plaintext = aeadOpen(vaultKey, sealed, list("segel/1/vault-memory", memberId));
  const isSeen = plaintext.length >= NAMED_BYTES + SEEN_BYTES && plaintext.length !== 2 * NAMED_BYTES;
  const logAt = plaintext.length - SEEN_BYTES;
  const isStated = (isSeen ? logAt : plaintext.length) === 2 * NAMED_BYTES;
  exactly(plaintext, (isStated ? 2 : 1) * NAMED_BYTES + (isSeen ? SEEN_BYTES : 0));
  return {
    directoryVersion: readU32(plaintext, 0),
    directoryHash: plaintext.subarray(4, NAMED_BYTES),
    ...(isStated && {
      statement: {
        sequence: readU32(plaintext, NAMED_BYTES),
        hash: hex(plaintext.subarray(NAMED_BYTES + 4, 2 * NAMED_BYTES)),
      },
    }),
    ...(isSeen && {
      log: {
        size: readU32(plaintext, logAt),
        root: hex(plaintext.subarray(logAt + 4, logAt + NAMED_BYTES)),
        key: hex(plaintext.subarray(logAt + NAMED_BYTES)),
      },
    }),
  };
}

/** A number and a hash. */
const NAMED_BYTES = 4 + HASH_BYTES;
/** … and a key. */
const SEEN_BYTES = NAMED_BYTES + 32;

/** So many bytes of a handle name a head among a member's own: 60 of its 64 bits are random. */
const HEAD_NAME_BYTES = 8;

/** Heads that a member's client knows, each by the first eight bytes of its handle, as hexadecimal. */
type KnownHeads = {
  /** Fingerprint of the newest sealing key that they were tried with */
  readonly key: Uint8Array;
  /** Opened with none of the keys that there were then */
  readonly notForMe: ReadonlySet<string>;
  readonly opened: ReadonlySet<string>;
  /** Of those that opened: whose reporter has burnt the inbox, so that the list waits for nobody */
  readonly burnt: ReadonlySet<string>;
  /** Highest versions that were read of what members declare of their interests, by the first eight bytes of their ids */
  readonly declared: ReadonlyMap<string, number>;
};

/**
 * Key, then three lists, each as a u32 number and so many names: that did not open, that did, whose inbox is burnt. Then,
 * where somebody's interests were read, a fourth: names of members, each with a u32 version.
 */
export function sealKnownHeads(known: KnownHeads, vaultKey: Uint8Array, memberId: Uint8Array): Bytes {
  const names = (set: ReadonlySet<string>) => [u32(set.size), ...[...set].toSorted().map(fromHex)];
  const lists = [known.notForMe, known.opened, known.burnt].flatMap(names);
  const declared = [...known.declared].toSorted(([a], [b]) => (a < b ? -1 : 1));
  const versions = declared.flatMap(([name, version]) => [fromHex(name), u32(version)]);
  const fourth = declared.length === 0 ? [] : [u32(declared.length), ...versions];
  const plaintext = concat(exactly(known.key, HASH_BYTES), ...lists, ...fourth);
  return aeadSeal(vaultKey, plaintext, list("segel/1/known-heads", memberId));
}

export function openKnownHeads(sealed: Uint8Array, vaultKey: Uint8Array, memberId: Uint8Array): KnownHeads {
  const plaintext = aeadOpen(vaultKey, sealed, list("segel/1/known-heads", memberId));
  let offset = HASH_BYTES;
  const takeNames = (): Set<string> => {
    const start = offset + 4;
    offset = start + readU32(plaintext, offset) * HEAD_NAME_BYTES;
    if (offset > plaintext.length) throw new CryptoError("malformed");
    return readNames(plaintext.subarray(start, offset));
  };
  const known = {
    key: plaintext.subarray(0, HASH_BYTES),
    notForMe: takeNames(),
    opened: takeNames(),
    burnt: takeNames(),
  };
  return { ...known, declared: readDeclared(plaintext.subarray(offset)) };
}

function readDeclared(bytes: Uint8Array): Map<string, number> {
  if (bytes.length === 0) return new Map();
  const entry = HEAD_NAME_BYTES + 4;
  const count = readU32(bytes, 0);
  if (count === 0 || bytes.length !== 4 + count * entry) throw new CryptoError("malformed");
  const starts = Array.from({ length: count }, (_, at) => 4 + at * entry);
  const names = readNames(concat(...starts.map((at) => bytes.subarray(at, at + HEAD_NAME_BYTES))));
  return new Map([...names].map((name, at) => [name, readU32(bytes, (starts[at] ?? 0) + HEAD_NAME_BYTES)]));
}

/** One spelling: ascending, each once. */
function readNames(bytes: Uint8Array): Set<string> {
  const names: string[] = [];
  for (let at = 0; at < bytes.length; at += HEAD_NAME_BYTES) {
    const name = hex(bytes.subarray(at, at + HEAD_NAME_BYTES));
    if (name <= (names.at(-1) ?? "")) throw new CryptoError("malformed");
    names.push(name);
  }
  return new Set(names);
}

/** Unsent texts, for a page that is locked: they are held in its memory and go nowhere. AAD list("vault-drafts", member id). */
export function sealVaultDrafts(drafts: Uint8Array, vaultKey: Uint8Array, memberId: Uint8Array): Bytes {
  return aeadSeal(vaultKey, drafts, list("segel/1/vault-drafts", memberId));
}

export function openVaultDrafts(sealed: Uint8Array, vaultKey: Uint8Array, memberId: Uint8Array): Bytes {
  return aeadOpen(vaultKey, sealed, list("segel/1/vault-drafts", memberId));
}

/** What is ticked for the next request to the roots, for the own device. AAD list("office-ticks", member id). */
export function sealOfficeTicks(ticks: Uint8Array, vaultKey: Uint8Array, memberId: Uint8Array): Bytes {
  return aeadSeal(vaultKey, ticks, list("segel/1/office-ticks", memberId));
}

/** Throws `altered` for those of another member. */
export function openOfficeTicks(sealed: Uint8Array, vaultKey: Uint8Array, memberId: Uint8Array): Bytes {
  return aeadOpen(vaultKey, sealed, list("segel/1/office-ticks", memberId));
}

/** Pieces of what the device searches are as long as the next multiple of this: from their length nobody counts cases. */
const PIECE_STEP_BYTES = 65_536;

/** What a member's device keeps for searching, piece by piece. Padded to 64 KiB; AAD list("index-piece", member id, u32 number). */
export function sealIndexPiece(
  content: Uint8Array,
  vaultKey: Uint8Array,
  { memberId, number }: { readonly memberId: Uint8Array; readonly number: number },
): Bytes {
  const size = Math.ceil((content.length + 1) / PIECE_STEP_BYTES) * PIECE_STEP_BYTES;
  return aeadSeal(vaultKey, pad(content, [size]), list("segel/1/index-piece", memberId, number));
}

export function openIndexPiece(
  sealed: Uint8Array,
  vaultKey: Uint8Array,
  { memberId, number }: { readonly memberId: Uint8Array; readonly number: number },
): Uint8Array {
  const padded = aeadOpen(vaultKey, sealed, list("segel/1/index-piece", memberId, number));
  return unpad(padded, [padded.length]);
}

/** Which pieces on a device are this vault's, without a word that tells whose vault it is. */
export function deriveIndexName(vaultKey: Uint8Array): string {
  return hex(derive(vaultKey, "segel/1/index-name"));
}

/** Views of the list that a member has named, for the own device. Padded to 16 KiB; AAD list("saved-views", member id). */
export function sealSavedViews(views: Uint8Array, vaultKey: Uint8Array, memberId: Uint8Array): Bytes {
  return aeadSeal(vaultKey, pad(views, SAVED_VIEWS_CLASSES), list("segel/1/saved-views", memberId));
}

/** Throws `altered` for those of another member, and where they were changed. */
export function openSavedViews(sealed: Uint8Array, vaultKey: Uint8Array, memberId: Uint8Array): Uint8Array {
  return unpad(aeadOpen(vaultKey, sealed, list("segel/1/saved-views", memberId)), SAVED_VIEWS_CLASSES);
}

/** What they are called on the device: it tells nobody whose they are. */
export function savedViewsName(vaultKey: Uint8Array): string {
  return hex(derive(vaultKey, "segel/1/saved-views-name"));
}
