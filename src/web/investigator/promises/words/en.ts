/** What is said of promises to the reporter, in English. */
import type { Translation } from "../../../../words/text.ts";
import type * as id from "./id.ts";

export const PROMISES: Translation<typeof id.PROMISES> = {
  noProfile: "This channel promises no deadlines.",
  kept: "Kept on {day}",
  keptLate: "Late, on {day}",
  promised: "Promised for {day}",
  paused: "Paused since {day}, while the reporter is asked",
  putOffOn: "First {first}; put off on {on}",
  putOffLate: "First {first}, which had passed when it was put off on {on}",
  source: "Basis: {source}",
  putOff: "Put a deadline off",
  putOffLead: "The reporter reads the new date and the reason. The first date stays visible to both of you.",
  otherProfile: "Use other deadlines",
  otherProfileLead: "They hold from the day of receipt. The reporter is told, because what was promised changes.",
  which: "Deadline to put off",
  profile: "Deadlines that hold",
  choose: "Choose",
  notChosen: "Nothing is chosen.",
  newDay: "New date",
  dayMissing: "Choose a date after today.",
  beyond: "This rule allows {day} at the latest. Name the basis in the reason.",
  why: "Reason for the reporter",
  whyHint: "Name no staff and no step of the inquiry.",
  whyMissing: "The reason is still empty. One sentence is enough.",
  tell: "Tell the reporter",
  cancel: "Cancel",
  receiptTitle: "The reporter asks for a receipt ({day}).",
  receiptText:
    "It says the office and that something was received on {day}, and nothing else. Anybody can check your signature in it.",
  receiptIssue: "Sign and send",
  receiptBusy: "Signing …",
  receiptAsked: "The reporter asks for a receipt",
  receiptIssued: "A receipt was issued to the reporter",
};
