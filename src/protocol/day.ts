/** Days and moments as text: one spelling each, and none that does not exist. */

const DAY = /^\d{4}-\d\d-\d\d$/u;
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/u;

/** "2026-11-25" */
export function isDay(text: string): boolean {
  return DAY.test(text) && isInstant(`${text}T00:00:00Z`);
}

/** "2026-11-25T08:30:00Z": RFC 3339 in UTC, whole seconds. */
export function isInstant(text: string): boolean {
  // Engines disagree about 30 February: what one takes for 2 March is no time for another, so it is none here.
  const ms = INSTANT.test(text) ? Date.parse(text) : Number.NaN;
  return !Number.isNaN(ms) && new Date(ms).toISOString() === text.replace("Z", ".000Z");
}
