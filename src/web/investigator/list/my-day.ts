/** My day: what waits for this member today, in the order in which to look at it. Each case stands once. */
import { isIn } from "../../../protocol/rules/casework.ts";
import type { ListRow } from "./list-rows.ts";

export const DAY_GROUPS = ["urgent", "due", "tasks", "fresh"] as const;
export type DayGroup = (typeof DAY_GROUPS)[number];

/** From this rank on a case is not left to the order of dates (protocol/urgency/marks.ts). */
const URGENT_RANK = 2;
/** Before every queue, whosever the case is */
const DANGER_RANK = 4;
/** Days left, in the promise's own unit, from which on one's own case belongs to today: today and the day before */
const NEAR_DAYS = 1;

/** Undefined where nothing of the case waits for this member today. */
export function dayGroupOf(row: ListRow, me: string, today: string): DayGroup | undefined {
  const { digest, urgency, next, state, unread } = row;
  const isOver = isIn("ended", state);
  const isMine = digest?.assignee === me;
  const isNobodys = (digest?.assignee ?? null) === null;
  if (urgency >= DANGER_RANK || (urgency >= URGENT_RANK && (isMine || isNobodys))) return "urgent";
  // Somebody had to leave it, and this member says who goes on.
  if (digest?.up === true && !isOver) return "due";
  const isNear = next !== undefined && next.left <= NEAR_DAYS;
  if (isMine && ((isNear && !isOver) || unread)) return "due";
  const task = digest?.tasks.next ?? null;
  if (task !== null && task <= today) return "tasks";
  return isNobodys && (isIn("new", state) || (unread && !isOver)) ? "fresh" : undefined;
}
