/** English: a case as its reporter sees it, and what else one can do with it. */
import { OUTCOME_NAMES, REPORTER_STATE_NAMES } from "../../../../words/glossary/en.ts";
import type { Translation } from "../../../../words/text.ts";
import type * as Indonesian from "../id/case.ts";

type Table<Name extends keyof typeof Indonesian> = Translation<(typeof Indonesian)[Name]>;

export const CASE: Table<"CASE"> = {
  states: REPORTER_STATE_NAMES,
  outcomes: OUTCOME_NAMES,
  status: "Status of your report",
  since: "since {date}",
  register: "Register number: {number}. It may be named in letters; it opens nothing.",
  asked: "There is a question for you",
  askedText:
    "Please answer by {date} (30 calendar days). Without an answer the report may be archived for now. You can reopen it at any time by replying.",
  answer: "Answer the question",
  deadlines: "Deadlines we promised",
  kept: "Promised for {date}, kept",
  keptLate: "Promised for {date}, late",
  left: "{days} {unit} left",
  today: "Today",
  overdue: "{days} {unit} overdue",
  ifOverdue: "If it passes, you can ask about it in this conversation.",
  talk: "Secure conversation",
  noAnswers:
    "No message from the report handlers yet. There is no proof that the report was read; only an answer of theirs shows that.",
  handler: "Report handlers",
  stateBecame: "Status changed to {state}, {date}",
  outcome: "Outcome: {outcome}",
  youWrote: "You sent a message, {date}",
  youWroteBefore: "You sent an earlier message",
  reportSent: "You sent the report, {date}",
  ownNotShown: "What you wrote cannot be shown again, not even with this code. This protects you.",
  whole: "{n} of {n} messages of the report handlers are intact, and their signatures match",
  message: "Your message",
  messageHint: "Avoid your own name and what describes you, unless you want to give it.",
  messagePlaceholder: "Write an answer or something new",
  attach: "Attach files",
  send: "Lock and send",
  sendingMessage: "The message is being locked and sent…",
  sent: "The message has been received. What it says is not shown here again.",
  messageMissing: "The message is empty.",
  notWritable: "Writing is stopped while there is an alarm above. Nothing is sent.",
  choices: "Other choices",
  protection: "I need protection",
  protectionHint: "Also how to reach LPSK by yourself",
  withdraw: "Withdraw report",
  withdrawHint: "We stop following it up if we can",
  burn: "Destroy the inbox",
  burnHint: "This code cannot be used any more. The report stays with the examiners.",
  close: "Close this conversation",
  conflict:
    "Another message was stored first, perhaps from another tab. What you wrote is still here. Open the conversation again, then send.",
};

export const ALARMS: Table<"ALARMS"> = {
  missingAnswers: "Answers that are not shown: number {numbers}.",
  missingOwn: "Messages of yours that are not shown: number {numbers}.",
  title: "Alarm: please read this first",
  nothingSent: "Nothing was sent.",
  whatToDo:
    "Do not write with this code. Try again later from another device or network. If this stays, make a new report and say that the old conversation was disturbed.",
  receipt: [
    "The receipt of this report is damaged, or is not the one that was locked with these words.",
    "The server may have exchanged it, or somebody else holds your code.",
  ],
  "own-box": [
    "The record of your last message is missing, damaged or older than it should be.",
    "The server may be keeping your message from the examiners.",
  ],
  "own-message-missing": [
    "An answer refers to a message of yours that the server does not show, or shows otherwise.",
    "Your message may be hidden or exchanged, or somebody else writes with your code.",
  ],
  "answer-missing": [
    "An answer that was shown to you before is missing or has changed.",
    "The server may be hiding that answer.",
  ],
  "epoch-missing": [
    "A change of the team’s keys that you had accepted is not shown.",
    "People removed from the team may be able to read what you write next.",
  ],
  "team-key": [
    "An answer names another team key than the one that was locked together with your report.",
    "Somebody else may want to read what you write next.",
  ],
  withheld: ["The server counts more answers than it shows.", "Some answers may be held back."],
  conversation: [
    "A message is not genuine or not complete; it is marked below.",
    "Somebody may be writing in the team’s name, or have removed part of the conversation.",
  ],
};

export const MARKS: Table<"MARKS"> = {
  gap: "A message before this one is not shown. You may read this one, but a status in it does not count yet.",
  forged:
    "This message is not genuine: it does not open with this case’s keys, or its signature is wrong. It is not shown.",
  fork: "This message does not follow the one before it. It is not shown.",
  "unfit-signer":
    "The author of this message has no right to write in this case, or you left that person out. It is not shown.",
  "outside-channel": "The author of this message is from outside the channel. Do not mention what could point to you.",
  directory: "This message refers to a list of recipients that is not known. It is not shown.",
  content: "The content of this message is not as it must be, so it is not shown.",
};

export const WITHDRAW: Table<"WITHDRAW"> = {
  title: "Withdraw the report?",
  lead: "The examiners are told that you withdraw it, and stop following it up if they can. A suspected crime may still have to be examined.",
  keeps: "The report is not deleted, and your code stays valid.",
  reason: "Reason",
  submit: "Yes, withdraw the report",
  no: "No, go back",
  sent: "The withdrawal has been sent.",
};

export const BURN: Table<"BURN"> = {
  title: "Destroy the inbox?",
  lead: "After this the code of twelve words opens nothing any more. You cannot read answers and cannot write.",
  keeps: "The report and the messages that you sent stay with the examiners. This cannot be undone.",
  confirm: "I understand that this code cannot be used any more",
  confirmMissing: "Please mark that you understand.",
  submit: "Destroy the inbox",
  no: "No, go back",
  done: "The inbox has been destroyed",
  doneText: "The report code is no longer valid. You can destroy your note.",
};
