/**
 * What a member declares of own interests, as it stands on the server (docs/protocol.md, "Declared interests"): what can
 * be seen of it without any key.
 */
import { type Bytes, concat, exactU32, exactly, list, parseList, readU32, u32 } from "./bytes.ts";
import { SLOT_BYTES } from "./envelope.ts";
import { CryptoError } from "./errors.ts";
import { ID_BYTES } from "./id-size.ts";
import { MAX_TEAM_SLOTS } from "./open-part.ts";
import { DECLARATION_CLASSES } from "./padding.ts";
import { type ReaderBox, takeSlots } from "./reader-box.ts";
import { AEAD_OVERHEAD_BYTES, HASH_BYTES } from "./sodium.ts";

/** Whose it is, which version, and the directory whose key signed it. */
export type DeclarationPlace = {
  readonly memberId: Uint8Array;
  /** From 1 */
  readonly version: number;
  readonly directoryVersion: number;
  readonly directoryHash: Uint8Array;
};

/** The box holds signature and content, and is always as long. */
export type Declaration = DeclarationPlace & ReaderBox & { readonly prefixBytes: Uint8Array };

/** list("declaration", member id, version, directory version, directory hash) */
export function encodeDeclarationPrefix({
  memberId,
  version,
  directoryVersion,
  directoryHash,
}: DeclarationPlace): Bytes {
  return list(
    "segel/1/declaration",
    exactly(memberId, ID_BYTES),
    version,
    directoryVersion,
    exactly(directoryHash, HASH_BYTES),
  );
}

const BOX_BYTES = Math.max(...DECLARATION_CLASSES) + AEAD_OVERHEAD_BYTES;
/** Four bytes before each field, and before the prefix. */
const PREFIX_BYTES = encodeDeclarationPrefix({
  memberId: new Uint8Array(ID_BYTES),
  version: 1,
  directoryVersion: 1,
  directoryHash: new Uint8Array(HASH_BYTES),
}).length;
export const MAX_DECLARATION_BYTES = 4 + PREFIX_BYTES + HASH_BYTES + BOX_BYTES + MAX_TEAM_SLOTS * SLOT_BYTES;

/** u32 length of the prefix ‖ prefix ‖ commitment ‖ box ‖ slots */
export function encodeDeclaration({
  prefixBytes,
  commit,
  box,
  slots,
}: Pick<Declaration, "prefixBytes" | "commit" | "box" | "slots">): Bytes {
  return concat(u32(prefixBytes.length), prefixBytes, commit, box, ...slots);
}

/** Throws `malformed` for anything that has not exactly the shape of one. */
export function inspectDeclaration(bytes: Uint8Array): Declaration {
  const length = readU32(bytes, 0);
  const slotsAt = 4 + length + HASH_BYTES + BOX_BYTES;
  const slots = takeSlots(bytes.subarray(slotsAt), MAX_TEAM_SLOTS);
  const prefixBytes = bytes.subarray(4, 4 + length);
  const [memberId, version, directoryVersion, directoryHash, ...more] = parseList("segel/1/declaration", prefixBytes);
  const number = exactU32(version);
  if (more.length > 0 || number === 0) throw new CryptoError("malformed");
  return {
    prefixBytes,
    memberId: exactly(memberId, ID_BYTES),
    version: number,
    directoryVersion: exactU32(directoryVersion),
    directoryHash: exactly(directoryHash, HASH_BYTES),
    commit: bytes.subarray(4 + length, 4 + length + HASH_BYTES),
    box: bytes.subarray(4 + length + HASH_BYTES, slotsAt),
    slots,
  };
}
