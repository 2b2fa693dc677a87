/** What is said about being told, in English. */
import type { Translation } from "../../../../words/text.ts";
import type * as id from "./id.ts";

type Table<Name extends keyof typeof id> = Translation<(typeof id)[Name]>;

export const NOTICES: Table<"NOTICES"> = {
  title: "Notices",
  lead: "A mail says only that there is something new: always in the same words, without number, name, count or link.",
  notOffered: "This office has set up no mail server yet. Please ask the administrator.",
  address: "Mail address",
  addressHint: "The server, and whoever keeps the office’s mail, know this address. Use one of the office.",
  addressWrong: "This does not have the form of a mail address.",
  hours: "Hours of your own",
  hoursHint:
    "May stay empty: mails then go at the office’s hours, {hours} ({zone}). Otherwise with commas between, on quarters of an hour, for example 09:30, 15:00.",
  hoursWrong: "Hours must be on quarters of an hour, at most six, for example 09:30, 15:00.",
  weekdays: "Days",
  onDaysOff: "Also on the office’s days off",
  whenNothing: "Also when there is nothing new",
  whenNothingHint: "Then whether a mail comes or not tells others nothing.",
  urgent: "What is urgent does not wait for its hour",
  urgentHint:
    "For example when a reporter asks for protection at once. The mail goes at the next quarter of an hour, whenever that is.",
  absences: "Leaves",
  absencesHint: "During a leave no mail goes, not for what is urgent either.",
  absence: "Leave {n}",
  from: "From",
  to: "Until",
  addAbsence: "Add a leave",
  removeAbsence: "Remove",
  absenceWrong: "Fill in both dates; the second must not be the earlier one.",
  save: "Save",
  saved: "Saved.",
  test: "Send a test mail",
  tested: "The mail server has taken the test mail. Look into your inbox.",
  drop: "Delete the address and stop",
  dropped: "The address is deleted. No mail goes any more.",
  failed: "Mail to you has not gone since {day}: {why}",

  browser: "In this browser",
  browserText:
    "While the desk is open, the page’s title has a dot when there is something new. The browser can also show a notification, “Segel: there is something new”, without any content.",
  browserAsk: "Allow the browser’s notifications",
  browserOn: "Allowed. To switch them off, change this site’s permission in the browser.",
  browserOff: "Refused. To allow them, change this site’s permission in the browser.",
  browserNone: "This browser shows no notifications.",

  failingTitle: "Mails that have not gone",
  failingNone: "All mails have gone.",
  failingOff: "No mail server is set up (SMTP_URL), so nobody is told by mail.",
  failingWho: "Member",
  failingWhy: "Reason",
  failingSince: "Last tried",
};

export const MAIL_FAILURE_WORDS: Table<"MAIL_FAILURE_WORDS"> = {
  unreachable: "the mail server cannot be reached",
  login: "the mail server refuses Segel’s name or password",
  "no-tls": "the mail server offers no secure connection (TLS)",
  refused: "the mail server refuses the address or the mail",
  unknown: "the reason is not known",
};

export const WEEKDAYS: Table<"WEEKDAYS"> = {
  monday: "Monday",
  tuesday: "Tuesday",
  wednesday: "Wednesday",
  thursday: "Thursday",
  friday: "Friday",
  saturday: "Saturday",
  sunday: "Sunday",
};
