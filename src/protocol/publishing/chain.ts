/** Whether a snapshot follows those before it: by number, hash and time, and with nothing that tells two apart. */
import { hex } from "../../crypto/bytes.ts";
import { addDays } from "../encoding/day.ts";
import { daysOf } from "./period.ts";
import { type Snapshot, snapshotHashOf } from "./snapshot.ts";

/** Days between a period's end and the first day on which it may be counted: nobody sees a count move with a report. */
const DELAY_DAYS = 14;

export type ChainError =
  /** Not the number, or not the hash, of the one that comes next */
  | "not-next"
  /** It names an older directory than the one before: whoever was removed since may have signed it */
  | "older-directory"
  /** A day of this period lies in an earlier one or before it */
  | "overlaps"
  /** Its period ended a few days ago, or has not */
  | "too-early"
  /** It corrects what was never published */
  | "corrects-nothing";

/** One snapshot as it was published, and its bytes. */
export type Link = { readonly snapshot: Snapshot; readonly bytes: Uint8Array };

/** The number and hash that the next one has. */
export function nextLink(before: readonly Link[]): Pick<Snapshot, "sequence" | "previous"> {
  const last = before.at(-1);
  return last === undefined
    ? { sequence: 1, previous: "0".repeat(64) }
    : { sequence: last.snapshot.sequence + 1, previous: hex(snapshotHashOf(last.bytes)) };
}

/** Why a period cannot be the next one; undefined where it can. `counted`: the day on which it is counted. */
export function periodError(
  earlier: readonly Pick<Snapshot, "period">[],
  period: string,
  counted: string,
): ChainError | undefined {
  const { from } = daysOf(period);
  // Of two periods that share a day one could be taken from the other, so none is published that does.
  if (earlier.some((one) => daysOf(one.period).until >= from)) return "overlaps";
  return counted < countedFrom(period) ? "too-early" : undefined;
}

/** The first day on which a period may be counted. */
export function countedFrom(period: string): string {
  return addDays(daysOf(period).until, DELAY_DAYS);
}

/** `before`: all earlier ones, ascending, each looked at; undefined where the snapshot follows them. */
export function chainError(before: readonly Link[], snapshot: Snapshot): ChainError | undefined {
  const { sequence, previous } = nextLink(before);
  if (snapshot.sequence !== sequence || snapshot.previous !== previous) return "not-next";
  const earlier = before.map((link) => link.snapshot);
  if (snapshot.directory.version < (earlier.at(-1)?.directory.version ?? 0)) return "older-directory";
  if (!snapshot.corrections.every((one) => earlier.some((each) => each.sequence === one.sequence)))
    return "corrects-nothing";
  return periodError(earlier, snapshot.period, snapshot.counted);
}
