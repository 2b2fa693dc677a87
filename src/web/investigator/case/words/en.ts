/** What is said of one case in English. */
import type { Translation } from "../../../../words/text.ts";
import type * as id from "./id.ts";

export const CASE: Translation<typeof id.CASE> = {
  back: "Cases",
  backLabel: "Back to the list of cases",
  previous: "Previous case",
  next: "Next case",
  position: "{at} of {n}",
  opening: "Opening and checking the case …",
  news: "Something new has come into this case.",
  newsSee: "Show what is new",
  newsSeen: "I have seen it",
  gone: "This case is no longer open to you",
  goneText: "A colleague has taken you out of its readers, or the case was removed. A case lead can tell you why.",
  notOpened: "This case cannot be opened",
  refresh: "Load this case again",
  anonymous: "Anonymous reporter",
  identityKept: "Identity kept confidential",
  register: "Register number {number}",

  report: "Report",
  ownWords:
    "The reporter’s own words. Do not copy them into letters; put them in your own words, since a way of writing can be recognised.",
  amount: "Rp{amount}",
  notAnswered: "Left empty: {fields}.",

  conversation: "Secure conversation",
  readByReporter: "Read by the reporter",
  whole: "{n} of {all} messages intact",
  earlier: {
    one: "{n} earlier message of the reporter is not shown yet, and its files are not in the list of files.",
    other: "{n} earlier messages of the reporter are not shown yet, and their files are not in the list of files.",
  },
  showEarlier: "Show earlier messages",
  noMessages: "There is no message yet. The first question is usually yours.",
  toReporter: "to the reporter",
  protectionNow: "The reporter asks for protection at once, within 24 hours",
  protectionAsked: "The reporter asks for protection",
  withdrawn: "The reporter withdrew this report",
  withdrawnText: "A withdrawal deletes nothing. How to go on is for you to decide.",
  burnt: "The reporter destroyed the inbox",
  burntText: "Answers after this will not be read.",
  exposed: "Written before the reporter knew of the new keys: {names}, who was taken out, can still read it.",
  newKeys: "The reporter was told of new keys: only who reads the case now can read what follows.",
  notEffective: "Has no effect yet, because a message before it is not shown.",
  nobodyReads:
    "The reporter destroyed the inbox: nobody can come back to read an answer. Nothing can be sent from here.",
  cannotSend: "While that alarm stands nothing can be sent to the reporter from here.",
  cannotSave: "While that alarm stands no note can be saved.",

  notesWhole: "{n} of {all} notes intact",
  noNotes: "There is no note yet. Write what the next colleague needs to know.",

  details: "About this case",
  arrived: "Arrived",
  zone: "Dates follow the office’s time zone, {zone}.",
  stateSince: "State since",
  channel: "Channel",
  sealedUnder: "Sealed under",
  sealedVersion: "directory version {version}",
  sealedKey: "to your key {fingerprint}",
  excluded: "Excluded by the reporter",
  excludedHint:
    "The reporter does not want them to read this report. Please do not tell them, not even that it exists.",
  removedRecipients: "Also sealed to members who are not active any more",
  removedHint: "What they have read cannot be taken back.",
};

export const NEXT_STEP: Translation<typeof id.NEXT_STEP> = {
  title: "Next step",
  other: "Other step",
  answer: "Write an answer",
  askAgain: "Ask again",

  alarm: "Do not write yet. There is an alarm above the conversation; read it and follow its advice.",
  awaitingUnseen: "There is no answer yet, and no proof that the reporter has seen the question.",
  awaitingSeen: "The reporter has seen the question and has not answered yet.",
  silentUnseen:
    "The time for an answer is over. There is no proof that the reporter has seen the question. The case may be archived; a new message of the reporter reopens it.",
  silentSeen:
    "The time for an answer is over, and the reporter has seen the question. The case may be archived; a new message of the reporter reopens it.",
  awaitingAnswered: "The reporter has answered. Read it, then go on with the review.",
  burnt: "The reporter destroyed the inbox and cannot come back. Answers are read by nobody; go on without them.",
  unanswered: "The reporter’s last message has no answer yet.",
  withdrawn: "The reporter withdrew the report. That deletes nothing: you decide.",
  wroteAfterEnd: "The reporter wrote again after this case ended. Read it, then decide whether to reopen it.",
  moved: "The state is now: {state}.",
};

/** Removing a case by two members. */
export const DISCARD: Translation<typeof id.DISCARD> = {
  open: "Propose to remove this case",
  title: "Remove this case?",
  lead: "For noise and repeated senseless reports. A second member must agree, and one of the two must be a case lead. After that the case stays for 30 days, in which anyone who can open it can take it back; then report, messages and files are deleted for good. A signed record stays: who, when, how much.",
  reasonLabel: "Reason, for your colleagues",
  reasonHint: "Saved as an internal note. The reporter does not see it, and it goes with the case.",
  reasonMissing: "The reason is empty. One sentence is enough.",
  propose: "Propose the removal",
  cancel: "Cancel",
  proposedTitle: "It is proposed to remove this case.",
  agreedTitle: "This case will be removed on {day}.",
  lapsedTitle: "Two members had agreed to remove this case. It was worked on since, so it stays.",
  proposedBy: "Proposed by {name} on {day}.",
  agreedBy: "Agreed by {name} on {day}.",
  reason: "Reason:",
  reasonNotShown: "the note that says it is not shown.",
  waitsForOther: "Another member must agree; one of you two must be a case lead. Nothing happens before that.",
  waitsForYou: "Nothing happens before another member agrees; one of the two must be a case lead.",
  untilThen: "Until then anyone who can open the case can take this back.",
  writtenSince: {
    one: "The reporter has written since. Read it before the case goes.",
    other: "The reporter has written {n} messages since. Read them before the case goes.",
  },
  agree: "Agree to the removal",
  keep: "Keep this case",
};

export const ASSIGNMENT: Translation<typeof id.ASSIGNMENT> = {
  title: "Assigned to",
  claim: "Take this case",
  giveBack: "Give back",
  handOver: "Hand over…",
  assign: "Assign…",
  since: "since {day}.",
  stored: "Saved.",
  quicker: "A colleague was quicker. Now: {name}. You have changed nothing.",
  history: "History of assignment ({n})",
  noEffect: "This record has no effect.",
  movedUp: "This case has moved up",
  movedUpWhy: "{names} had to leave it on {day}.",
  movedUpTo: "Who goes on is decided by a case lead: {names}.",
  movedUpHigher:
    "No case lead reads it. Let in a case lead who is not involved; where all of them are, propose its referral to the higher inspectorate.",
  kinds: {
    claim: "{by} took this case.",
    "give-back": "{by} gave this case back.",
    "hand-over": "{by} handed it over to {to}.",
    assign: "{by} assigned it: {to}.",
    none: "{by} wrote an assignment: {to}.",
  },
};
