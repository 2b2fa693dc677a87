/**
 * What everybody may know of an office beside its directory: pieces of `office.json`, which is built into the pages
 * (`web/shared/office.ts` reads the whole of it), and which is proposed first where an office is founded.
 */
import { isDay } from "./encoding/day.ts";
import { MAX_TITLE_CODE_POINTS, codePoints } from "./limits.ts";
import { isTimeZone } from "./encoding/time-zone.ts";
import * as z from "./encoding/zod.ts";

/** A report takes a unit of so many code points, so no name in the list may be longer. One line, shown as it is. */
export const officeName = z.string().check(
  z.refine((text) => text.trim() === text && text !== "" && codePoints(text) <= MAX_TITLE_CODE_POINTS),
  z.refine((text) => !/\p{C}|\p{Zl}|\p{Zp}/u.test(text)),
);

export const officeUnit = z.strictObject({
  name: officeName,
  /** What people call it: short forms, a former name */
  aliases: z.optional(z.array(officeName)),
});

export const officeZone = z.string().check(z.refine(isTimeZone));

/** A year that is not named here is a year whose holidays nobody counts. */
export const daysOffByYear = z.record(
  z.string().check(z.regex(/^\d{4}$/u)),
  z.strictObject({ source: officeName, days: z.array(z.string().check(z.refine(isDay))) }),
);

/** The first unit whose name another one has, however it is written. */
export function unitTwice(units: readonly { readonly name: string }[]): string | undefined {
  const names = units.map(({ name }) => name.toLowerCase());
  return names.find((name, index) => names.indexOf(name) !== index);
}

/** The first day off that does not lie in the year under which it stands. */
export function strayDayOff(daysOff: z.infer<typeof daysOffByYear>): { year: string; day: string } | undefined {
  for (const [year, { days }] of Object.entries(daysOff)) {
    const day = days.find((each) => !each.startsWith(`${year}-`));
    if (day !== undefined) return { year, day };
  }
  return undefined;
}
