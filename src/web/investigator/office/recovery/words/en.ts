import type { Translation } from "../../../../../words/text.ts";
import type * as id from "./id.ts";

type Table<Name extends keyof typeof id> = Translation<(typeof id)[Name]>;

export const RECOVERY: Table<"RECOVERY"> = {
  title: "Recovery key",
  lead: "Opens reports when all their readers are lost. It takes {n} of {of} custodians’ sheets, together with the lock of the root holders.",
  none: "This office has no recovery key",
  noneText: "If all readers lose their keys, nobody can ever open the reports again.",
  never: "Recovery has never been rehearsed",
  proves: "A rehearsal proves that the sheets are still there and can be read. No report is opened.",
  last: "Last rehearsed {day}.",
  soon: "It is time to rehearse recovery",
  over: "Recovery has not been rehearsed for more than a year",
  used: "Cases were opened with this recovery key on {day}",
  usedText: "Its parts have been put together. Make a new recovery key and replace this one, now.",
  older: "This key was split by an earlier version and cannot prove a rehearsal. Make a new one and replace it.",
  fingerprint: "Fingerprint of the recovery key",
  fingerprintLead: "The same twelve words stand on every custodian’s sheet and on the sheet of the lock.",
  records: "On record",
  rehearsed: "{day}: rehearsed, brought by {name}",
  opened: "{day}: {name} opened cases with it",
};

export const REHEARSAL: Table<"REHEARSAL"> = {
  title: "Rehearse recovery",
  ask: "Save the rehearsal’s file to a USB stick. It is for today.",
  save: "Save the rehearsal’s file",
  type: "On a computer without a network open the key page, “Rehearse recovery”, and that file. The custodians type their sheets, a root holder types the lock. Save the answer.",
  bring: "The answer’s file",
  refused: "This file proves no rehearsal",
  other: "This answer is not by the recovery key that is listed now, or it was altered.",
  brought: "The rehearsal of {day} is on record. All colleagues can see it.",
};

export const RECOVERING: Table<"RECOVERING"> = {
  title: "All readers are lost: recover the cases",
  warn: "Only when those who read the cases cannot open them any more",
  warnText:
    "You open every report that was sealed to the recovery key. Your name is recorded in each case and all colleagues see it. First agree with the custodians who it is that recovers.",
  lead: "The parts of the key are sealed to you alone and put together on this device, for one pass. Nothing of them is stored.",
  begin: "I am the one who recovers",
  earlier: "Sheets of an earlier recovery key? Choose its file:",
  hand: "Save this file and hand it to {n} custodians and one root holder, on a stick.",
  save: "Save the file for those who hold sheets",
  read: "Each of them opens it on the key page, “Hand over a sheet for recovery”. Read these twelve words to each, face to face or by telephone:",
  take: "Sealed files that came back, in any order",
  shares: "Custodians’ sheets: {n} of {of}.",
  lockThere: "The lock is there.",
  lockMissing: "The lock is missing.",
  refused: "This cannot be used",
  reason: "Reason",
  reasonHint: "Colleagues read it in each case for as long as there is the case. The reporter never sees it.",
  reasonNeeded: "Write the reason.",
  does: "Each case is opened and given to those who read its channel now, but for those whom the reporter kept out.",
  open: "Open all cases and give them",
  running: "Recovering cases",
  trying: "Reports tried so far: {n}",
  progress: "{done} of {of} cases",
  stop: "Stop after this case",
  stopped: "Stopped. What is done stays done; open the sealed files once more to go on.",
  done: "Recovered: {n} cases.",
  already: "Already recovered before: {n}.",
  unopened:
    "Did not open with this key: {n}. Among them are decoys that the server makes itself, reports sealed to an earlier key, and channels without recovery.",
  listed: "Not given to everybody: {n} cases.",
  beyond:
    "opens, but its keys were changed while another recovery key was listed: the sheets of that one are needed too.",
  kept: "not given by itself: the reporter kept out {names}, who may be back under another name. Open the case and let people in one by one.",
  notGiven: "{name}: {why}",
  why: {
    interest: "was taken out of this case before, for an interest.",
    linked: "this case is linked to one that they do not read.",
  },
  after: "Now replace the recovery key",
  afterText: "Delete all sealed files from the sticks. A key that was put together has to be replaced: see below.",
  back: "Back",
  again: "Back, and go on",
};

export const REPLACING: Table<"REPLACING"> = {
  title: "Replace the recovery key",
  first: "Add a recovery key",
  lead: "Make and split a new one on the key page, then choose its file here. It ends in a request to the root holders, as other changes do.",
  old: "Earlier reports stay sealed to the old key: keep the old sheets until no case of that time is open, then destroy them.",
  choose: "File of the new recovery key",
  compare: "Fingerprint of the new key",
  compareText: "Compare it with each of the new sheets, one by one, before you ask for signatures.",
};
