/** ISO/IEC 7816-4 padding to fixed classes, so that a size on the wire names a class and not a length. */
import { type Bytes } from "./bytes.ts";
import { CryptoError } from "./errors.ts";

/** Body of a report: 16, 64, 256 KiB or 1 MiB (protocol: report envelope, 6). */
export const BODY_CLASSES: readonly number[] = [16_384, 65_536, 262_144, 1_048_576];
/** A message of either direction: 4, 16, 64 or 256 KiB (protocol: the conversation). */
export const MESSAGE_CLASSES: readonly number[] = [4_096, 16_384, 65_536, 262_144];
/** Title, category and unit (report envelope, 5). */
export const SUMMARY_CLASSES: readonly number[] = [1_024];
/** The identity, empty or not (report envelope, 8). */
export const IDENTITY_CLASSES: readonly number[] = [4_096];
/** The receipt (report envelope, 9). */
export const RECEIPT_CLASSES: readonly number[] = [4_096];
/** What a member's list knows of a case (protocol: wraps). */
export const DIGEST_CLASSES: readonly number[] = [512];
/** What a member declares of own interests, with its signature: one size, whatever it is. */
export const DECLARATION_CLASSES: readonly number[] = [16_384];
/** What an office writes for itself and seals: 16, 64 or 256 KiB. */
export const OFFICE_DOCUMENT_CLASSES: readonly number[] = [16_384, 65_536, 262_144];
/** Views of the list that a member has named: one size, whatever they are. */
export const SAVED_VIEWS_CLASSES: readonly number[] = [16_384];
/** The own box: 256 bytes sealed, so 216 padded (report envelope, 9). */
export const OWN_BOX_CLASSES: readonly number[] = [216];

/** A share of the recovery key or its lock, handed over: one size, whichever it is. */
export const RECOVERY_PART_CLASSES: readonly number[] = [64];

const MARK = 0x80;

/**
 * Plaintext, 0x80, zeros: as long as the smallest class strictly longer than the plaintext.
 * Throws `too-long` when no class is.
 */
export function pad(plaintext: Uint8Array, classes: readonly number[]): Bytes {
  const size = classes.find((candidate) => candidate > plaintext.length);
  if (size === undefined) throw new CryptoError("too-long");
  const out = new Uint8Array(size);
  out.set(plaintext);
  out[plaintext.length] = MARK;
  return out;
}

/** The plaintext, as a view. Throws `malformed` when the length is none of the classes or the mark is missing. */
export function unpad(padded: Uint8Array, classes: readonly number[]): Uint8Array {
  if (!classes.includes(padded.length)) throw new CryptoError("malformed");
  let end = padded.length - 1;
  while (end >= 0 && padded[end] === 0) end--;
  if (end < 0 || padded[end] !== MARK) throw new CryptoError("malformed");
  // A longer class than needed would be a second encoding of one plaintext.
  const smaller = classes.filter((candidate) => candidate < padded.length);
  if (smaller.some((candidate) => candidate > end)) throw new CryptoError("malformed");
  return padded.subarray(0, end);
}
