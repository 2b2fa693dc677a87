import { type TimeZone, UTC, dayAt } from "../../protocol/time-zone.ts";

/** One process serves one office: main.ts says whose days it counts, before anything is stored. */
let place = UTC;

export function countDaysIn(zone: TimeZone): void {
  place = zone;
}

/** The office's day, "2026-11-25": what tables about reporters hold instead of a time. */
export function today(): string {
  return daysAgo(0);
}

/** The end of the day in UTC in which a second lies. */
export function midnightAfter(seconds: number): Date {
  return new Date(Math.ceil(seconds / 86_400) * 86_400_000);
}

/** The same so many days before. */
export function daysAgo(days: number): string {
  const ms = Date.parse(`${dayAt(Date.now(), place)}T00:00:00Z`) - days * 86_400_000;
  return new Date(ms).toISOString().slice(0, 10);
}
