/** Who reads a case: let in, taken out, and what has been; in English. */
import type { Translation } from "../../../../words/text.ts";
import type * as id from "./id.ts";

export const INTERESTS: Translation<typeof id.INTERESTS> = {
  business: "Business",
  family: "Family",
  affiliation: "Affiliation",
  "outside-work": "Work outside the office",
  other: "Other",
  named: "Named in the report as involved",
};

export const READERS: Translation<typeof id.READERS> = {
  title: "Who reads this case",
  sealed: "since the report arrived",
  given: "let in on {day} by {name}",
  notValid: "not active; gets no new keys",
  lead: "What members signed decides, not the server’s list.",
  grant: "Let a colleague in",
  remove: "Take readers out",
  history: "What has changed",
  byRecovery: "opened with the recovery key on {day}",
  recovered: "{day}: {by} opened the case with the recovery key",
  granted: "{day}: {by} let {names} in",
  removed: "{day}: {by} took {names} out",
  invalid: "Not valid, and without effect",
  untold:
    "The reporter has not been told of the new keys yet. Load this case again; until then nothing can be sent to them.",
  grantLead:
    "Your colleague reads all of the case: report, conversation, notes and files, the old ones too. What has been read cannot be taken back.",
  who: "Colleague",
  again: "Recorded already, but cannot open it: give again",
  choose: "Choose a colleague",
  nobody: "There is no other colleague who may read this case.",
  notGiven: "Whom the reporter excluded, identity key holders and members who are not active cannot be chosen.",
  removeLead: "Those who stay get new keys. Who is taken out cannot read what is written from then on.",
  does: "What it does not do",
  keeps: "What they have read or saved stays with them.",
  until: "Until the reporter has read of the new keys, they can still read what the reporter writes.",
  forged:
    "With the server’s help a member who is still in the directory could forge the message about new keys to the reporter. Whom you distrust must be removed from the directory too: ask the administrator.",
  self: "You are taking yourself out: you cannot open this case any more, unless a colleague lets you in again.",
  noLead:
    "After that no case lead is among its readers. First let in a case lead who is not involved: {names}. The case then moves up to them.",
  noLeadAtAll:
    "No other case lead of this office is free of involvement. This case must not be decided here: propose its referral to the higher inspectorate.",
  whom: "Who is taken out",
  interest: "Why they must not work on it",
  noInterest: "Another reason (leave, another office)",
  reason: "Reason",
  reasonHint:
    "The readers of the case see it, the reporter does not. For example: conflict of interest, moved to another unit.",
  reasonMissing: "The reason is still empty. One sentence is enough.",
  whoMissing: "Nobody is chosen.",
  doGrant: "Let in",
  doRemove: "Take out",
  busy: "Saving …",
  cancel: "Cancel",
  left: "You do not read this case any more.",
  leftText: "Your colleagues go on under new keys. Please go back to the list of cases.",
  "interests-altered": "What the server shows of your declared interests is not genuine: a warning may be missing.",
  "interests-older": "The server shows an older declaration of your interests: a warning may be missing.",
  openedThough: "{day}: {name} opened this case in spite of a declared interest ({kind})",
  ownInterests: "My interests",
  conflict: "A colleague changed this case first. See who reads it now, then try again.",
};
