/** English: a case as its reporter sees it, and what else one can do with it. */
import { OUTCOME_NAMES, REPORTER_STATE_NAMES, UNKNOWN } from "../../../../words/glossary/en.ts";
import type { Translation } from "../../../../words/text.ts";
import type * as Indonesian from "../id/case.ts";

type Table<Name extends keyof typeof Indonesian> = Translation<(typeof Indonesian)[Name]>;

export { MESSAGE_ALARMS, REPORTER_CASE_ALARMS } from "../../../../words/alarms/en.ts";

export const CASE: Table<"CASE"> = {
  states: REPORTER_STATE_NAMES,
  outcomes: OUTCOME_NAMES,
  unknown: UNKNOWN,
  status: "Status of your report",
  since: "since {date}",
  register: "Register number: {number}. It may be named in letters; it opens nothing.",
  asked: "There is a question for you",
  askedText:
    "Please answer by {date} ({days} {unit}). Without an answer the report may be archived for now. You can reopen it at any time by replying.",
  answer: "Answer the question",
  deadlines: "Deadlines we promised",
  kept: "Promised for {date}, kept",
  keptLate: "Promised for {date}, late",
  putOff: "First {first}; put off on {on}. The reason stands in the conversation.",
  putOffLate: "First {first}, which had passed when it was put off on {on}. The reason stands in the conversation.",
  paused: "On hold",
  pausedSince: "Since {date}, while we wait for your answer",
  source: "Basis: {source}",
  sourceUnconfirmed: "Basis: {source} (not compared with its text yet)",
  profile: "Deadlines follow: {name}.",
  left: "{days} {unit} left",
  today: "Today",
  overdue: "{days} {unit} overdue",
  ifOverdue: "If it passes, you can ask about it in this conversation.",
  reminder: "Save a reminder for {date}",
  reminderHint:
    "A calendar file that holds the date and the word “{title}” alone. Keep it on your own device, not in an office calendar.",
  reminderTitle: "Reminder",
  reminderFile: "reminder",
  talk: "Secure conversation",
  noAnswers:
    "No message from the report handlers yet. There is no proof that the report was read; only an answer of theirs shows that.",
  handler: "Report handlers",
  newKeys: "The team of your report has changed. Only the present team can read what you write from now on.",
  stateBecame: "Status changed to {state}, {date}",
  nextBy: "Next word promised by {date}",
  promise: "The deadline “{deadline}” was put off to {date}",
  newProfile: "The deadlines of your report now follow: {name}",
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
  working:
    "Before the server takes this message it wants a calculation from your device, which keeps floods away. It takes seconds, on a slow phone some minutes. The message has not been taken yet.",
  stop: "Stop",
  stopped: "Stopped. The server has not taken the message; what you wrote is still here.",
  sent: "The message has been received. What it says is not shown here again.",
  messageMissing: "The message is empty.",
  notWritable: "Writing is stopped while there is an alarm above. Nothing is sent.",
  choices: "Other choices",
  protection: "I need protection",
  protectionHint: "Also how to reach LPSK by yourself",
  receipt: "Receipt",
  receiptHint: "Proof that something was received that day, without what it says",
  receiptGiven: "Your receipt was issued. Open it below, under “Receipt”.",
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
};

export const PROTECT: Table<"PROTECT"> = {
  urgency: "How urgent is it?",
  urgencies: { now: "At once, within 24 hours", days: "Within some days", none: "Not urgent" },
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
  told: "First the examiners are told that nobody will read answers any more, so that they do not wait for you.",
  alarmed:
    "While there is an alarm nothing is sent with this code. So the examiners cannot be told: they may go on waiting for your answer.",
  submit: "Destroy the inbox",
  failed: "The inbox has not been destroyed yet",
  notTold:
    "You can try again, or destroy it without telling the examiners. They may then go on waiting for your answer.",
  untold: "Destroy without telling the examiners",
  no: "No, go back",
  done: "The inbox has been destroyed",
  doneText: "The report code is no longer valid. You can destroy your note.",
};
