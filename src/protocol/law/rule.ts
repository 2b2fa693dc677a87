/**
 * A rule of law or of practice as data: what it says, where, who read it when, and until when it holds. What doubts there
 * are of it on a day is told here, once, so that every screen says them alike.
 */
import { isDay } from "../encoding/day.ts";

/**
 * `confirmed`: read in the text of the rule itself. `unconfirmed`: in a page about it, or known from elsewhere.
 * `recommendation`: ours, and no rule at all; an office may do otherwise.
 */
export const MARKS = ["confirmed", "unconfirmed", "recommendation"] as const;
export type Mark = (typeof MARKS)[number];

/** What a value is counted in. `code` names something that the program knows, `codes` several; `article` is one of a law that is cited. */
export const RULE_UNITS = [
  "working",
  "calendar",
  "month",
  "hour",
  "idr",
  "per-mille",
  "percent",
  "points",
  "scale",
  "count",
  "code",
  "codes",
  "article",
] as const;
type RuleUnit = (typeof RULE_UNITS)[number];

export type RuleValue = number | string | readonly number[] | readonly string[];

export type Rule<Value extends RuleValue = RuleValue> = {
  readonly value: Value;
  readonly unit: RuleUnit;
  /** Out of how many, where that is part of the rule */
  readonly of?: number;
  /** Law and article, or the page, as one cites it */
  readonly source: string;
  readonly mark: Mark;
  /** Year and month, or day, in which somebody read it there */
  readonly readOn: string;
  /** The last day on which it is in force, where one is known */
  readonly until: string | null;
  /** Codes that the program knows, where the value is one of them, or several */
  readonly choices?: readonly string[];
  /** It is changed in `office.json` alone: reporters' pages are built from that and promise by it */
  readonly inOfficeFile?: true;
};

/** Why a screen that rests on a rule says so in grey. */
export type Doubt = "ended" | "unconfirmed" | "old";

/** What tells of doubt: rules have it, and steps of deadline profiles. */
export type Read = Pick<Rule, "mark" | "readOn" | "until">;

/** @param today the day that counts, "2026-11-25" */
export function doubtOf({ mark, readOn, until }: Read, today: string): Doubt | undefined {
  if (until !== null && until < today) return "ended";
  if (mark === "unconfirmed") return "unconfirmed";
  return isOld(readOn, today) ? "old" : undefined;
}

/** Regulations move with the budget year: what nobody has read for one may have been replaced. */
function isOld(readOn: string, today: string): boolean {
  return addYear(firstDayOf(readOn)) < today;
}

/** Of a month, the first: whoever read it then may have read it on that day. */
function firstDayOf(readOn: string): string {
  return isDay(readOn) ? readOn : `${readOn}-01`;
}

/** 29 February and a year is 28 February. */
function addYear(day: string): string {
  const later = `${String(Number(day.slice(0, 4)) + 1).padStart(4, "0")}${day.slice(4)}`;
  return isDay(later) ? later : later.replace(/29$/u, "28");
}
