/**
 * How long a sealed file is taken, and from whom it may have been sealed for: it was made under a directory that may have
 * been replaced since (docs/protocol.md, "The sealed file").
 */
import { hex } from "../crypto/bytes.ts";
import { DAY_MS } from "./encoding/day.ts";
import type { Directory } from "./directory/directory.ts";
import { CARRIED_DAYS } from "./limits.ts";
import { isOpen } from "./directory/validity.ts";

/** ms since 1970: until then a file is taken that was sealed under this directory, whatever came after it. */
export function takenUntil({ expires }: Pick<Directory, "expires">): number {
  return expires + CARRIED_DAYS * DAY_MS;
}

/**
 * Whether it is still worth handing in: in time, its channel is there and not closed, and two of those it could be sealed
 * to read there today. Who else reads that channel now cannot open it.
 */
export function isTaken(sealed: Directory, current: Directory, channelId: Uint8Array, now: number): boolean {
  const before = sealed.channels.get(hex(channelId));
  const today = current.channels.get(hex(channelId));
  if (before === undefined || today === undefined || now > takenUntil(sealed)) return false;
  const both = today.recipients.filter((id) => before.recipients.includes(id));
  return isOpen(current, { recipients: both, isClosed: today.isClosed }, now);
}
