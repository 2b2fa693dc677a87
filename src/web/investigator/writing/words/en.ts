/** What is said while somebody writes, in English. */
import type { Translation } from "../../../../words/text.ts";
import type * as id from "./id.ts";

export const WRITING: Translation<typeof id.WRITING> = {
  answerLabel: "Message to the reporter",
  answerHint: "Locked on this device before it is sent.",
  answerPlaceholder: "Write what the reporter will read",
  send: "Send to the reporter",
  sending: "Locking and sending …",
  sent: "Sent to the reporter.",
  noteLabel: "New internal note",
  noteNeverSeen: "Never seen by the reporter",
  notePlaceholder: "For colleagues on this case",
  save: "Save internal note",
  saving: "Locking and saving …",
  saved: "The note is saved.",

  conflictAnswer: "A colleague wrote first. Both texts are still here.",
  conflictSame: "Your text turned out to be stored already.",
  filesToChoose: {
    one: "One file must be chosen again: its content was not kept when the vault was locked.",
    other: "{n} files must be chosen again: their content was not kept when the vault was locked.",
  },
  filesForget: "Go on without these files",
  conflictText:
    "Your text has not been sent. Read what is new, then decide: send it as it is, change it, merge it or set it aside.",
  conflictNoteText:
    "Your note has not been saved. Read what is new, then decide: save it as it is, change it, merge it or set it aside.",
  conflictMoveText: "Your change has not been sent. Your choice and explanation are still below.",
  conflictOwn: "Your text",
  conflictOwnHint: "not sent, still on this page",
  conflictStored: "Stored now",
  conflictNothing: "Not visible yet. Please load this case again.",
  merge: "Merge",
  mergeHint: "Adds the colleague’s text below yours.",
  copy: "Copy my text",
  copied: "Copied to the clipboard.",
  notCopied: "Could not be copied. Please select and copy it yourself.",
  discard: "Discard this text",
  sendOwn: "Send my text",
  saveOwn: "Save my note",
  setAside: "Set my text aside",
  asideTitle: "Texts set aside",
  asideHint: "Not sent and not saved. If the vault is locked, it comes back when you sign in again on this page.",
  typedTitle: "What you typed for this case",
  typedHint: "Not sent and not saved. While the case does not open, it can be copied from here.",
  asideRestore: "Put it back into the box",
  conflictField: "Field",
  conflictEmpty: "(empty)",

  becameState: "State became {state}",
  withOutcome: "with the outcome {outcome}",
  withNextBy: "Next word by {day}",
  putOff: "{deadline}: put off to {day}",
  followsProfile: "Deadlines follow: {profile}",

  length: "{actual} of {limit} characters.",
};

export const MOVE_FORM: Translation<typeof id.MOVE_FORM> = {
  moveTitle: "Change the state",
  moveTo: "New state",
  outcome: "Outcome",
  outcomeChoose: "Choose an outcome",
  required: "(required)",
  optional: "(may be left empty)",
  textLabel: "Explanation for the reporter",
  reasonLabel: "Reason for the reporter",
  questionLabel: "Question for the reporter",
  textHint: "The reporter reads the new state and this text. Do not name staff.",
  nextBy: "Next word by",
  nextByHint: "This date is promised to the reporter and stays visible, also if it is missed.",
  submitting: "Locking and sending …",
  cancel: "Cancel",
  outcomeMissing: "No outcome is chosen.",
  reasonMissing: "The reason is empty. One sentence is enough.",
  moveConflict: "A colleague changed this case first.",
};
