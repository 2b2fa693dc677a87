/**
 * What an office promises and by when. Deadlines change by regulation: they are data with a source, and a channel of
 * the signed directory names its profile.
 */
export type DeadlineKind = "first-answer" | "verification" | "reporter-answer";
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

const DAY_MS = 86_400_000;

/**
 * The day that lies so many days after `day` ("2025-02-03"). Working days are Monday to Friday: a calendar of public
 * holidays is not among the data yet, so a screen that shows such a date says that holidays are not counted.
 */
export function dueOn(day: string, { days, unit }: Pick<Deadline, "days" | "unit">): string {
  let at = Date.parse(`${day}T00:00:00Z`);
  for (let left = days; left > 0;) {
    at += DAY_MS;
    if (unit === "calendar" || isWorkingDay(at)) left--;
  }
  return dayOf(at);
}

/** Days from `today` to `due`, in the deadline's own unit; negative once it has passed. */
export function daysLeft(today: string, due: string, unit: DayUnit): number {
  if (due < today) return -daysLeft(due, today, unit);
  let count = 0;
  const end = Date.parse(`${due}T00:00:00Z`);
  for (let at = Date.parse(`${today}T00:00:00Z`) + DAY_MS; at <= end; at += DAY_MS) {
    if (unit === "calendar" || isWorkingDay(at)) count++;
  }
  return count;
}

/** The day on this device's clock and in its place, "2025-02-03". */
export function todayHere(now = new Date()): string {
  return dayOf(now.getTime() - now.getTimezoneOffset() * 60_000);
}

function isWorkingDay(ms: number): boolean {
  const weekday = new Date(ms).getUTCDay();
  return weekday !== 0 && weekday !== 6;
}

function dayOf(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}
