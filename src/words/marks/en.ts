/** Marks of urgency in English. */
import type { Translation } from "../text.ts";
import type * as id from "./id.ts";

export const MARK_NAMES: Translation<typeof id.MARK_NAMES> = {
  danger: "Danger, 24 hours",
  protection: "Protection",
  evidence: "Evidence",
  official: "Official",
  amount: "Large sum",
  ongoing: "Goes on",
  wrote: "Wrote again",
  unread: "Unopened",
};

export const MARK_REASONS: Translation<typeof id.MARK_REASONS> = {
  danger: "The reporter asks for protection within 24 hours.",
  protection: "The reporter asks for protection, or tells of threats.",
  evidence: "Evidence may soon be gone.",
  official: "A state official or a law enforcer is named.",
  amount: "The sum of {amount} reaches the limit of KPK’s competence.",
  ongoing: "It goes on, the report says.",
  wrote: "The reporter has written again, and nobody has read it here.",
  unread: "Not opened since {day}.",
};

export const MARKS_TITLE: Translation<typeof id.MARKS_TITLE> = {
  title: "Marks of urgency",
  hint: "Read from the reporter’s own words on this device. A rule can be wrong or miss something: please read.",
  inField: "{field}: “{quote}”",
  inMessage: "The reporter’s message {n}: “{quote}”",
};
