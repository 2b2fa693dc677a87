/**
 * By when the law and the office's practice want something of each of the forty cases, and whether it was kept: counted day
 * by day from the table, by numbers read in the sources that are named here.
 */
import { addDays } from "../../../../src/protocol/encoding/day.ts";
import type { DeadlineKind } from "../../../../src/protocol/rules/deadlines.ts";
import type { State } from "../../../../src/protocol/rules/casework.ts";
import { type StoryCase, dayOfRound } from "./forty-cases.ts";

export type Keeping = "kept" | "missed" | "running";
type Promised = { readonly kind: DeadlineKind; readonly due: string; readonly keptOn: string | undefined };

/** LKPP's practice; PP 43/2018, pasal 9; UU 25/2009, pasal 44 ayat (3) and (4), pasal 50 ayat (1) and (2). */
const [ANSWER_WORKING, VERIFIED_WORKING] = [7, 30];
const [COMPLETE, REPORTER_ANSWERS, DECIDED, TOLD] = [14, 30, 60, 14];

const [VERIFIED, ENDED]: readonly (readonly State[])[] = [
  ["reviewing", "investigating", "referred", "closed", "archived"],
  ["referred", "closed", "archived"],
];

/** @param today on which day somebody counts */
export function keptOf(one: StoryCase, from: string, today: string): readonly { kind: DeadlineKind; is: Keeping }[] {
  return promisedTo(one, from, today).map(({ kind, due, keptOn }) => ({
    kind,
    is: keptOn === undefined ? (due < today ? "missed" : "running") : keptOn <= due ? "kept" : "missed",
  }));
}

/** Whether something is owed whose day has passed: by the office, or by the reporter who was asked. */
export function isLate(one: StoryCase, from: string, today: string): boolean {
  const pause = pauseOf(one, from, today);
  const asked = pause?.isOpen === true ? [addDays(pause.from, REPORTER_ANSWERS)] : [];
  const owed = promisedTo(one, from, today).filter(({ keptOn }) => keptOn === undefined);
  return [...asked, ...owed.map(({ due }) => due)].some((due) => due < today);
}

function promisedTo(one: StoryCase, from: string, today: string): readonly Promised[] {
  const day = (round: number) => dayOfRound(from, round);
  const arrived = day(one.arrives);
  const onceIn = (states: readonly State[] = []) => (states.includes(one.state) ? day(one.worked) : undefined);
  const isPaused = pausing(one, from, today);
  if (one.channel === "services") {
    const decided = onceIn(ENDED);
    const due = after(arrived, DECIDED, (at) => !isPaused(at));
    return [
      {
        kind: "completeness",
        due: addDays(arrived, COMPLETE),
        keptOn: onceIn(["awaiting_reporter", ...(VERIFIED ?? [])]),
      },
      { kind: "decision", due, keptOn: decided },
      { kind: "notice", due: addDays(decided ?? due, TOLD), keptOn: decided },
    ];
  }
  return [
    {
      kind: "first-answer",
      due: after(arrived, ANSWER_WORKING, isWorkingDay),
      keptOn: one.answered === undefined ? undefined : day(one.answered),
    },
    {
      kind: "verification",
      due: after(arrived, VERIFIED_WORKING, (at) => isWorkingDay(at) && !isPaused(at)),
      keptOn: onceIn(VERIFIED),
    },
  ];
}

/** So many days later, of which each is one that counts. */
function after(day: string, days: number, counts: (at: string) => boolean): string {
  let at = day;
  for (let left = days; left > 0;) {
    at = addDays(at, 1);
    if (counts(at)) left--;
  }
  return at;
}

/** The story's office has no holidays. */
function isWorkingDay(day: string): boolean {
  return !["Sat", "Sun"].some((weekday) => new Date(day).toUTCString().startsWith(weekday));
}

/** While the reporter is asked no time runs: until the answer, which comes on the same day, or for a month. */
function pauseOf({ state, worked, returns }: StoryCase, from: string, today: string) {
  if (state !== "awaiting_reporter" || returns) return undefined;
  const asked = dayOfRound(from, worked);
  const last = addDays(asked, REPORTER_ANSWERS);
  return { from: asked, until: last < today ? last : today, isOpen: true };
}

function pausing(one: StoryCase, from: string, today: string): (at: string) => boolean {
  const pause = pauseOf(one, from, today);
  return (at) => pause !== undefined && pause.from < at && at <= pause.until;
}
