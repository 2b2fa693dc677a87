/**
 * A signed note (https://c2sp.org/signed-note): a text, a blank line, and a line a signature. Other logs and witnesses have
 * this form too, so that a program that knows nothing of this one can check ours. Signatures by keys that the reader does not
 * know are passed over; two kinds are read: Ed25519 (1) and cosignatures (4, `cosignature.ts`).
 */
import { type Bytes, concat, exactly, fromUtf8, sameBytes, utf8 } from "../../crypto/bytes.ts";
import { CryptoError } from "../../crypto/errors.ts";
import type { Sha256 } from "../../crypto/log/merkle.ts";
import { SIGNATURE_BYTES, SIGNING_KEY_BYTES, isSignedBy } from "../../crypto/sodium.ts";
import { fromBase64, toBase64 } from "../encoding/base64url.ts";

/** What a key signs, by the byte that stands before it (signed-note, "Signature types"). */
const NOTE_KINDS = { note: 1, cosignature: 4 } as const;
export type NoteKind = keyof typeof NOTE_KINDS;

export type NoteKey = {
  readonly name: string;
  readonly kind: NoteKind;
  /** Ed25519 */
  readonly publicKey: Uint8Array;
};

/** A key that signs; the secret half stays with whoever has it. */
export type NoteSigner = NoteKey & { readonly sign: (message: Uint8Array) => Uint8Array };

/** The line of a signature, read and not checked. */
export type NoteSignature = { readonly name: string; readonly keyId: Uint8Array; readonly signature: Uint8Array };

/** `text` ends with a newline, which is signed as well. */
export type Note = { readonly text: string; readonly signatures: readonly NoteSignature[] };

const KEY_ID_BYTES = 4;
/** A checkpoint has some 200 bytes; what is far longer is none of ours, nor of a log with dozens of witnesses. */
export const MAX_NOTE_BYTES = 16_384;
const MOST_SIGNATURES = 64;
const NAME = /^[^\s+\p{C}]{1,255}$/u;
const SIGNATURE_LINE = /^— (?<name>\S+) (?<bytes>\S+)$/u;
export function isNoteName(name: string): boolean {
  return NAME.test(name);
}

/** The first four bytes of SHA-256(name ‖ newline ‖ kind ‖ public key): a hint which key it was, no more. */
export function keyIdOf(sha256: Sha256, { name, kind, publicKey }: NoteKey): Bytes {
  return new Uint8Array(sha256(concat(utf8(`${name}\n`), Uint8Array.of(NOTE_KINDS[kind]), publicKey))).slice(
    0,
    KEY_ID_BYTES,
  );
}

/** A verifier key as one line: name, key id in hexadecimal, and kind and key in base64. */
export function encodeNoteKey(sha256: Sha256, key: NoteKey): string {
  const id = [...keyIdOf(sha256, key)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return `${key.name}+${id}+${toBase64(concat(Uint8Array.of(NOTE_KINDS[key.kind]), key.publicKey))}`;
}

/** Throws `malformed` for another kind of key too, and for a key id that is not of this key. */
export function parseNoteKey(sha256: Sha256, text: string): NoteKey {
  const [name = "", , encoded = "", ...more] = text.split(/\+/u).length >= 3 ? partsOf(text) : [];
  if (!isNoteName(name) || more.length > 0) throw new CryptoError("malformed");
  const bytes = exactly(fromBase64(encoded), 1 + SIGNING_KEY_BYTES);
  const kind = (Object.keys(NOTE_KINDS) as NoteKind[]).find((one) => NOTE_KINDS[one] === bytes[0]);
  if (kind === undefined) throw new CryptoError("malformed");
  const key = { name, kind, publicKey: bytes.subarray(1) };
  if (encodeNoteKey(sha256, key) !== text) throw new CryptoError("malformed");
  return key;
}

/** The base64 of a key may hold plus signs; name and key id hold none. */
function partsOf(text: string): string[] {
  const first = text.indexOf("+");
  const second = text.indexOf("+", first + 1);
  return [text.slice(0, first), text.slice(first + 1, second), text.slice(second + 1)];
}

export function encodeNote({ text, signatures }: Note): string {
  const lines = signatures.map(({ name, keyId, signature }) => `— ${name} ${toBase64(concat(keyId, signature))}\n`);
  return `${text}\n${lines.join("")}`;
}

/** Throws `malformed` for what is no note, whoever signed it. */
export function parseNote(note: string): Note {
  const end = note.lastIndexOf("\n\n");
  if (end < 0 || note.length > MAX_NOTE_BYTES || hasControls(note) || !note.endsWith("\n") || /\p{Cs}/u.test(note))
    throw new CryptoError("malformed");
  const lines = note.slice(end + 2, -1).split("\n");
  if (lines.length > MOST_SIGNATURES) throw new CryptoError("malformed");
  return { text: note.slice(0, end + 1), signatures: lines.map(parseSignature) };
}

/** Control characters of ASCII but the newline, which ends a line (signed-note, "Format"). */
function hasControls(note: string): boolean {
  return Array.prototype.some.call(note, (sign: string) => sign < " " && sign !== "\n");
}

function parseSignature(line: string): NoteSignature {
  const { name = "", bytes: encoded = "" } = SIGNATURE_LINE.exec(line)?.groups ?? {};
  const bytes = fromBase64(encoded);
  if (!isNoteName(name) || bytes.length <= KEY_ID_BYTES) throw new CryptoError("malformed");
  return { name, keyId: bytes.subarray(0, KEY_ID_BYTES), signature: bytes.subarray(KEY_ID_BYTES) };
}

/** Bytes as they came → note. Throws `malformed` for what is no UTF-8 too. */
export function parseNoteBytes(bytes: Uint8Array): Note {
  if (bytes.length > MAX_NOTE_BYTES) throw new CryptoError("malformed");
  return parseNote(fromUtf8(bytes));
}

export function signText(sha256: Sha256, text: string, signer: NoteSigner): NoteSignature {
  return { name: signer.name, keyId: keyIdOf(sha256, signer), signature: signer.sign(utf8(text)) };
}

/** Those of the signatures that say to be by this key, whatever they are worth. */
export function signaturesBy(sha256: Sha256, { signatures }: Note, key: NoteKey): NoteSignature[] {
  const id = keyIdOf(sha256, key);
  return signatures.filter(({ name, keyId }) => name === key.name && sameBytes(keyId, id));
}

/**
 * Whether this Ed25519 key has signed the note. One that says to be by this key and is not makes the note worthless, also
 * beside a right one (signed-note, "Verification").
 */
export function isNoteSignedBy(sha256: Sha256, note: Note, key: NoteKey): boolean {
  const own = signaturesBy(sha256, note, key);
  return (
    own.length > 0 &&
    own.every(
      ({ signature }) => signature.length === SIGNATURE_BYTES && isSignedBy(key.publicKey, signature, utf8(note.text)),
    )
  );
}
