/**
 * What an office promises and by when. Deadlines change by regulation: they are data with a source, and a channel of
 * the signed directory names its profile.
 */
import type { DeadlineKind } from "../../protocol/casework.ts";
import { DAY_MS, dayInUtc } from "../../protocol/day.ts";

export type DayUnit = "working" | "calendar";

export type Deadline = {
  readonly kind: DeadlineKind;
  readonly days: number;
  readonly unit: DayUnit;
  readonly source: string;
};

const ZI: readonly Deadline[] = [
  { kind: "first-answer", days: 7, unit: "working", source: "practice of LKPP, wbs.lkpp.go.id, read 2025" },
  { kind: "verification", days: 30, unit: "working", source: "PP 43/2018, pasal 9" },
  { kind: "reporter-answer", days: 30, unit: "calendar", source: "UU 25/2009, pasal 44 ayat (4)" },
];

const PROFILES: Readonly<Record<string, readonly Deadline[]>> = { zi: ZI };

/** The deadlines of a profile; none for a name that this release does not know, and then none is promised. */
export function deadlinesOf(profile: string): readonly Deadline[] {
  return Object.hasOwn(PROFILES, profile) ? (PROFILES[profile] ?? []) : [];
}

/** Days on which nobody works although they are no weekend, each year with where it was published. */
export type DaysOff = Readonly<Record<string, { readonly source: string; readonly days: readonly string[] }>>;

/** The day that lies so many days after `day` ("2025-02-03"). Working days are Monday to Friday without days off. */
export function dueOn(day: string, { days, unit }: Pick<Deadline, "days" | "unit">, daysOff: DaysOff): string {
  let at = Date.parse(`${day}T00:00:00Z`);
  for (let left = days; left > 0;) {
    at += DAY_MS;
    if (unit === "calendar" || isWorkingDay(at, daysOff)) left--;
  }
  return dayInUtc(at);
}

/** Days from `today` to `due`, in the deadline's own unit; negative once it has passed. */
export function daysLeft(today: string, due: string, unit: DayUnit, daysOff: DaysOff): number {
  if (due < today) return -daysLeft(due, today, unit, daysOff);
  let count = 0;
  const end = Date.parse(`${due}T00:00:00Z`);
  for (let at = Date.parse(`${today}T00:00:00Z`) + DAY_MS; at <= end; at += DAY_MS) {
    if (unit === "calendar" || isWorkingDay(at, daysOff)) count++;
  }
  return count;
}

/** Calendar days since a day; none for one that is yet to come. */
export function daysSince(day: string, today: string): number {
  return Math.max(0, (Date.parse(today) - Date.parse(day)) / DAY_MS);
}

/** The years from `day` to `due` whose days off nobody has told us: there a date in working days is too early. */
export function uncountedYears(day: string, due: string, daysOff: DaysOff): string[] {
  const [first, last] = [Number(day.slice(0, 4)), Number(due.slice(0, 4))];
  const years = Array.from({ length: last - first + 1 }, (_, index) => String(first + index));
  return years.filter((year) => !Object.hasOwn(daysOff, year));
}

function isWorkingDay(ms: number, daysOff: DaysOff): boolean {
  const weekday = new Date(ms).getUTCDay();
  if (weekday === 0 || weekday === 6) return false;
  const day = dayInUtc(ms);
  return daysOff[day.slice(0, 4)]?.days.includes(day) !== true;
}
