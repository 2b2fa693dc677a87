/** Marks of a listed case, and how far up it stands by them: by its digest and by what the server counts. */
import { isIn, rulesOf } from "../../../protocol/rules/casework.ts";
import { type Mark, MARKS, UNREAD_WORKING_DAYS, urgencyOf } from "../../../protocol/urgency/marks.ts";
import type { ListedCase } from "./cases.ts";

type Listed = Pick<ListedCase, "digest" | "unread" | "newMessages" | "arrivedOn" | "state">;

/** @param liesFor working days since a day */
export function marksOfListed(
  { digest, unread, newMessages, arrivedOn, state }: Listed,
  { kpkFromIDR }: { readonly kpkFromIDR: number },
  liesFor: (day: string) => number,
): Mark[] {
  if (isIn("ended", state) && newMessages === 0) return [];
  const says = (mark: Mark) => digest?.says.includes(mark) === true;
  const asked = digest?.protection ?? undefined;
  const found: Readonly<Record<Mark, boolean>> = {
    danger: asked === "now",
    protection: asked !== "now" && (asked !== undefined || says("protection")),
    evidence: says("evidence"),
    official: says("official"),
    amount: (digest?.amount ?? 0) >= kpkFromIDR,
    ongoing: says("ongoing"),
    wrote: newMessages > 0,
    unread: unread && newMessages === 0 && liesFor(arrivedOn) >= UNREAD_WORKING_DAYS,
  };
  return MARKS.filter((mark) => found[mark]);
}

/** What is late stands beside what is marked for a first look. */
const LATE_RANK = 1;

export function urgencyOfListed(state: string, marks: readonly Mark[], isLate: boolean): number {
  const isOver = isIn("ended", state);
  const stage = { isNew: isIn("new", state), isVerified: rulesOf(state).verified, isOver };
  return Math.max(urgencyOf(marks, stage), isLate && !isOver ? LATE_RANK : 0);
}
