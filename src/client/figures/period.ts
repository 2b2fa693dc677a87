/** Periods that figures are made for: days of the office, first and last included. Days are text, so no clock moves them. */
import { DAY_MS, addDays, dayInUtc } from "../../protocol/encoding/day.ts";

export type Period = { readonly from: string; readonly to: string };

/** Lengths in months of what people name by a year and a number. */
const SPANS = { month: 1, quarter: 3, half: 6, year: 12 } as const;
export type Span = keyof typeof SPANS;
export const SPAN_NAMES = Object.keys(SPANS) as readonly Span[];

/** The one of a span in which a day lies. */
export function periodAt(span: Span, day: string): Period {
  const months = SPANS[span];
  const first = Math.floor(monthOf(day) / months) * months;
  return { from: firstOf(yearOf(day), first), to: addDays(firstOf(yearOf(day), first + months), -1) };
}

/** The same length directly before: a span before a span, else as many days. */
export function before(period: Period): Period {
  const span = spanOf(period);
  if (span !== undefined) return periodAt(span, addDays(period.from, -1));
  return { from: addDays(period.from, -daysIn(period)), to: addDays(period.from, -1) };
}

/** Directly after a span. */
export function after(period: Period): Period {
  const span = spanOf(period);
  if (span !== undefined) return periodAt(span, addDays(period.to, 1));
  return { from: addDays(period.to, 1), to: addDays(period.to, daysIn(period)) };
}

/** What people call a period, and its number in the year: quarter 2. Undefined for days of somebody's choice. */
export function spanOf({ from, to }: Period): Span | undefined {
  return SPAN_NAMES.find((span) => {
    const whole = periodAt(span, from);
    return whole.from === from && whole.to === to;
  });
}

/** 1 to 12, 1 to 4, 1 or 2, 1. */
export function numberOf(span: Span, { from }: Period): number {
  return Math.floor(monthOf(from) / SPANS[span]) + 1;
}

export function isWithin(day: string, { from, to }: Period): boolean {
  return from <= day && day <= to;
}

export function daysIn({ from, to }: Period): number {
  return (Date.parse(to) - Date.parse(from)) / DAY_MS + 1;
}

/** The months that a period touches, each cut to it: what lies in the period lies in exactly one. */
export function monthsIn({ from, to }: Period): Period[] {
  const months: Period[] = [];
  for (let day = from; day <= to; day = addDays(periodAt("month", day).to, 1)) {
    const { to: last } = periodAt("month", day);
    months.push({ from: day, to: last < to ? last : to });
  }
  return months;
}

function yearOf(day: string): number {
  return Number(day.slice(0, 4));
}

/** January is 0. */
function monthOf(day: string): number {
  return Number(day.slice(5, 7)) - 1;
}

function firstOf(year: number, month: number): string {
  return dayInUtc(Date.UTC(year, month, 1));
}
