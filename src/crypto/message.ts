/**
 * The outside of a message: its place in a case, and the sizes that a server can check
 * (docs/protocol.md, "The conversation"). Content and signature are inside and belong to `secret/message.ts`.
 */
import { type Bytes, list } from "./bytes.ts";
import { CryptoError } from "./errors.ts";
import { SLOT_BYTES } from "./envelope.ts";
import { MESSAGE_CLASSES, OWN_BOX_CLASSES, RECEIPT_CLASSES } from "./padding.ts";
import { AEAD_OVERHEAD_BYTES, HASH_BYTES } from "./sodium.ts";

/** `reporter` and `team` are the conversation; `internal` is never shown to the reporter. */
export const DIRECTIONS = ["reporter", "team", "internal"] as const;
export type Direction = (typeof DIRECTIONS)[number];

/** Where a message stands. Sequence starts at 1 in each direction and runs on across epochs. */
export type Context = {
  readonly caseId: Uint8Array;
  readonly direction: Direction;
  readonly epoch: number;
  readonly sequence: number;
};

/** Two slots and the commitment before the sealed content of a conversation row. */
export const CONVERSATION_OVERHEAD_BYTES = 2 * SLOT_BYTES + HASH_BYTES + AEAD_OVERHEAD_BYTES;
export const OWN_BOX_BYTES = (OWN_BOX_CLASSES[0] ?? 0) + AEAD_OVERHEAD_BYTES;
export const RECEIPT_BYTES = (RECEIPT_CLASSES[0] ?? 0) + AEAD_OVERHEAD_BYTES;

/** The only lengths that rows of a direction have, ascending. */
export function rowSizes(direction: Direction): readonly number[] {
  const overhead = direction === "internal" ? AEAD_OVERHEAD_BYTES : CONVERSATION_OVERHEAD_BYTES;
  return MESSAGE_CLASSES.map((size) => size + overhead);
}

/** list("message-context", case id, direction, epoch, sequence): stands for the prefix in slots and is the AAD. */
export function encodeContext(context: Context): Bytes {
  return list("segel/1/message-context", context.caseId, context.direction, context.epoch, context.sequence);
}

/** Throws `malformed` for a row that no client of this protocol writes. */
export function checkRowSize(direction: Direction, row: Uint8Array): void {
  if (!rowSizes(direction).includes(row.length)) throw new CryptoError("malformed");
}
