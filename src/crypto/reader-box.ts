/** What several readers open, as it stands on the server (docs/protocol.md, "Declared interests", "Office documents"). */
import { SLOT_BYTES } from "./envelope.ts";
import { CryptoError } from "./errors.ts";
import { teamSlotsFor } from "./open-part.ts";

export type ReaderBox = {
  /** Derived from the key in the slots: whoever opens one reads what all others read */
  readonly commit: Uint8Array;
  readonly box: Uint8Array;
  readonly slots: readonly Uint8Array[];
};

/** Slots one behind the other. Throws `malformed` for a number of them that nobody seals. */
export function takeSlots(bytes: Uint8Array, most: number): Uint8Array[] {
  const count = bytes.length / SLOT_BYTES;
  if (!Number.isInteger(count) || count < 1 || count > most || teamSlotsFor(count, most) !== count)
    throw new CryptoError("malformed");
  return Array.from({ length: count }, (_, at) => bytes.subarray(at * SLOT_BYTES, (at + 1) * SLOT_BYTES));
}
