/** What a member wishes to be told by mail, and when. The mail itself says nothing (docs/decisions/0076). */

/** RFC 5321, 4.5.3.1.3: what a mail server takes, without the angle brackets. */
const MAX_ADDRESS_CHARACTERS = 254;
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

export type Wishes = {
  readonly address: string;
  /** Ascending, on full quarters; none: those of the office */
  readonly hours: readonly string[];
  /** Days of the week, Monday 1 to Sunday 7, ascending */
  readonly weekdays: readonly number[];
  /** Also on days on which the office does not work */
  readonly onDaysOff: boolean;
  /** First and last day of each leave: then no mail goes, whatever comes */
  readonly absences: readonly { readonly from: string; readonly to: string }[];
  /** A mail at each hour, also where there is nothing new: silence then tells nothing */
  readonly whenNothing: boolean;
  /** What must not wait, at the next full quarter of an hour of any day but a leave's */
  readonly urgent: boolean;
};

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

/**
 * Whether a message must not wait for the hours of the office: what its program tells the server beside the row. It is
 * said of every message, so that the length of the request tells nothing.
 */
export function urgentBit(content: { readonly kind: string; readonly urgency?: unknown }): 0 | 1 {
  const isProtection = content.kind === "protection-request" || content.kind === "protection";
  return isProtection && content.urgency === "now" ? 1 : 0;
}
