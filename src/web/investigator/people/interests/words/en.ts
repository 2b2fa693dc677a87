/** What members declare of their own interests, and the leads' register of it; in English. */
import type { Translation } from "../../../../../words/text.ts";
import type * as id from "./id.ts";

export const NATURES: Translation<typeof id.NATURES> = {
  actual: "actual",
  potential: "potential",
};

export const INTERESTS_ALARMS: Translation<typeof id.INTERESTS_ALARMS> = {
  altered: "What the server shows is not genuine, or does not open with your keys. Tell the administrator.",
  older: "The server shows an older declaration than the one that is known. Tell the administrator.",
};

export const DECLARING: Translation<typeof id.DECLARING> = {
  title: "My interests",
  lead: "Declare units or persons that could sway you in a case. What you declare is signed and sealed: only you and the case leads of your channels read it. Where a report names it, you are asked before the case is shown.",
  loading: "Opening …",
  none: "You have declared no interest.",
  later: "Some of this was written by a newer version. Please reload this page before you change it.",
  add: "Declare an interest",
  change: "Change",
  end: "It has ended",
  kind: "Kind (PermenPANRB 17/2024)",
  nature: "Nature",
  namedHint: "Fill in a unit, a person or both, as reports would write them. Declare another spelling by itself.",
  notNamed: "No unit and no person is named. One of them is enough.",
  unit: "Work unit",
  person: "Person",
  note: "Remarks",
  since: "Since (may stay empty)",
  ended: "Ended (may stay empty)",
  sinceDay: "since {day}",
  declaredOn: "declared on {day}",
  endedOn: "ended on {day}",
  store: "Save",
  busy: "Saving …",
  cancel: "Cancel",
  register: "The team’s register",
  registerHint:
    "Members of the channels that you serve. What was declared before you became a lead can be read once that member has opened the desk.",
  noneOfTheirs: "Nothing declared.",
  save: "Save the register (CSV)",
  saveHint: "That file is not sealed. Keep it in a safe place, and delete it once it was handed over.",
  fileName: "register-of-interests",
};

export const COLUMNS: Translation<typeof id.COLUMNS> = {
  member: "Member",
  id: "Member number",
  version: "Version",
  alarm: "Remark",
  kind: "Kind",
  nature: "Nature",
  unit: "Work unit",
  person: "Person",
  since: "Since",
  declared: "Declared",
  ended: "Ended",
  note: "Remarks",
  none: "Nothing declared",
};

export const TOUCHED: Translation<typeof id.TOUCHED> = {
  title: "This report names an interest that you have declared",
  lead: "The case is not shown yet. See first whether you had better not work on it. The same name need not be the same person or unit.",
  unit: "The report names that unit.",
  person: "The report names that person.",
  stepBack: "Step back from this case",
  toList: "Back to the list",
  reason: "Why you open it all the same",
  reasonHint:
    "It is written into the case with the kind of interest, without unit and name. The readers of the case see it, the reporter does not.",
  reasonMissing: "The reason is still empty. One sentence is enough.",
  open: "Open the case all the same",
  busy: "Saving …",
  notWritable: "Nothing can be written into this case at present, so no reason can be recorded. Open it to see why.",
};
