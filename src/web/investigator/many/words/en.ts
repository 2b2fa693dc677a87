/** What is said where cases are assigned, labelled and archived, in English. */
import type { Translation } from "../../../../words/text.ts";
import type * as id from "./id.ts";

export const MANY: Translation<typeof id.MANY> = {
  title: "Chosen cases",
  picked: { one: "1 case chosen", other: "{n} cases chosen" },
  pickAll: "Choose all {n}",
  clear: "Choose none",
  claim: "Take",
  assign: "Assign…",
  label: "Labels…",
  archive: "Archive…",
  stop: "Stop after this case",
  progress: "{what}: {done} of {of}",
  doing: { assign: "Assigning", label: "Labelling", archive: "Archiving", undo: "Taking back" },
  done: {
    assign: { one: "1 case assigned.", other: "{n} cases assigned." },
    label: { one: "The labels of 1 case were saved.", other: "The labels of {n} cases were saved." },
    archive: { one: "1 case archived.", other: "{n} cases archived." },
    undo: { one: "1 case is as it was.", other: "{n} cases are as they were." },
  },
  archivedHint:
    "Their reporters can read the reason now. What was wrong cannot be taken back, but a case can be reopened.",
  failed: {
    one: "It failed for one case, and the others were not disturbed:",
    other: "It failed for {n} cases, and the others were not disturbed:",
  },
  undo: { one: "Undo for 1 case", other: "Undo for {n} cases" },
};

export const ASSIGNING: Translation<typeof id.ASSIGNING> = {
  title: { one: "Assign one case", other: "Assign {n} cases" },
  titleOne: "Assign “{title}”",
  to: "To",
  memberHint:
    "You can take what is nobody’s, and give back or hand over what is yours. The rest is assigned by a case lead.",
  reason: "Reason (may be left empty)",
  reasonMust: "Reason (required, because you hand over your own case)",
  reasonHint: "Read by colleagues who can open this case. The reporter never sees it.",
  noneAllowed: "These cases are a colleague’s already; only a case lead can pass them on.",
  choose: "Nobody has been chosen.",
  reasonNeeded: "Handing a case over needs a reason.",
  submit: "Assign",
  submitNobody: "Give back",
  loadOpen: "{n} open",
  loadLate: "{n} late",
  loadUrgent: "{n} urgent",
  loadsHint: "Counted on this device, from the cases that you can open.",
  columnOpen: "Open",
  columnLate: "Late",
  columnUrgent: "Urgent",
};

export const LABELLING: Translation<typeof id.LABELLING> = {
  title: { one: "Labels of one case", other: "Labels of {n} cases" },
  known: "Labels",
  none: "There is no label yet. Write the first one below.",
  having: "{n} of {of}",
  add: "New label",
  addHint: "At most {n} characters. Seen by colleagues who read the case, never by the reporter.",
  addSubmit: "Add",
  submit: "Save labels",
};

export const ARCHIVING: Translation<typeof id.ARCHIVING> = {
  title: { one: "Archive one case", other: "Archive {n} cases" },
  goesTo: {
    one: "The new state and the reason go to one reporter.",
    other: "The new state and the reasons go to {n} reporters.",
  },
  noWayBack: "They cannot be taken back afterwards.",
  others: {
    one: "One of the chosen cases cannot be archived from its present state, and is not changed.",
    other: "{n} of the chosen cases cannot be archived from their present state, and are not changed.",
  },
  reasonMissing: "The reason for this case is still empty.",
  missing: { one: "One reason is still empty.", other: "{n} reasons are still empty." },
  sure: {
    one: "I understand that one reporter will read it.",
    other: "I understand that {n} reporters will read them.",
  },
  notSure: "Please tick that you understand.",
  submit: { one: "Archive one case", other: "Archive {n} cases" },
};
