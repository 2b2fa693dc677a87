import type { Translation } from "../../../../../words/text.ts";
import type * as id from "./id.ts";

type Table<Name extends keyof typeof id> = Translation<(typeof id)[Name]>;

export const CHANNELS: Table<"CHANNELS"> = {
  title: "Channels",
  lead: "Each change says first who decides it: the root holders, two leads or administrators, or whoever runs the server.",
  unnamed: "Without a name yet",
  isNew: "new",
  isClosed: "closed",
  add: "Add a new channel",
  drop: "Drop this new channel",
  nobody: "nobody",
  names: "Names",
  units: "Work units that it serves",
  allUnits: "not set",
  readers: "Readers of reports",
  custodians: "Custodians of identities",
  excludable: "May be excluded by reporters",
  recovery: "Recovery key",
  recoveryReads: "can open reports in this channel",
  recoveryDoesNot: "does not open reports in this channel",
  places: "Places",
  placesText:
    "{slots} in each report, {identitySlots} in each identity; always filled, so that its length does not tell how many read it",
  deadlines: "Deadlines",
  languages: "Answers in",
  unsaid: "not said",
  leavesOut: "Not asked",
  asksAll: "all questions are asked",
  byRoots: "By a request to the root holders",
  byRootsText:
    "Takes effect once it has been signed on the key page and the new directory has been published from this screen. Before that nothing changes.",
  nameIn: "Name in {language}",
  recoveryTick: "The recovery key can open reports in this channel",
  noRecoveryKey: "The recovery key cannot be chosen: this office has none yet",
  newNeeds: "A new channel needs a name in each language, at least two readers and a custodian.",
  byStatement: "By two signatures here: closing the channel",
  byStatementText:
    "Takes effect as soon as a second person has signed. Reports that are there can still be read and answered; new ones are not taken. Opening it again takes a new directory from the root holders.",
  close: "Close this channel",
  reportersUse: "Reporters will be pointed to: {names}.",
  closesLast: "This is the last open channel: after that nobody can send a report.",
  closeNow: "Sign the closing of {channel}",
  closeNot: "Do not close",
  opening: "Opening it again",
  openingText:
    "Only a new directory from the root holders can open this channel. It may say the same as the one that holds now.",
  open: "Open it again with a new directory",
  openingSteps: {
    make: "Make a request below; no other change is needed.",
    sign: "The root holders sign it on the key page.",
    choose:
      "Choose the files that came back below. At “Stays suspended or closed” this channel has no tick; see to it that it stays so.",
    second: "A second person reads “Opens the channel again” at the top of this screen and signs too.",
  },
  bySetting: "By a setting of the office, put in by whoever runs the server",
  bySettingText:
    "Needs no signature. This screen writes the new office.json; the reporter’s page changes once it is in place.",
  unitsHint: "One name a line. This channel is proposed to reporters who choose one of these units.",
  asked: "What reporters are asked",
  askedHint: "The work unit and what happened are always asked.",
  noOffice: "This office has no office.json yet; whoever runs the server has to make one first.",
  file: "Settings file of the office",
  fileText:
    "Give this file to whoever runs the server: it takes the place of office.json beside the keys; then the pages are built once more and the server is started again.",
  fileSave: "Save office.json",
};

export const SETTING_FAULTS: Table<"SETTING_FAULTS"> = {
  "unit-twice": "{unit} stands in two channels. Please choose one.",
  "bad-unit": "The file cannot be written yet: a name is too long or has a sign that cannot be shown ({reason}).",
};
