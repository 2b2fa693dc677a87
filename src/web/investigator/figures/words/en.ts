/** What is said of figures in English. */
import type { Translation } from "../../../../words/text.ts";
import type * as id from "./id.ts";

export const SPAN_NAMES: Translation<typeof id.SPAN_NAMES> = {
  month: "Month",
  quarter: "Quarter",
  half: "Half-year",
  year: "Year",
};

export const PERIOD_NAMES: Translation<typeof id.PERIOD_NAMES> = {
  month: "{month}",
  quarter: "Quarter {roman} of {year}",
  half: "Half-year {roman} of {year}",
  year: "Year {year}",
};

export const GROUP_NAMES: Translation<typeof id.GROUP_NAMES> = {
  closed: "Closed",
  working: "Being worked on",
  archived: "Archived, not yet actionable",
  referred: "Referred",
};

export const FORMULA_NAMES: Translation<typeof id.FORMULA_NAMES> = {
  "closed-of-due": "closed, of those closed and being worked on",
  "closed-and-referred": "closed or referred, of all but the archived",
  "ended-of-received": "closed, referred or archived, of all received",
};

export const CLAIM_NAMES: Translation<typeof id.CLAIM_NAMES> = {
  progress: "Progress can be followed",
  resolution: "Reports are resolved",
  confidentiality: "Confidentiality of the reporter",
  "non-repudiation": "Non-repudiation",
  integrated: "Integrated with another service",
  evaluated: "Evaluated",
  improved: "Improved by what evaluation found",
};

export const FIGURES: Translation<typeof id.FIGURES> = {
  title: "Summary",
  loading: "Counting …",
  listLoading: "The list of cases is still arriving; figures follow.",
  counted: {
    one: "Counted on this device from {n} case that you may read.",
    other: "Counted on this device from {n} cases that you may read.",
  },
  othersOnly:
    "Reports that were sealed to colleagues alone are not counted; how many there are nobody knows who does not read them.",

  span: "Kind of period",
  ownDays: "Days of your choice",
  earlier: "Period before",
  later: "Period after",
  from: "From",
  to: "To",
  days: "{from} – {to}",
  daysWrong:
    "The last day comes before the first, or one is missing. The figures below are still those of the period counted last.",
  channel: "Channel",
  allChannels: "All channels",
  unit: "Work unit",
  allUnits: "All work units",
  publish: "Publish figures",
  print: "Print",
  save: "Download",
  noted: "Each time is recorded and signed in your name, before the file is made.",
  law: "Rules and their sources",

  received: { one: "reports received; {before}: {n}", other: "reports received; {before}: {n}" },
  answered: "first answers on time, of {of} that have fallen due",
  answeredNone: "no first answer has fallen due yet",
  followedUp: "followed up, of {of}: {formula}",
  followedUpNone: "none to be followed up yet",
  conclusion: "calendar days, median from arrival to the end",
  conclusionNone: "none has ended yet",
  ofAll: "of {of}",

  empty: "No report was received in this period.",
  emptyHint: "Choose another period, or all channels and work units.",
  unopened: {
    one: "{n} case of this period was never opened by your account",
    other: "{n} cases of this period were never opened by your account",
  },
  unopenedText:
    "Not all of their categories, outcomes and ways of coming are known yet. Cases are opened one by one in the background; the figures complete themselves.",
  disagree: {
    one: "{n} case: the server’s record differs from what you opened",
    other: "{n} cases: the server’s record differs from what you opened",
  },
  disagreeText:
    "The day of arrival or the state that the server shows is not the one sealed in your own record, although no message has come since. The figures below follow the server, so they cannot be relied on yet. Open these cases, then tell an administrator.",
  openCase: "Open {number}",

  byMonth: "Received and ended, by month",
  byYear: "Received and ended, by year",
  month: "Month",
  year: "Year",
  columnReceived: "Received",
  columnEnded: "Ended",
  byCategory: "Received, by category",
  whereNow: { one: "Where that {n} report is now", other: "Where those {n} reports are now" },
  outcomes: { one: "Outcome of the {n} closed", other: "Outcomes of the {n} closed" },
  outcome: "Outcome",
  results: "Class of what was found",
  result: "Class",
  category: "Category",
  state: "State",
  byState: "By state today",
  way: "How it came",
  byWay: "By how it came",
  page: "Reporting page",
  byUnit: "By work unit",
  byChannel: "By channel",
  unitsLeft: { one: "Other work units ({n})", other: "Other work units ({n})" },
  total: "Total",
  number: "Number",
  share: "Share",
  shareDone: "Followed up",
  shareOf: "To be followed up",
  columnWorking: "Being worked on",
  columnClosed: "Closed",
  columnOther: "Archived or referred",
  columnMedian: "Median (calendar days)",
  notKnown: "Not known yet",
  noUnit: "Not named",
  goneChannel: "A channel that is no more",

  times: "How long it took",
  time: "From arrival to",
  timeAnswer: "First answer",
  timeVerification: "End of verification",
  timeConclusion: "End (closed or archived)",
  timeCases: "Cases",
  promises: "Deadlines",
  promise: "Deadline",
  kept: "Kept",
  missed: "Missed",
  running: "Still running",
  ages: "Still open, by age",
  agesHint: "All cases open on {day}, whenever they came.",
  age: "Age (calendar days)",
  ageBand: "{from}–{to} days",
  ageOver: "{from} days or more",
  flow: "Cases through the period",
  flowBefore: "Open when it began",
  flowReceived: "Received",
  flowEnded: "Ended",
  flowAfter: "Open when it was over",
  flowHint:
    "Open when it began + received = ended + open when it was over. A case that was reopened counts by its newest end; one that was referred is open until it is closed. A case that was discarded counts no more, in past periods neither. Letters and spoken reports count on the day they were entered.",
  about: "Reporters",
  protection: "Requests for protection",
  returned: "Reporters who wrote again",
  returnedHint: "Reporters who only read are seen by nobody.",
  fewer: "Fewer than {k}",
  allBut: "All or nearly all",
  whoCounts: "Exact numbers are for those who handle reports. What is published passes a control of its own.",
  table: "Table",
  row: "Row",
  column: "Column",
  period: "Period",
  countedOn: "Counted on {day}",
};
