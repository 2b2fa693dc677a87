/** The share of reports that were followed up, by a formula that is data: the worksheet names counts, and no formula. */
import { type ShareFormula, SHARE_FORMULAS } from "../../protocol/law/counting.ts";
import { LAW } from "../../protocol/law/law.ts";
import { isIn } from "../../protocol/rules/casework.ts";

/** Where a report is now, as worksheets ask: four groups that no case is in twice. */
export const GROUPS = ["closed", "working", "archived", "referred"] as const;
export type Group = (typeof GROUPS)[number];

/** A state of a later version is being worked on. */
export function groupOf(state: string): Group {
  if (state === "referred" || state === "archived") return state;
  return isIn("ended", state) ? "closed" : "working";
}

type Formula = { readonly done: readonly Group[]; readonly of: readonly Group[] };

/** What is archived could not be followed up; what was referred is another office's to follow. */
export const FORMULAS: Readonly<Record<ShareFormula, Formula>> = {
  "closed-of-due": { done: ["closed"], of: ["closed", "working"] },
  "closed-and-referred": { done: ["closed", "referred"], of: ["closed", "referred", "working"] },
  "ended-of-received": { done: ["closed", "referred", "archived"], of: GROUPS },
};

export type Share = { readonly done: number; readonly of: number };

export function shareOf(groups: Readonly<Record<Group, number>>, formula: string): Share {
  const known = SHARE_FORMULAS.find((one) => one === formula) ?? (LAW["share-followed-up"].value as ShareFormula);
  const sum = (names: readonly Group[]) => names.reduce((total, name) => total + groups[name], 0);
  return { done: sum(FORMULAS[known].done), of: sum(FORMULAS[known].of) };
}
