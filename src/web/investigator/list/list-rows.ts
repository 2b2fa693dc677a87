/** What a row of the list says beside its promises: marks of urgency, how far up it stands, and which rows read alike. */
import { isIn, rulesOf } from "../../../protocol/casework.ts";
import { daysLeft } from "../../../protocol/deadlines.ts";
import { foldText } from "../../../protocol/fold.ts";
import { LIMITS } from "../../../protocol/suggestions.ts";
import { type Mark, UNREAD_WORKING_DAYS, urgencyOf } from "../../../protocol/urgency/marks.ts";
import type { DatedRow, OfficeCalendar } from "./next-deadline.ts";

export type ListRow = DatedRow & {
  /** In the order of the table of marks */
  readonly marks: readonly Mark[];
  /** 0 where nothing moves the case up */
  readonly urgency: number;
  /** Another row has the same title and unit: the register number tells them apart. */
  readonly isAlike: boolean;
};

export function listRows(dated: readonly DatedRow[], { today, daysOff }: OfficeCalendar): ListRow[] {
  const lies = new Map<string, number>();
  const liesFor = (day: string): number => {
    const known = lies.get(day) ?? daysLeft(day, today, "working", daysOff);
    lies.set(day, known);
    return known;
  };
  const alike = new Map<string, number>();
  const looks = dated.map(looksOf);
  for (const look of looks) alike.set(look, (alike.get(look) ?? 0) + 1);
  return dated.map((row, at) => {
    const marks = marksOfRow(row, liesFor);
    return { ...row, marks, urgency: urgencyOfRow(row, marks), isAlike: (alike.get(looks[at] ?? "") ?? 0) > 1 };
  });
}

/** What tells a row from another at a glance. */
function looksOf({ summary }: DatedRow): string {
  return summary === undefined ? "" : foldText(`${summary.title.trim()}\n${summary.unit.trim()}`);
}

function marksOfRow(row: DatedRow, liesFor: (day: string) => number): Mark[] {
  const { digest, unread, newMessages, arrivedOn, state } = row;
  if (isIn("ended", state) && newMessages === 0) return [];
  const says = (mark: Mark) => digest?.says.includes(mark) === true;
  const isAsked = digest?.protection !== null && digest?.protection !== undefined;
  const found: Readonly<Record<Mark, boolean>> = {
    danger: digest?.protection === "now",
    protection: digest?.protection !== "now" && (isAsked || says("protection")),
    evidence: says("evidence"),
    official: says("official"),
    amount: (digest?.amount ?? 0) >= LIMITS.kpkFromIDR,
    ongoing: says("ongoing"),
    wrote: newMessages > 0,
    unread: unread && newMessages === 0 && liesFor(arrivedOn) >= UNREAD_WORKING_DAYS,
  };
  return (Object.keys(found) as Mark[]).filter((mark) => found[mark]);
}

/** What is late stands beside what is marked for a first look. */
const LATE_RANK = 1;

function urgencyOfRow({ state, next }: DatedRow, marks: readonly Mark[]): number {
  const isOver = isIn("ended", state);
  const stage = { isNew: isIn("new", state), isVerified: rulesOf(state).verified, isOver };
  const isLate = !isOver && next !== undefined && next.left < 0;
  return Math.max(urgencyOf(marks, stage), isLate ? LATE_RANK : 0);
}
