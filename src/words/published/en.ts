/** Published figures in English. */
import type { Translation } from "../text.ts";
import { CATEGORY_NAMES, OUTCOME_NAMES, ROLE_NAMES, SOURCE_NAMES } from "../glossary/en.ts";
import type * as Indonesian from "./id.ts";

type Table<Name extends keyof typeof Indonesian> = Translation<(typeof Indonesian)[Name]>;

export const PUBLISHED_TABLES: Table<"PUBLISHED_TABLES"> = {
  channel: "By channel",
  way: "By way of reporting",
  category: "By category",
  unit: "By work unit that was reported",
  standing: "What was done with them",
  outcome: "Outcome of closed reports",
  "first-answer": "First answer",
  decision: "Decision",
  returned: "Reporters who wrote again",
};

const KEPT = {
  kept: "On time",
  missed: "Past the deadline",
  running: "Not yet due",
  none: "Without a deadline",
};

export const PUBLISHED_VALUES: Table<"PUBLISHED_VALUES"> = {
  channel: {},
  way: { page: "This reporting page", ...SOURCE_NAMES },
  category: CATEGORY_NAMES,
  unit: {},
  standing: { closed: "Closed", working: "Still worked on", archived: "Archived", referred: "Referred" },
  outcome: { ...OUTCOME_NAMES, unknown: "Not stated" },
  "first-answer": KEPT,
  decision: KEPT,
  returned: { yes: "Wrote again", no: "Did not write again" },
};

export const PUBLISHED_MEDIANS: Table<"PUBLISHED_MEDIANS"> = {
  answer: "First answer",
  verification: "Result of verification",
  conclusion: "Conclusion",
};

export const PUBLISHED_ROLES: Table<"PUBLISHED_ROLES"> = ROLE_NAMES;

export const PUBLISHED: Table<"PUBLISHED"> = {
  quarter: "Quarter {roman} of {year}",
  half: "Half-year {roman} of {year}",
  received: "Reports received",
  ended: "Cases ended",
  followedUp: "Followed up and closed",
  followedUpOf: "{done} of {of} ({percent}%)",
  fewer: "fewer than {k}",
  weeks: { one: "{n} week at most", other: "{n} weeks at most" },
  rest: "Others, not told one by one",
  value: "Value",
  count: "Number",
  share: "Share",
  before: "Before",
  period: "Period",
  table: "Table",
};

export const PUBLISHED_CHECK: Table<"PUBLISHED_CHECK"> = {
  genuine: "Genuine: figures of {period}, published on {day}, signed by {names}.",
  none: "There are no figures in this file.",
  goesOn: "The figures of the earlier file have not changed.",
  changed: "Figures of the earlier file are missing here, or have changed.",
  noFigures: "{file} is no file of figures.",
  fault: "Figures number {number} cannot be trusted: {fault}",
};

export const PUBLISHED_FAULTS: Table<"PUBLISHED_FAULTS"> = {
  malformed: "they are damaged.",
  "other-office": "the signed list that they name is none of this office's.",
  "not-signed": "no two members who may have signed them.",
  "not-next": "they do not follow the ones before; some are missing or exchanged.",
  "older-directory": "they name an older signed list than the ones before.",
  overlaps: "their period shares days with earlier ones.",
  "too-early": "they were counted before their period had been over for long enough.",
  "corrects-nothing": "they correct what was never published.",
};
