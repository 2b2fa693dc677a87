/** What is promised next in a case, and how many days are left: told from what the list knows, without opening the case. */
import { type DeadlineKind, rulesOf } from "../../../protocol/casework.ts";
import { type DayUnit, type DaysOff, type Deadline, daysLeft, deadlinesOf, dueOn } from "../../shared/deadlines.ts";
import type { CaseRow, SignedIn } from "../vault/vault-messages.ts";

export type NextDeadline = {
  readonly kind: DeadlineKind;
  /** "2026-12-04" */
  readonly due: string;
  readonly unit: DayUnit;
  /** Days left in that unit; below 0 once it has passed */
  readonly left: number;
};

export type DatedRow = CaseRow & { readonly next: NextDeadline | undefined };

export type Calendar = { readonly daysOff: DaysOff; readonly today: string };

/** Rows with the nearest promise of each. Ten thousand cases arrived on some hundred days: each date is counted once. */
export function dateRows(
  rows: readonly CaseRow[],
  channels: SignedIn["channels"],
  { daysOff, today }: Calendar,
): DatedRow[] {
  const counted = new Map<string, NextDeadline>();
  const count = (from: string, deadline: Deadline): NextDeadline => {
    const { kind, days, unit } = deadline;
    const key = `${from} ${kind} ${days} ${unit}`;
    let next = counted.get(key);
    if (next === undefined) {
      const due = dueOn(from, deadline, daysOff);
      next = { kind, due, unit, left: daysLeft(today, due, unit, daysOff) };
      counted.set(key, next);
    }
    return next;
  };
  const profiles = new Map(channels.map(({ id, deadlines }) => [id, deadlinesOf(deadlines)]));
  return rows.map((row) => {
    const running = (profiles.get(row.channelId) ?? []).filter((deadline) => isRunning(deadline, row));
    const dates = running.map((deadline) =>
      count(deadline.kind === "reporter-answer" ? row.stateOn : row.arrivedOn, deadline),
    );
    return { ...row, next: dates.toSorted((a, b) => (a.due < b.due ? -1 : 1))[0] };
  });
}

/** Who has burnt the inbox neither gives nor gets an answer; how far the work has come is promised all the same. */
const TO_REPORTER: readonly DeadlineKind[] = ["first-answer", "reporter-answer"];

function isRunning({ kind }: Deadline, { state, answers, burnt }: CaseRow): boolean {
  if (burnt && TO_REPORTER.includes(kind)) return false;
  return rulesOf(state).deadlines.includes(kind) && !(kind === "first-answer" && answers > 0);
}
