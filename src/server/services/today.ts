/** The day in UTC, "2026-11-25": what tables about reporters hold instead of a time. */
export function today(): string {
  return new Date().toISOString().slice(0, 10);
}
