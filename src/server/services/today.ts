/** The day in UTC, "2026-11-25": what tables about reporters hold instead of a time. */
export function today(): string {
  return daysAgo(0);
}

/** The end of the day in UTC in which a second lies. */
export function midnightAfter(seconds: number): Date {
  return new Date(Math.ceil(seconds / 86_400) * 86_400_000);
}

/** The same so many days before. */
export function daysAgo(days: number): string {
  return new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);
}
