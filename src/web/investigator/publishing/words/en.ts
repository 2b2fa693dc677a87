/** English: published figures at the desk. */
import type { Translation } from "../../../../words/text.ts";
import type * as Indonesian from "./id.ts";

type Table<Name extends keyof typeof Indonesian> = Translation<(typeof Indonesian)[Name]>;

export const PUBLISHING: Table<"PUBLISHING"> = {
  title: "Published figures",
  lead: "Figures of a quarter or a half-year are published on a page for everybody. Numbers that are too small are hidden, so that nobody can be recognised. Two members sign them; after that they cannot be changed.",
  none: "No figures have been published yet.",
  newest: {
    one: "Published last: {period}, on {day}. These are the only ones.",
    other: "Published last: {period}, on {day}. {n} in all.",
  },
  page: "Open the page for everybody",
  fault: "Figures number {number}, as the server shows them, do not match their signatures",
  faultText:
    "They and all later ones are shown neither here nor on the page for everybody. Tell who runs the server, and publish nothing new before that.",
  loading: "Figures are being checked…",
  waiting: "Waits for a second signature: {period}",
  preparedBy: "Prepared and signed by {name} on {day}. Please read the preview below: this is what everybody will see.",
  ownWaiting: "You have signed them. Another lead or a custodian needs to read and sign them too.",
  confirm: "Sign and publish",
  drop: "Take back",
  confirmed: "The figures are published.",
  dropped: "The figures were taken back. Nothing was published.",
  proposed: "The figures wait for a second member's signature.",
  nothingWaits: "No figures wait for your signature.",
  period: "Period",
  choosePeriod: "Choose a period",
  listLoading: "The list of cases is arriving; figures are counted after that.",
  corrections: "Corrections of earlier figures",
  correctionsText: "Where ticked, earlier tables that have changed enough are published again with these figures.",
  correct: "Count {period} again",
  corrected: "corrected",
  kept: "stays as it was, since it changed by too little to be told",
  same: "has not changed",
  exact: "Real numbers, and what is published",
  exactText: "The first column is for you alone. Please do not pass it on.",
  real: "Real",
  told: "Published",
  inRest: "in “others”",
  notTold: "not published",
  tableHidden: "This table is not published at all.",
  nothing: { one: "{n} other, without a report", other: "{n} others, without a report" },
  otherUnits: "Units that the office does not list",
  noMedians: "Not published, being counted from too few reports: {names}.",
  preview: "Preview of the page for everybody",
  unopened: {
    one: "You have not opened {n} case of this period yet",
    other: "You have not opened {n} cases of this period yet",
  },
  unopenedText: "Their category and outcome are not known. Please open them in the list first, then come back.",
  othersOnly: "Counted are the cases that you may open.",
  sign: "Sign, and ask for a second signature",
};

export const WHY_HIDDEN: Table<"WHY_HIDDEN"> = {
  few: "fewer than {least}",
  beside: "so that what is fewer than {least} cannot be worked out",
  before: "always with others",
};

export const PERIOD_ERRORS: Table<"PERIOD_ERRORS"> = {
  "not-next": "cannot be chosen",
  "older-directory": "cannot be chosen",
  overlaps: "is published, or some of its days are",
  "too-early": "has only just ended",
  "corrects-nothing": "cannot be chosen",
};
