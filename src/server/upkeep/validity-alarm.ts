/** Tells the operator's log before members' entries end: afterwards they cannot sign in, and new reports are not sealed to them. */
import type { Logger } from "pino";
import type { Directory } from "../../protocol/directory/directory.ts";
import { endsInDays, isOpen } from "../../protocol/directory/validity.ts";
import { isActive } from "../../protocol/directory/directory.ts";

/** Counts and days alone: who it is the directory says to whoever asks (`segel directory show`). */
export function tellOfEnds(log: Logger, directory: Directory, now: number): void {
  const active = [...directory.members.values()].filter(isActive);
  const ended = active.filter(({ validUntil }) => validUntil < now).length;
  const days = active.flatMap((member) => endsInDays(member, now) ?? []);
  const closed = [...directory.channels.values()].filter((channel) => !isOpen(directory, channel, now)).length;
  if (ended > 0) log.warn({ members: ended }, "entries of the directory have ended: these members cannot sign in");
  if (days.length > 0)
    log.warn({ members: days.length, days: Math.min(...days) }, "entries of the directory end soon: renew them");
  if (closed > 0) log.error({ channels: closed }, "fewer than two recipients are valid: these channels take no report");
}
