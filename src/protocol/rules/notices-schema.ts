/** The form of a member's wishes, as they cross the wire and lie in the database. */
import { isDay } from "../encoding/day.ts";
import { MAX_ABSENCES, MAX_MAIL_HOURS, type Wishes, isMailAddress, isMailHour } from "./notices.ts";
import * as z from "../encoding/zod.ts";

/** Ascending, each once. */
export const mailHoursSchema = z
  .array(z.string().check(z.refine(isMailHour)))
  .check(z.maxLength(MAX_MAIL_HOURS), z.refine(isAscending));

function isAscending<Value extends string | number>(values: readonly Value[]): boolean {
  return values.every((value, at) => at === 0 || value > (values[at - 1] ?? value));
}

const day = z.string().check(z.refine(isDay));

export const wishesSchema = z.strictObject({
  address: z.string().check(z.refine(isMailAddress)),
  hours: mailHoursSchema,
  weekdays: z.array(z.int().check(z.gte(1), z.lte(7))).check(z.maxLength(7), z.refine(isAscending)),
  onDaysOff: z.boolean(),
  absences: z
    .array(z.strictObject({ from: day, to: day }).check(z.refine(({ from, to }) => from <= to)))
    .check(z.maxLength(MAX_ABSENCES)),
  whenNothing: z.boolean(),
  urgent: z.boolean(),
});

/** What was read is what the type says. */
wishesSchema satisfies { readonly _zod: { readonly output: Wishes } };
