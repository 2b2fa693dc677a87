/** What a row of the list says beside its promises: marks of urgency, how far up it stands, and which rows read alike. */
import { marksOfListed, urgencyOfListed } from "../../../client/member/list/listed-marks.ts";
import { daysLeft } from "../../../protocol/rules/deadlines.ts";
import { foldText } from "../../../protocol/encoding/fold.ts";
import { LIMITS } from "../../../protocol/rules/suggestions.ts";
import type { Mark } from "../../../protocol/urgency/marks.ts";
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
    const marks = marksOfListed(row, LIMITS, liesFor);
    const urgency = urgencyOfListed(row.state, marks, row.next !== undefined && row.next.left < 0);
    return { ...row, marks, urgency, isAlike: (alike.get(looks[at] ?? "") ?? 0) > 1 };
  });
}

/** What tells a row from another at a glance. */
function looksOf({ summary }: DatedRow): string {
  return summary === undefined ? "" : foldText(`${summary.title.trim()}\n${summary.unit.trim()}`);
}
