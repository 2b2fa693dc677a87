/**
 * From when until when a member's entry holds (docs/protocol.md, "Validity of members"): who is sealed to, who signs in,
 * and whom a report may have left out without saying so.
 */
import { DAY_MS } from "../encoding/day.ts";
import type { Channel, Directory, Member } from "./directory.ts";
import { isActive } from "./directory.ts";
import { CLOCK_ERROR_SECONDS } from "../limits.ts";

const CLOCK_ERROR_MS = CLOCK_ERROR_SECONDS * 1_000;
/** So many days before an entry ends people are told: time for the roots to sign the next directory. */
const WARNED_DAYS = 35;

/** Two days early are forgiven, for clocks and for who prepares: late is late. `now` in ms since 1970. */
export function isValidAt(member: Member | undefined, now: number): member is Member {
  return (
    isActive(member) && !member.isSuspended && now >= member.validFrom - CLOCK_ERROR_MS && now <= member.validUntil
  );
}

/** The last moment at which this directory is sealed under without a new statement of its stewards. */
export function holdsUntil({ expires, freshness }: Pick<Directory, "expires" | "freshness">): number {
  return Math.min(expires, freshness?.expires ?? expires);
}

/** Of these, whoever is sealed to today. */
export function validOf({ members }: Directory, ids: readonly string[], now: number): string[] {
  return ids.filter((id) => isValidAt(members.get(id), now));
}

/** A channel takes reports until it is closed, while two persons can read them. */
export function isOpen(
  directory: Directory,
  { recipients, isClosed }: Pick<Channel, "recipients" | "isClosed">,
  now: number,
): boolean {
  return !isClosed && validOf(directory, recipients, now).length >= 2;
}

/**
 * Whether there is a day on which somebody who seals under this directory leaves this member out.
 *
 * @param newest the same member as the newest directory lists them: statements on older ones are not kept
 */
export function mayBeLeftOut(
  { notBefore, expires }: Directory,
  member: Member | undefined,
  newest: Member | undefined = member,
): boolean {
  if (member === undefined) return false;
  // Suspended or removed since: on which day nobody says, so a report without this member is none that hides one.
  const hasLeft = newest !== undefined && (newest.isSuspended || newest.removedIn !== null);
  return hasLeft || member.validFrom > notBefore || member.validUntil < expires + CLOCK_ERROR_MS;
}

/** Whether a signature under this directory can be of a day on which its author's entry held. */
export function wasValidUnder({ notBefore, expires }: Directory, member: Member): boolean {
  return member.validFrom <= expires + 2 * CLOCK_ERROR_MS && member.validUntil >= notBefore - CLOCK_ERROR_MS;
}

/** Days until an entry ends, 0 on the last; undefined while that is far off, for whoever was removed, and behind the end. */
export function endsInDays(member: Member | undefined, now: number): number | undefined {
  if (!isValidAt(member, now)) return undefined;
  const days = Math.floor((member.validUntil - now) / DAY_MS);
  return days < WARNED_DAYS ? days : undefined;
}
