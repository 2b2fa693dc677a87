/** Days and moments as text: one spelling each, and none that does not exist. */

export const DAY_MS = 86_400_000;

const DAY = /^\d{4}-\d\d-\d\d$/u;
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/u;

/** "2026-11-25" */
export function isDay(text: string): boolean {
  return DAY.test(text) && isInstant(`${text}T00:00:00Z`);
}

/** The day in UTC at a moment (ms since 1970). */
export function dayInUtc(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}

export function addDays(day: string, days: number): string {
  return dayInUtc(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS);
}

/** "2026-11-25T08:30:00Z": RFC 3339 in UTC, whole seconds. */
export function isInstant(text: string): boolean {
  // Engines disagree about 30 February: what one takes for 2 March is no time for another, so it is none here.
  const ms = INSTANT.test(text) ? Date.parse(text) : Number.NaN;
  return !Number.isNaN(ms) && new Date(ms).toISOString() === text.replace("Z", ".000Z");
}
