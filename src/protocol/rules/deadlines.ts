/**
 * Counting by when something is promised, and whether it was kept. What is counted: deadline-profiles.ts. From the same
 * signed messages and days every program counts the same, the reporter's as the member's.
 */
import { DAY_MS, addDays, dayInUtc } from "../encoding/day.ts";

/** Working days are Monday to Friday without the office's days off; a month ends on the same date, or the month's last. */
export const DAY_UNITS = ["working", "calendar", "month"] as const;
export type DayUnit = (typeof DAY_UNITS)[number];

/** What happens in a case that something is counted from, or kept by. */
type Milestone =
  | "arrival"
  /** The team's first message that is more than a receipt */
  | "answer"
  /** The first status that asks the reporter, or ends verification: complete or not is told */
  | "sorted"
  /** The first status behind verification */
  | "verified"
  /** The first status that ends the case or hands it on */
  | "decided"
  /** A question that the reporter has not answered */
  | "question";

type Rule = {
  /** What it is counted from; from the day of another promise where that is not kept yet */
  readonly from: "arrival" | "question" | "first-answer" | "decision";
  /** Never for the reporter's own */
  readonly keptBy: Milestone | undefined;
  /** Whether it ends in something that only the reporter can read: owed to nobody who cannot come back */
  readonly isTold: boolean;
};

export const DEADLINE_KINDS = [
  "first-answer",
  "completeness",
  "verification",
  "feedback",
  "decision",
  "notice",
  "reporter-answer",
] as const;
export type DeadlineKind = (typeof DEADLINE_KINDS)[number];

export const DEADLINE_RULES: Readonly<Record<DeadlineKind, Rule>> = {
  "first-answer": { from: "arrival", keptBy: "answer", isTold: true },
  completeness: { from: "arrival", keptBy: "sorted", isTold: true },
  verification: { from: "arrival", keptBy: "verified", isTold: false },
  feedback: { from: "first-answer", keptBy: "verified", isTold: true },
  decision: { from: "arrival", keptBy: "decided", isTold: false },
  // A status tells the reporter on the day on which it decides.
  notice: { from: "decision", keptBy: "decided", isTold: true },
  "reporter-answer": { from: "question", keptBy: undefined, isTold: true },
};

type Length = { readonly count: number; readonly unit: DayUnit };

export type Step = Length & {
  readonly kind: DeadlineKind;
  /** Whether the time in which the reporter is asked is left out; the profile's `reporter-answer` ends that */
  readonly pauses?: boolean | undefined;
  /** Up to where the rule lets it be put off, counted from the same day */
  readonly most?: Length | undefined;
  /** The article */
  readonly source: string;
  /** Year and month, or day, in which somebody read it there */
  readonly read: string;
  /** Read in the text of the rule itself, not only in a page about it */
  readonly confirmed: boolean;
};

/** Steps are told in this order. */
type Profile = { readonly names: Readonly<Record<string, string>>; readonly steps: readonly Step[] };

/** By the name that a channel of the directory has. */
export type Profiles = Readonly<Record<string, Profile>>;

/** The steps of a profile; none for a name that nobody knows, and then nothing is promised. */
export function stepsOf(profiles: Profiles, name: string): readonly Step[] {
  return Object.hasOwn(profiles, name) ? (profiles[name]?.steps ?? []) : [];
}

/** Days on which nobody works although they are no weekend, each year with where it was published. */
export type DaysOff = Readonly<Record<string, { readonly source: string; readonly days: readonly string[] }>>;

export type Calendar = { readonly daysOff: DaysOff; readonly today: string };

/** From the day after `from` to `until`; without an end it goes on. */
export type Pause = { readonly from: string; readonly until?: string | undefined };

/** A promise put off, as the team told the reporter. */
export type Extension = { readonly deadline: string; readonly due: string; readonly on: string };

/** A next word that a status promised. */
export type Announced = { readonly on: string; readonly due: string; readonly keptOn: string | undefined };

/** What has happened in a case, by days, as far as promises follow from it. */
export type Course = {
  readonly days: Readonly<Partial<Record<Milestone, string | undefined>>> & { readonly arrival: string };
  /** The profile that the team told the reporter; the channel's where it told none */
  readonly profile: string | undefined;
  readonly pauses: readonly Pause[];
  readonly extensions: readonly Extension[];
  readonly announced: readonly Announced[];
};

export type Promised = {
  readonly kind: DeadlineKind | "news";
  /** The step of the profile; none for what a status promised */
  readonly step: Step | undefined;
  /** The day that it is counted from */
  readonly from: string;
  /** As it holds now */
  readonly due: string;
  /** As the rule counts it, before it was put off */
  readonly first: string;
  /** The newest word that puts it off */
  readonly extension: Extension | undefined;
  readonly keptOn: string | undefined;
  /** Since when the clock stands still, as it does today */
  readonly pausedSince: string | undefined;
};

/** All promises of a case, in the profile's order; those of which nothing is asked yet are left out. */
export function promisesOf(steps: readonly Step[], course: Course, { daysOff, today }: Calendar): Promised[] {
  const answerWithin = steps.find(({ kind }) => kind === "reporter-answer");
  const counted = new Map<DeadlineKind, Promised>();
  const ends = answerWithin === undefined ? [] : course.pauses.map((pause) => endOf(pause, answerWithin, daysOff));
  // A pause that goes on ends today as far as anybody can count, and at its limit for good.
  const pauses = ends.map(({ from, until }) => ({ from, until: until > today ? today : until }));
  const pausedSince = ends.find(({ isOpen, until }) => isOpen && today <= until)?.from;
  const dayOf = (from: Rule["from"]): string | undefined => {
    if (from === "arrival" || from === "question") return course.days[from];
    const before = counted.get(from);
    // Of a profile that does not have that step, the earliest that can be meant.
    return before?.keptOn ?? before?.due ?? course.days.arrival;
  };
  for (const kind of DEADLINE_KINDS) {
    const step = steps.find((one) => one.kind === kind);
    const { from: origin, keptBy } = DEADLINE_RULES[kind];
    const from = dayOf(origin);
    if (step === undefined || from === undefined) continue;
    const first = dueOn(from, step, daysOff, step.pauses === true ? pauses : []);
    const extension = course.extensions.findLast(({ deadline }) => deadline === kind);
    const keptOn = keptBy && course.days[keptBy];
    const isPaused = step.pauses === true && keptOn === undefined && extension === undefined;
    counted.set(kind, {
      kind,
      step,
      from,
      due: extension?.due ?? first,
      first,
      extension,
      keptOn,
      pausedSince: isPaused ? pausedSince : undefined,
    });
  }
  const news = course.announced.map(({ on, due, keptOn }) => ({
    kind: "news" as const,
    step: undefined,
    from: on,
    due,
    first: due,
    extension: undefined,
    keptOn,
    pausedSince: undefined,
  }));
  return [...steps.flatMap(({ kind }) => counted.get(kind) ?? []), ...news];
}

/** Who has burnt the inbox neither gives nor gets an answer; how far the work has come is promised all the same. */
export function stillOwed(promises: readonly Promised[], { burnt }: { readonly burnt: boolean }): readonly Promised[] {
  return burnt ? promises.filter(({ kind }) => kind !== "news" && !DEADLINE_RULES[kind].isTold) : promises;
}

/** Whether the day has passed, or what came came after it. */
export function isMissed({ due, keptOn, pausedSince }: Promised, today: string): boolean {
  return keptOn === undefined ? pausedSince === undefined && due < today : due < keptOn;
}

/** Whether the rule's own day had passed before it was put off: what was missed stays missed. */
export function wasPutOffLate({ first, extension }: Promised): boolean {
  return extension !== undefined && first < extension.on;
}

/** Still owed, and running: what has a next day. */
export function isRunning({ keptOn, pausedSince }: Promised): boolean {
  return keptOn === undefined && pausedSince === undefined;
}

/** The last day to which the rule lets a promise be put off; undefined where it says nothing. */
export function latestOf({ step, from }: Promised, daysOff: DaysOff): string | undefined {
  return step?.most && dueOn(from, step.most, daysOff);
}

function endOf({ from, until }: Pause, answerWithin: Step, daysOff: DaysOff) {
  const limit = dueOn(from, answerWithin, daysOff);
  const isOpen = until === undefined;
  return { from, until: isOpen || until > limit ? limit : until, isOpen };
}

/** Ten thousand cases arrived on some hundred days: each date is counted once. */
const counted = new WeakMap<DaysOff, Map<string, string>>();

/** The day that lies so long after `day` ("2025-02-03"), without the days of pauses. */
export function dueOn(day: string, length: Length, daysOff: DaysOff, pauses: readonly Pause[] = []): string {
  if (pauses.length > 0) return count(day, length, daysOff, pauses);
  const known = counted.get(daysOff) ?? new Map<string, string>();
  counted.set(daysOff, known);
  const key = `${day} ${length.count} ${length.unit}`;
  const due = known.get(key) ?? count(day, length, daysOff, []);
  known.set(key, due);
  return due;
}

function count(day: string, { count: length, unit }: Length, daysOff: DaysOff, pauses: readonly Pause[]): string {
  const isPaused = (at: string) => pauses.some(({ from, until = "" }) => from < at && at <= until);
  let due = unit === "month" ? addMonths(day, length) : day;
  // Of months, what is left to count are the days for which the clock stood still meanwhile.
  let left = unit === "month" ? daysBetween(day, due).filter(isPaused).length : length;
  while (left > 0) {
    due = addDays(due, 1);
    if (!isPaused(due) && (unit !== "working" || isWorkingDay(due, daysOff))) left--;
  }
  return due;
}

/** The same date so many months later, or the last of a month that has none: 31 January and a month is 28 February. */
function addMonths(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  const lastOf = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return dayInUtc(Date.UTC(year, month - 1 + months, Math.min(date, lastOf)));
}

/** Each day after `from` up to `to`. */
function daysBetween(from: string, to: string): string[] {
  const days: string[] = [];
  for (let at = Date.parse(`${from}T00:00:00Z`) + DAY_MS; at <= Date.parse(`${to}T00:00:00Z`); at += DAY_MS)
    days.push(dayInUtc(at));
  return days;
}

/** Days from `today` to `due`, working days where the promise counts those, else calendar days; negative once it has passed. */
export function daysLeft(today: string, due: string, unit: DayUnit, daysOff: DaysOff): number {
  if (due < today) return -daysLeft(due, today, unit, daysOff);
  if (unit !== "working") return (Date.parse(due) - Date.parse(today)) / DAY_MS;
  return daysBetween(today, due).filter((day) => isWorkingDay(day, daysOff)).length;
}

/** What days that are left are counted in: nobody says "a third of a month". */
export function unitLeft(unit: DayUnit | undefined): "working" | "calendar" {
  return unit === "working" ? "working" : "calendar";
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

function isWorkingDay(day: string, daysOff: DaysOff): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  if (weekday === 0 || weekday === 6) return false;
  return !isDayOff(day, daysOff);
}

/** Whether nobody works on a day for another reason than the weekend. */
export function isDayOff(day: string, daysOff: DaysOff): boolean {
  return daysOff[day.slice(0, 4)]?.days.includes(day) === true;
}
