/** English: the page of published figures. */
import type { Translation } from "../../../../words/text.ts";
import type * as Indonesian from "../id/figures.ts";

export {
  PUBLISHED,
  PUBLISHED_MEDIANS,
  PUBLISHED_ROLES,
  PUBLISHED_TABLES,
  PUBLISHED_VALUES,
} from "../../../../words/published/en.ts";

export const FIGURES: Translation<(typeof Indonesian)["FIGURES"]> = {
  loading: "Figures are being fetched and checked…",
  none: "No figures have been published yet.",
  genuine: "The signatures are right",
  genuineMeans:
    "Your browser has checked them: two members of {office} signed these figures, and nothing has changed since. The server cannot alter them.",
  notGenuine: "These figures cannot be trusted",
  notGenuineMeans:
    "What the server shows as figures number {number} does not match its signatures, or some are missing. So these and all later ones are not shown. Please tell {office}.",
  overdue:
    "The newest figures were published on {day}. Under UU 14/2008, article 9 (3), new ones are due every six months at least; there are none here yet.",
  until: "The newest figures here go up to {until}; they were published on {day}.",
  next: "Next, {period}: from {from} on, and by {by} at the latest (UU 14/2008, article 9 (3)). A server cannot alter figures, but it can withhold them: if there is nothing newer here after that day, ask {office}.",
  choose: "Period",
  published: "Published on {day}.",
  counted: "Counted on {day}.",
  signers: "Signed by",
  corrected: "Corrected with figures number {number}.",
  medians: "How long it took for half of the reports",
  noTables: "Nothing is told in detail: out of numbers as small as this, one report could be recognised.",
  chart: "Chart",
  download: "Download",
  csv: "Table (CSV)",
  json: "File that can be checked (JSON)",
  csvName: "figures.csv",
  jsonName: "figures.json",
  howToRead: "How to read these figures",
  reading: [
    "Numbers below {k} are not told, none included, so that nobody can be recognised. They are joined in “others, not told one by one”, sometimes with a larger number, so that they cannot be worked out.",
    "Figures are counted once, after their period has ended, and never changed. A correction comes with the next ones.",
    "Shares are told of {shares} reports and more. Work units are told that were reported {k} times or more; the office may have set a higher number.",
    "The JSON file can be checked without this page: segel figures verify figures.json",
  ],
};
