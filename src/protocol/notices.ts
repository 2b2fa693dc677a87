/** What a member wishes to be told by mail, and when. The mail itself says nothing (docs/decisions/0076). */
import { isDay } from "./day.ts";
import * as z from "./zod.ts";

/** RFC 5321, 4.5.3.1.3: what a mail server takes, without the angle brackets. */
export const MAX_ADDRESS_CHARACTERS = 254;
/** More hours than that are no fixed hours any more. */
export const MAX_MAIL_HOURS = 6;
/** Leaves of a year or two. */
export const MAX_ABSENCES = 30;

/** One mailbox in plain letters (RFC 5321, 4.1.2, without quoted names): nothing that could begin another header. */
const ADDRESS = /^[\w!#$%&'*+/=?^`{|}~-]+(?:\.[\w!#$%&'*+/=?^`{|}~-]+)*@[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?$/iu;

export function isMailAddress(text: string): boolean {
  return text.length <= MAX_ADDRESS_CHARACTERS && ADDRESS.test(text);
}

/** Full quarters: what is urgent rings at these as well, so an hour of one's own stands out from nothing. */
const HOUR = /^(?:[01]\d|2[0-3]):(?:00|15|30|45)$/u;

export function isMailHour(text: string): boolean {
  return HOUR.test(text);
}

/** Ascending, each once. */
export const mailHoursSchema = z
  .array(z.string().check(z.regex(HOUR)))
  .check(z.maxLength(MAX_MAIL_HOURS), z.refine(isAscending));

function isAscending<Value extends string | number>(values: readonly Value[]): boolean {
  return values.every((value, at) => at === 0 || value > (values[at - 1] ?? value));
}

const day = z.string().check(z.refine(isDay));

export const wishesSchema = z.strictObject({
  address: z.string().check(z.refine(isMailAddress)),
  /** None: those of the office */
  hours: mailHoursSchema,
  /** Days of the week, Monday 1 to Sunday 7 */
  weekdays: z.array(z.int().check(z.gte(1), z.lte(7))).check(z.maxLength(7), z.refine(isAscending)),
  /** Also on days on which the office does not work */
  onDaysOff: z.boolean(),
  /** First and last day of each leave: then no mail goes, whatever comes */
  absences: z
    .array(z.strictObject({ from: day, to: day }).check(z.refine(({ from, to }) => from <= to)))
    .check(z.maxLength(MAX_ABSENCES)),
  /** A mail at each hour, also where there is nothing new: silence then tells nothing */
  whenNothing: z.boolean(),
  /** What must not wait, at the next full quarter of an hour of any day but a leave's */
  urgent: z.boolean(),
});
export type Wishes = z.infer<typeof wishesSchema>;

/** What somebody gets who names an address and nothing else. */
export const FIRST_WISHES: Omit<Wishes, "address"> = {
  hours: [],
  weekdays: [1, 2, 3, 4, 5],
  onDaysOff: false,
  absences: [],
  whenNothing: false,
  urgent: true,
};

/** Why a mail did not go. What the mail server said stands nowhere. */
export const MAIL_FAILURES = ["unreachable", "login", "no-tls", "refused", "unknown"] as const;
export type MailFailure = (typeof MAIL_FAILURES)[number];

/** Whether a message must not wait for the hours of the office: what its program tells the server beside the row. */
export function isUrgent(content: { readonly kind: string; readonly urgency?: unknown }): boolean {
  return (content.kind === "protection-request" || content.kind === "protection") && content.urgency === "now";
}
