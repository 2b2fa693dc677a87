/** Whose case it is: the newest assignment to somebody who reads it. */
import { type Recorded, ofKind } from "./recorded.ts";

type Assignment = {
  /** A member's id; undefined where the case was given back */
  readonly to: string | undefined;
  readonly by: string;
  readonly on: string;
  readonly reason: string;
};

export type Assignments = {
  /** Undefined where nobody ever was assigned */
  readonly now: Assignment | undefined;
  /** Records that have no effect, by sequence: to one who does not read this case (attack 71) */
  readonly invalid: readonly number[];
};

/** Who was taken out of a case had it rightly, and has it no more. */
export function foldAssignments(
  records: readonly Recorded[],
  { now, ever }: { readonly now: readonly string[]; readonly ever: readonly string[] },
): Assignments {
  const all = ofKind(records, "assignment");
  const isValid = ({ record: { to } }: (typeof all)[number]): boolean => to === null || ever.includes(to);
  const newest = all.findLast(isValid);
  return {
    now: newest && {
      to: now.find((id) => id === newest.record.to),
      by: newest.author,
      on: newest.storedOn,
      reason: newest.record.reason,
    },
    invalid: all.filter((one) => !isValid(one)).map(({ sequence }) => sequence),
  };
}
