/** Holidays of Indonesia whose date is the same each year; all others are decreed year by year, and no program knows them. */
export const FIXED_HOLIDAYS = {
  /** Day and month: "08-17" */
  days: ["01-01", "05-01", "06-01", "08-17", "12-25"],
  source: "Keppres 8/2024",
  read: "2026-11",
} as const;

export function fixedHolidaysOf(year: number): string[] {
  return FIXED_HOLIDAYS.days.map((day) => `${year}-${day}`);
}
