/** What is promised next in a case, and how many days are left: told from what the list knows, without opening the case. */
import { courseOfListed } from "../../../client/member/list/listed-course.ts";
import {
  type Calendar,
  type Course,
  type DayUnit,
  type Profiles,
  type Promised,
  daysLeft,
  isRunning,
  promisesOf,
  stepsOf,
  stillOwed,
  unitLeft,
} from "../../../protocol/rules/deadlines.ts";
import type { CaseRow, SignedIn } from "../vault/messages/vault.ts";

export type NextDeadline = {
  readonly kind: Promised["kind"];
  /** "2026-12-04" */
  readonly due: string;
  readonly unit: DayUnit;
  /** Days left in that unit; below 0 once it has passed */
  readonly left: number;
};

export type DatedRow = CaseRow & { readonly next: NextDeadline | undefined };

/** Whose days are counted, and what for: the office's, as the page was built with it. */
export type OfficeCalendar = Calendar & { readonly profiles: Profiles };

/** Rows with the nearest promise of each. */
export function dateRows(
  rows: readonly CaseRow[],
  channels: SignedIn["channels"],
  calendar: OfficeCalendar,
): DatedRow[] {
  const left = new Map<string, number>();
  const leftUntil = (due: string, unit: DayUnit): number => {
    const key = `${due} ${unit}`;
    const known = left.get(key) ?? daysLeft(calendar.today, due, unit, calendar.daysOff);
    left.set(key, known);
    return known;
  };
  return rows.map((row) => {
    const running = promisesTo(row, courseOfListed(row), channels, calendar).filter(isRunning);
    const [next] = running.toSorted((a, b) => (a.due < b.due ? -1 : 1));
    if (next === undefined) return { ...row, next };
    const unit = unitLeft(next.step?.unit);
    return { ...row, next: { kind: next.kind, due: next.due, unit, left: leftUntil(next.due, unit) } };
  });
}

export function promisesTo(
  { channelId, burnt }: Pick<CaseRow, "channelId" | "burnt">,
  course: Course,
  channels: SignedIn["channels"],
  calendar: OfficeCalendar,
): readonly Promised[] {
  const profile = course.profile ?? channels.find(({ id }) => id === channelId)?.deadlines ?? "";
  return stillOwed(promisesOf(stepsOf(calendar.profiles, profile), course, calendar), { burnt });
}
