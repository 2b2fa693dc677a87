/** What is said where the list is saved as a table, in English. */
import type { Translation } from "../../../../../words/text.ts";
import type * as id from "./id.ts";

export const LIST_TABLE: Translation<typeof id.LIST_TABLE> = {
  title: { one: "Save the list: one case", other: "Save the list: {n} cases" },
  lead: "The cases that are shown now, in the same order: register number, state, category, work unit, month of arrival, kind of deadline and who has it. Titles, words of reporters and days are left out.",
  withTitles: "Include titles and work units as reporters wrote them",
  withTitlesHint: "A title can give away who reported.",
  withDays: "Include days: of arrival, age, and when something is due",
  withDaysHint: "Whoever knows when somebody reported can match it with the day of arrival.",
  reason: "What is it needed for?",
  reasonHint: "This reason is kept with the record that the list was saved.",
  reasonNeeded: "Please give the reason first.",
  noted: "Each time is recorded and signed in your name, before the file is made.",
  file: "segel-list-{day}",
  sheet: "Cases",
  register: "Register number",
  month: "Month of arrival",
  arrived: "Arrived",
  age: "Age (calendar days)",
  since: "In this state since",
  due: "Due",
  left: "Days left",
  unit: "Kind of days",
  working: "working days",
  calendar: "calendar days",
  otherUnit: "(not in the list of work units)",
};
