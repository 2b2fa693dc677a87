/** Quarters and half-years, for which figures are published: "2026-Q3", "2026-H2". */
import { addDays } from "../encoding/day.ts";

const PERIOD = /^(?<year>[2-9]\d{3})-(?:Q(?<quarter>[1-4])|H(?<half>[12]))$/u;

export type Days = { readonly from: string; readonly until: string };

export function isPeriod(text: string): boolean {
  return PERIOD.test(text);
}

/** Its first and its last day. */
export function daysOf(period: string): Days {
  const { year = "", quarter, half } = PERIOD.exec(period)?.groups ?? {};
  const months = quarter === undefined ? 6 : 3;
  const first = (Number(quarter ?? half) - 1) * months;
  const next = first + months;
  const nextYear = String(Number(year) + Math.floor(next / 12));
  return { from: firstOf(year, first), until: addDays(firstOf(nextYear, next % 12), -1) };
}

function firstOf(year: string, month: number): string {
  return `${year}-${String(month + 1).padStart(2, "0")}-01`;
}

/** Of the same length, directly after it. */
export function periodAfter(period: string): string {
  const [year = "", part = ""] = period.split("-");
  const [length = "", number = ""] = part;
  return part === "Q4" || part === "H2" ? `${Number(year) + 1}-${length}1` : `${year}-${length}${Number(number) + 1}`;
}

/** The half-years and quarters of a year, as one chooses among them: quarters first. */
export function periodsOf(year: number): string[] {
  return ["Q1", "Q2", "Q3", "Q4", "H1", "H2"].map((part) => `${year}-${part}`);
}
