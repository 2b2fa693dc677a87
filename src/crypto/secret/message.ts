/** Messages: signed inside, sealed outside (docs/protocol.md, "The conversation"). */
import { type Bytes, concat, exactU32, exactly, fromUtf8, list, parseList, readU32, sameBytes, u32 } from "../bytes.ts";
import { SLOT_BYTES } from "../envelope.ts";
import { CryptoError } from "../errors.ts";
import { CASE_ID_BYTES, ID_BYTES } from "../id-size.ts";
import { type Context, checkRowSize, encodeContext } from "../message.ts";
import { MESSAGE_CLASSES, pad, unpad } from "../padding.ts";
import {
  HASH_BYTES,
  KEY_BYTES,
  SIGNATURE_BYTES,
  SIGNING_KEY_BYTES,
  aeadOpen,
  aeadSeal,
  derive,
  equal,
  hash,
  isSignedBy,
  randomBytes,
} from "../sodium.ts";
import { type SealingKeyPair, type SigningKeyPair, sign } from "./keys.ts";
import type { ChainPoint } from "./receipt.ts";
import { makeThrowAwayKey, openSlot, sealSlot } from "./slot.ts";

/** Random, so that the hash that chains messages tests no guessed text. */
const SALT_BYTES = 16;

/** What an author signs. */
export type Statement = {
  readonly context: Context;
  /** Hash of the signed list before it in this direction; the head hash for sequence 1 */
  readonly previous: Uint8Array;
  /** Newest message seen of `reporter` (in `reporter`: of `team`) */
  readonly acknowledged: ChainPoint;
  readonly directoryVersion: number;
  readonly directoryHash: Uint8Array;
  /** Member id (16 bytes), or the reporter's auth public key (32 bytes) */
  readonly signer: Uint8Array;
  readonly kind: string;
  readonly content: Uint8Array;
};

/** A statement as it stands inside a row: the signed list and the signature over it. */
export type SignedStatement = { readonly signedList: Bytes; readonly signature: Bytes; readonly hash: Bytes };

export function signStatement(statement: Statement, author: SigningKeyPair): SignedStatement {
  const { context, acknowledged } = statement;
  const signedList = list(
    "segel/1/message-signature",
    context.caseId,
    context.direction,
    context.epoch,
    context.sequence,
    statement.previous,
    acknowledged.sequence,
    acknowledged.hash,
    statement.directoryVersion,
    statement.directoryHash,
    statement.signer,
    statement.kind,
    statement.content,
    randomBytes(SALT_BYTES),
  );
  return { signedList, signature: sign(author, signedList), hash: hash("segel/1/message", signedList) };
}

/** u32 length ‖ signed list ‖ signature, padded. */
function encodeSigned({ signedList, signature }: SignedStatement): Bytes {
  return pad(concat(u32(signedList.length), signedList, signature), MESSAGE_CLASSES);
}

/** Splits a padded statement into its signed list and signature. */
function splitSigned(padded: Uint8Array): { signedList: Uint8Array; signature: Uint8Array; fields: Uint8Array[] } {
  const plaintext = unpad(padded, MESSAGE_CLASSES);
  const length = readU32(plaintext, 0);
  if (plaintext.length !== 4 + length + SIGNATURE_BYTES) throw new CryptoError("malformed");
  const signedList = plaintext.subarray(4, 4 + length);
  const fields = parseList("segel/1/message-signature", signedList);
  if (fields.length !== 13) throw new CryptoError("malformed");
  return { signedList, signature: plaintext.subarray(4 + length), fields };
}

/** Which directory a statement says its author used: the one that names the author's key. Not verified yet. */
export function claimedDirectory(padded: Uint8Array): { version: number; hash: Uint8Array } {
  const { fields } = splitSigned(padded);
  return { version: exactU32(fields[7]), hash: exactly(fields[8], HASH_BYTES) };
}

export type ReadStatement = Statement & { readonly hash: Bytes };

/**
 * Reads what a row holds. `signingKeyOf` names the key of a signer, or undefined for one who must not sign here.
 * Throws `altered` for a wrong signature, an unknown signer or a statement made for another place.
 */
export function readStatement(
  padded: Uint8Array,
  context: Context,
  signingKeyOf: (signer: Uint8Array) => Uint8Array | undefined,
): ReadStatement {
  const { signedList, signature, fields } = splitSigned(padded);
  const signer = fields[9] ?? new Uint8Array();
  if (signer.length !== ID_BYTES && signer.length !== SIGNING_KEY_BYTES) throw new CryptoError("malformed");
  const key = signingKeyOf(signer);
  if (key === undefined || !isSignedBy(key, signature, signedList)) throw new CryptoError("altered");
  exactly(fields[12], SALT_BYTES);
  const inPlace =
    sameBytes(exactly(fields[0], CASE_ID_BYTES), context.caseId) &&
    fromUtf8(fields[1] ?? new Uint8Array()) === context.direction &&
    exactU32(fields[2]) === context.epoch &&
    exactU32(fields[3]) === context.sequence;
  if (!inPlace) throw new CryptoError("altered");
  return {
    context,
    previous: exactly(fields[4], HASH_BYTES),
    acknowledged: { sequence: exactU32(fields[5]), hash: exactly(fields[6], HASH_BYTES) },
    directoryVersion: exactU32(fields[7]),
    directoryHash: exactly(fields[8], HASH_BYTES),
    signer,
    kind: fromUtf8(fields[10] ?? new Uint8Array()),
    content: fields[11] ?? new Uint8Array(),
    hash: hash("segel/1/message", signedList),
  };
}

export type ConversationReaders = {
  /** Public key of the team pair of the epoch */
  readonly team: Uint8Array;
  /** The reporter's reply key; undefined in the reporter's own messages, which the words must not open */
  readonly reply: Uint8Array | undefined;
};

/**
 * A row of `reporter` or `team`: slot for the team ‖ slot for the reply key (or a dummy) ‖ commitment ‖ AEAD.
 * The thread key takes part in the message key: who was not given the case cannot write to its reporter (attack 16).
 */
export function sealConversation(
  signed: SignedStatement,
  context: Context,
  readers: ConversationReaders,
  threadKey: Uint8Array,
): Bytes {
  const place = encodeContext(context);
  const messageSecret = randomBytes(KEY_BYTES);
  const first = sealSlot(place, readers.team, messageSecret);
  const second =
    readers.reply === undefined
      ? sealSlot(place, makeThrowAwayKey(), randomBytes(KEY_BYTES))
      : sealSlot(place, readers.reply, messageSecret);
  const key = deriveMessageKey(messageSecret, threadKey, place, first, second);
  return concat(
    first,
    second,
    derive(key, "segel/1/message-commit", place),
    aeadSeal(key, encodeSigned(signed), place),
  );
}

export type ConversationReader = { readonly as: "team" | "reply"; readonly keys: SealingKeyPair };

/** The padded signed statement of a row. Throws `altered` when it does not open here, under these keys. */
export function openConversation(
  row: Uint8Array,
  context: Context,
  reader: ConversationReader,
  threadKey: Uint8Array,
): Bytes {
  checkRowSize(context.direction, row);
  const place = encodeContext(context);
  const first = row.subarray(0, SLOT_BYTES);
  const second = row.subarray(SLOT_BYTES, 2 * SLOT_BYTES);
  const commitment = row.subarray(2 * SLOT_BYTES, 2 * SLOT_BYTES + HASH_BYTES);
  const messageSecret = openSlot(place, reader.keys, reader.as === "team" ? first : second);
  const key = deriveMessageKey(messageSecret, threadKey, place, first, second);
  // Checked first: the cipher does not commit to its key, one row could say two things (attack 82).
  if (!equal(derive(key, "segel/1/message-commit", place), commitment)) throw new CryptoError("altered");
  return aeadOpen(key, row.subarray(2 * SLOT_BYTES + HASH_BYTES), place);
}

function deriveMessageKey(
  messageSecret: Uint8Array,
  threadKey: Uint8Array,
  place: Uint8Array,
  first: Uint8Array,
  second: Uint8Array,
): Bytes {
  // derive() checks the length of the key; the thread key is a field, so it is checked here (attack 77).
  if (!(threadKey instanceof Uint8Array) || threadKey.length !== KEY_BYTES) throw new CryptoError("bad-key");
  return derive(messageSecret, "segel/1/message-key", threadKey, place, first, second);
}

/** A row of `internal`: AEAD under derive(team secret, "internal-key", context). */
export function sealInternal(signed: SignedStatement, context: Context, teamSecret: Uint8Array): Bytes {
  const place = encodeContext(context);
  return aeadSeal(derive(teamSecret, "segel/1/internal-key", place), encodeSigned(signed), place);
}

export function openInternal(row: Uint8Array, context: Context, teamSecret: Uint8Array): Bytes {
  checkRowSize("internal", row);
  const place = encodeContext(context);
  return aeadOpen(derive(teamSecret, "segel/1/internal-key", place), row, place);
}
