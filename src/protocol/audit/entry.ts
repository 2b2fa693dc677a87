/** What a member signs of an act (docs/protocol.md, "The audit trail"); it travels in the request's `segel-act` header. */
import { type Bytes, concat, exactU32, exactly, fromUtf8, list, parseList } from "../../crypto/bytes.ts";
import { CryptoError } from "../../crypto/errors.ts";
import { ID_BYTES } from "../../crypto/id-size.ts";
import { TREE_HASH_BYTES } from "../../crypto/log/merkle.ts";
import { SIGNATURE_BYTES } from "../../crypto/sodium.ts";
import { ACT_NAME } from "./acts.ts";
import type { LogHead } from "./checkpoint.ts";

export const ACT_ID_BYTES = 16;
export const HANDLE_BYTES = 16;
/** SHA-256 */
const DETAILS_BYTES = 32;

/** The object of an act that is about no case. */
export const THE_OFFICE: Uint8Array = new Uint8Array(HANDLE_BYTES);

export type Entry = {
  /** Random: the same act twice is one act */
  readonly actId: Uint8Array;
  readonly act: string;
  /** The case's handle, or `THE_OFFICE`; never the case id */
  readonly object: Uint8Array;
  /** SHA-256 of `detailsInput` */
  readonly details: Uint8Array;
  readonly memberId: Uint8Array;
  /** The newest directory, under which the act is signed */
  readonly directoryVersion: number;
  /** The newest checkpoint of the log that the member's client has seen; size 0 where it has seen none */
  readonly seen: LogHead;
};

type Request = {
  readonly method: string;
  /** As it is sent. Its query does not count: what one says of a row, the row says, and who has the row knows no query. */
  readonly path: string;
  /** SHA-256 of the body; of nothing where there is none */
  readonly bodyHash: Uint8Array;
};

/** What the details hash is of: an act holds for what its request's address names, and for nothing else. */
export function detailsInput({ method, path, bodyHash }: Request): Bytes {
  const [address = ""] = path.split("?", 1);
  return list("segel/1/audit-details", method, address, exactly(bodyHash, DETAILS_BYTES));
}

/** list("audit", act id, act, object, details hash, member id, directory version, size and root of the checkpoint seen) */
export function encodeEntry(entry: Entry): Bytes {
  const { actId, act, object, details, memberId, directoryVersion, seen } = entry;
  if (!ACT_NAME.test(act)) throw new CryptoError("malformed");
  return list(
    "segel/1/audit",
    exactly(actId, ACT_ID_BYTES),
    act,
    exactly(object, HANDLE_BYTES),
    exactly(details, DETAILS_BYTES),
    exactly(memberId, ID_BYTES),
    directoryVersion,
    seen.size,
    exactly(seen.root, TREE_HASH_BYTES),
  );
}

/** Throws `malformed`. Its act may be one that this version does not know. */
function parseEntry(bytes: Uint8Array): Entry {
  const [actId, act, object, details, memberId, version, size, root, ...more] = parseList("segel/1/audit", bytes);
  const name = fromUtf8(act ?? new Uint8Array());
  if (more.length > 0 || !ACT_NAME.test(name)) throw new CryptoError("malformed");
  return {
    actId: exactly(actId, ACT_ID_BYTES),
    act: name,
    object: exactly(object, HANDLE_BYTES),
    details: exactly(details, DETAILS_BYTES),
    memberId: exactly(memberId, ID_BYTES),
    directoryVersion: exactU32(version),
    seen: { size: exactU32(size), root: exactly(root, TREE_HASH_BYTES) },
  };
}

/** An entry and its author's signature over it: what the header carries and the log holds. */
export type SignedEntry = Entry & { readonly entryBytes: Uint8Array; readonly signature: Uint8Array };

export const MAX_SIGNED_ENTRY_BYTES = 384;

export function encodeSignedEntry(entryBytes: Uint8Array, signature: Uint8Array): Bytes {
  return concat(entryBytes, exactly(signature, SIGNATURE_BYTES));
}

/** Throws `malformed`. Whether the signature is its author's is asked next. */
export function parseSignedEntry(bytes: Uint8Array): SignedEntry {
  if (bytes.length > MAX_SIGNED_ENTRY_BYTES || bytes.length <= SIGNATURE_BYTES) throw new CryptoError("malformed");
  const entryBytes = bytes.subarray(0, bytes.length - SIGNATURE_BYTES);
  return { ...parseEntry(entryBytes), entryBytes, signature: bytes.subarray(entryBytes.length) };
}
