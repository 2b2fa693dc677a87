/** Who works on a case: the record, and who may write which. */
import { ID_BYTES } from "../../crypto/id-size.ts";
import { hexOf } from "../encoding/byte-schemas.ts";
import * as z from "../encoding/zod.ts";

const fields = {
  /** A member's id; null gives the case back to nobody */
  to: z.nullable(hexOf(ID_BYTES)),
  /** May be empty but where a case is handed over */
  reason: z.string(),
};

export const ASSIGNMENT = { written: z.strictObject(fields), read: z.object(fields) };

/** What a record does follows from its author, from whose the case is and to whom it goes: no word in it can say otherwise. */
type Row = {
  /** Whose the case is */
  readonly from: "nobody" | "author" | "anybody";
  readonly to: "author" | "nobody" | "other" | "anybody";
  readonly leadAlone?: true;
  readonly reason?: true;
};

const TABLE = {
  claim: { from: "nobody", to: "author" },
  "give-back": { from: "author", to: "nobody" },
  "hand-over": { from: "author", to: "other", reason: true },
  assign: { from: "anybody", to: "anybody", leadAlone: true },
} as const satisfies Readonly<Record<string, Row>>;

export type AssignmentKind = keyof typeof TABLE;
const ASSIGNMENT_KINDS = Object.keys(TABLE) as readonly AssignmentKind[];
const RULES: Readonly<Record<AssignmentKind, Row>> = TABLE;

/** Why an assignment has no effect. */
export type AssignmentFault =
  /** To somebody who does not read this case, or was kept from it (attack 71) */
  | "not-a-reader"
  /** The case is another's, and no lead says so */
  | "taken"
  /** Only a lead gives another person's case, or nobody's, to somebody else */
  | "lead-needed"
  | "hand-over-reason";

export type AssignmentStep = {
  readonly author: string;
  readonly isLead: boolean;
  /** Whose the case is before */
  readonly from: string | undefined;
  readonly to: string | null;
  readonly reason: string;
  /** Ids of those who read the case */
  readonly readers: readonly string[];
  /** Nobody has it since somebody had to leave it: only a lead says who goes on */
  readonly movedUp?: boolean;
};

/** What an assignment is, or why it is none. A lead's own case is handed over like anybody's, and the reason may be missing. */
export function judgeAssignment(step: AssignmentStep): AssignmentKind | { readonly fault: AssignmentFault } {
  const { author, isLead, from, to, reason, readers, movedUp = false } = step;
  if (to !== null && !readers.includes(to)) return { fault: "not-a-reader" };
  if (movedUp && !isLead) return { fault: "lead-needed" };
  const fits = (kind: AssignmentKind): boolean => {
    const row = RULES[kind];
    const isFrom = row.from === "anybody" || (row.from === "nobody" ? from === undefined : from === author);
    const whom = to === null ? "nobody" : to === author ? "author" : "other";
    return isFrom && (row.to === "anybody" || row.to === whom) && (isLead || row.leadAlone !== true);
  };
  const fitting = ASSIGNMENT_KINDS.filter(fits);
  const kind = fitting.find((one) => RULES[one].reason !== true || reason.trim() !== "");
  if (kind !== undefined) return kind;
  if (fitting.length > 0) return { fault: "hand-over-reason" };
  return { fault: to === author ? "taken" : "lead-needed" };
}
