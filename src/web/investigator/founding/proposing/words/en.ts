/** Words of the proposal, on three screens. */
import type { Translation } from "../../../../../words/text.ts";
import type * as id from "./id.ts";

export const PROPOSAL: Translation<typeof id.PROPOSAL> = {
  screen: "Proposal, screen {n} of 3",
  officeTitle: "The office",
  nameId: "The office's name in Indonesian",
  nameEn: "The office's name in English",
  nameHint: "As in the sentence “… in every work unit of Sample Regency”.",
  zone: "The office's time zone",
  zoneOther: "Another",
  zoneName: "The zone's IANA name, such as Europe/Madrid",
  unitsTitle: "Work units and days off",
  units: "Work units, one a line",
  unitsHint:
    "May be left empty. Short forms and former names follow a semicolon: “Health Office; Dinkes”. A reporter may still write another name.",
  unitsImport: "Take them from a file (.txt or .csv)",
  unitsRead: { one: "{n} unit was read.", other: "{n} units were read." },
  days: "Holidays and joint leave, one a line",
  daysHint:
    "Only dates that are the same each year are filled in. Others are decreed year by year: add them here (2026-03-19), or take them from a calendar file.",
  daysImport: "Take them from a file (.ics, .txt or .csv)",
  daysRead: { one: "{n} day was read, of {years}.", other: "{n} days were read, of {years}." },
  daysSource: "Where these days off are published (reporters see it)",
  channelTitle: "The first channel",
  channelHint: "A channel is the door that a reporter sees. More can be added later.",
  channelId: "The channel's name in Indonesian",
  channelEn: "The channel's name in English",
  firstChannel: "Reports of suspected wrongdoing",
  deadlines: "Deadlines according to",
  later: "Who reads is chosen once everybody has joined.",
  next: "Next",
  back: "Back",
  save: "Save the proposal",
  keep: "Cancel, keep the proposal as it was",
  faults: {
    name: "The name is missing, or longer than 120 letters.",
    zone: "This time zone is not known.",
    units: "Line {lines}: a unit's name is longer than 120 letters, or stands there twice.",
    days: "Line {lines}: no date was found. Write it like 2026-03-19.",
    source: "Where these days off are published is missing.",
  },
};
