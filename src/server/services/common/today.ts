import { DAY_MS, addDays } from "../../../protocol/encoding/day.ts";
import { type TimeZone, UTC, clockAt, dayAt } from "../../../protocol/encoding/time-zone.ts";

/** One process serves one office: main.ts says whose days it counts, before anything is stored. */
let place = UTC;

export function countDaysIn(zone: TimeZone): void {
  place = zone;
}

export function officeZone(): TimeZone {
  return place;
}

/** The office's day, "2026-11-25": what tables about reporters hold instead of a time. */
export function today(): string {
  return daysAgo(0);
}

/** Mails go at full quarters of an hour alone: coarse enough that they tell no moment. */
const QUARTER_MS = 900_000;

/** The full quarter of an hour at or before a moment; all zones of today lie whole quarters apart. */
export function quarterAt(ms: number): number {
  return Math.floor(ms / QUARTER_MS) * QUARTER_MS;
}

/** Day and hour of the office at a moment, "2026-11-25" and "08:15". */
export function hourAt(ms: number): { readonly day: string; readonly hour: string } {
  return { day: dayAt(ms, place), hour: clockAt(ms, place) };
}

/** The end of the day in UTC in which a second lies. */
export function midnightAfter(seconds: number): Date {
  return new Date(Math.ceil((seconds * 1_000) / DAY_MS) * DAY_MS);
}

/** The same so many days before. */
export function daysAgo(days: number): string {
  return addDays(dayAt(Date.now(), place), -days);
}
