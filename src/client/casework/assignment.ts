/** Whose case it is: records of assignment, each judged by whose the case was before it. */
import type { Role } from "../../protocol/rules/casework.ts";
import {
  type AssignmentFault,
  type AssignmentKind,
  type AssignmentStep,
  judgeAssignment,
} from "../../protocol/records/assignment.ts";
import { Refusal } from "../refusal.ts";
import { type ReaderChange, type Readers, readersAt } from "./readers.ts";
import { type Recorded, ofKind } from "./recorded.ts";

export type Assignment = {
  /** In direction `internal` */
  readonly sequence: number;
  /** What it did, or why it has no effect */
  readonly kind: AssignmentKind | undefined;
  readonly fault: AssignmentFault | undefined;
  /** A member's id; undefined where the case was given back */
  readonly to: string | undefined;
  readonly by: string;
  readonly on: string;
  readonly reason: string;
};

export type Assignments = {
  /** Undefined where nobody ever was assigned */
  readonly now: Assignment | undefined;
  /** All that were written, oldest first, also those without an effect: shown as such (attack 71) */
  readonly all: readonly Assignment[];
  /**
   * Who had to leave it, because of an interest or because the report names them, since which nobody has it: it has moved
   * up, and a lead says who goes on
   */
  readonly movedUp: ReaderChange | undefined;
};

/** Each by who read the case when it was written: whoever was taken out of it since has it no more. */
export function foldAssignments(records: readonly Recorded[], readers: Readers): Assignments {
  const all: Assignment[] = [];
  let now: Assignment | undefined;
  for (const { sequence, author, roles, storedOn, record } of ofKind(records, "assignment")) {
    const then = readersAt(readers, sequence);
    const from = then.find((id) => id === now?.to);
    const isUp = movedUpAt(readers, now, from, sequence) !== undefined;
    const judged = judgeAssignment(stepOf({ author, roles }, record, from, then, isUp));
    const isValid = typeof judged === "string";
    const one: Assignment = {
      sequence,
      kind: isValid ? judged : undefined,
      fault: isValid ? undefined : judged.fault,
      to: record.to ?? undefined,
      by: author,
      on: storedOn,
      reason: record.reason,
    };
    all.push(one);
    if (isValid) now = one;
  }
  const to = readers.now.find((id) => id === now?.to);
  return { now: now && { ...now, to }, all, movedUp: movedUpAt(readers, now, to, Infinity) };
}

/** Of a case that nobody has: the newest removal on such a ground, if it is newer than the newest assignment. */
function movedUpAt(
  { changes }: Readers,
  now: Assignment | undefined,
  to: string | undefined,
  before: number,
): ReaderChange | undefined {
  if (to !== undefined) return undefined;
  return changes.findLast(
    ({ kind, valid, interest, sequence }) =>
      kind === "removal" && valid && interest !== null && sequence < before && sequence > (now?.sequence ?? 0),
  );
}

type Asked = { readonly to: string | null; readonly reason: string };

/** Before it is written. Throws Refusal: what others would show as without an effect is not written at all. */
export function checkAssignment(
  asked: Asked,
  member: { readonly author: string; readonly roles: readonly Role[] },
  { now, movedUp }: Pick<Assignments, "now" | "movedUp">,
  readers: readonly string[],
): void {
  const judged = judgeAssignment(stepOf(member, asked, now?.to, readers, movedUp !== undefined));
  if (typeof judged !== "string") throw new Refusal(judged.fault);
}

function stepOf(
  { author, roles }: { readonly author: string; readonly roles: readonly Role[] },
  { to, reason }: Asked,
  from: string | undefined,
  readers: readonly string[],
  movedUp: boolean,
): AssignmentStep {
  return { author, isLead: roles.includes("lead"), from, to, reason, readers, movedUp };
}
