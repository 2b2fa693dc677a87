/** The case file in English: its document, and the dialog that makes it. */
import type { Translation } from "../../../../words/text.ts";
import type * as id from "./id.ts";

/** What stands in the document. */
export const PAPER = {
  title: "Case file {number}",
  redacted: "Redacted copy",
  whole: "Not redacted",
  withWords: "Holds the reporter's words",
  withoutWords: "Without the reporter's words",

  channel: "Channel",
  state: "State",
  arrived: "Report received",
  made: "Made",
  madeText: "{day}, by {name}",
  to: "For",
  reason: "Reason",

  leftOut:
    "This file does not hold the reporter's report and messages, the names of files that came from the reporter, or the days on which the reporter did anything. The case is described by its handlers. Passages that repeat the reporter's words are replaced by black bars.",
  included:
    "This file holds the reporter's own words. Witnesses and others concerned must not name the reporter or the reporter's address, or anything else by which the reporter could become known ({secrecy}; the penalty is in {penalty}).",
  redactedText:
    "Redacted passages are marked by black bars of one length. What stood there is nowhere in this document and its data.",
  redactedFiles: "What is inside enclosed files was not redacted.",
  inTrail: "Audit trail",
  inTrailText: "Written down as entry {entry} of the office's audit trail",
  notInTrail: "No entries of the audit trail go with this file",
  entry: "entry {entry}",
  trailText:
    "“Entry …” names the office's audit trail, where the member named beside it has signed the fingerprint of that row. The proof is in audit.json and is checked with segel verify-export. That the fingerprint is of the row printed here, the office that made this file can check.",
  evidence:
    "Basis: {evidence} (electronic evidence as means of proof); {clues}. That the file is whole is checked by file fingerprints (SHA-256) and the digital signature of who made it: segel verify-export.",

  doubted: "{source}, not confirmed",

  summary: "Summary of the case",
  noSummary: "No summary.",
  report: "The report, in the reporter's words",
  timeline: "Timeline",
  day: "Day",
  who: "By",
  what: "What happened",
  reporter: "Reporter",
  sheet: "Triage sheet",
  sheetBy: "Written {day} by {name}; total {total} of {most}.",
  agreed: "A second examiner has agreed.",
  category: "Category",
  score: "Score",
  criterion: "Criterion",
  elements: "Elements that are there",
  plan: "Plan",
  recommendation: "Recommendation",
  agrees: "{name}, {day}: agrees.",
  disagrees: "{name}, {day}: does not agree.",
  decisions: "Decisions and changes of state",
  noDecisions: "The state was never changed.",
  newState: "New state",
  outcome: "Outcome",
  text: "Explanation",
  conversation: "Messages to the reporter",
  bothSides: "Conversation with the reporter",
  noMessages: "No messages.",
  due: "The next word was promised by {day}.",
  putOff: "Deadline put off to {day}: {what}.",
  profile: "Deadlines follow {what}.",
  withFiles: "Files {list}.",
  notes: "Internal notes that are enclosed",
  records: "Records of what was done",
  readers: "Who reads the case",
  result: "What was found",
  readersNow: "When this file was made, the case could be read by:",
  letIn: "{list} was given access",
  takenOut: "{list} was taken out of the readers",
  byRecovery: "{list} opened the case with the recovery key",
  files: "Files and their custody",
  noFiles: "No files.",
  number: "No.",
  numbers: "Numbers in this file run from 1 and are not those of the office, unless everything is in it.",
  file: "File",
  from: "From, received",
  print: "File fingerprint (SHA-256)",
  notEnclosed: "not enclosed",
  cleaned: "hidden data removed",
  ofReporter: "file from the reporter",
  custody:
    "Each file was sealed on its sender's device and opened on an examiner's device only; its fingerprint was compared with the sealed one when this file was made. Who has looked at a file on a screen is not recorded by the system. From the moment at which this file left, its custody is recorded by who received it.",
  signature: "Made by",
  receiver: "Received by, day",
} as const satisfies Translation<typeof id.PAPER>;

/** What happened, in the timeline and among records. */
export const ACTS = {
  arrived: "Report received",
  note: "Internal note",
  text: "Message",
  files: "Files sent",
  status: "State changed",
  profile: "Deadlines set",
  promise: "Deadline put off",
  receipt: "Receipt given",
  "protection-request": "Protection asked for",
  withdraw: "Report withdrawn",
  burn: "Inbox destroyed",
  "receipt-request": "Receipt asked for",
  unknown: "Other message",
} as const satisfies Translation<typeof id.ACTS>;

export const RECORD_ACTS = {
  assignment: "Assignment",
  labels: "Labels",
  grant: "Reader let in",
  removal: "Reader taken out",
  sheet: "Triage sheet",
  "sheet-agreement": "Answer to the triage sheet",
  overruling: "Suggestion overruled",
  task: "Task",
  "task-done": "Task done",
  protection: "Protection",
  exposure: "Questions before exposure",
  complaint: "Complaint form",
  source: "How the report came",
  link: "Linked case",
  interest: "Interest stated",
  recovery: "Opened with the recovery key",
  export: "File that left",
  "referral-package": "Referral package sent",
  "referral-receipt": "Receipt for a package",
  result: "Class of what was found",
} as const satisfies Translation<typeof id.RECORD_ACTS>;

/** What is written into records, by the names of their fields. */
export const RECORD_FIELDS = {
  to: "to",
  reason: "reason",
  labels: "labels",
  sheet: "sheet number",
  agrees: "agrees",
  text: "explanation",
  rule: "suggestion",
  what: "task",
  who: "for",
  until: "until",
  done: "done",
  service: "service",
  unit: "unit",
  answer: "answer",
  handedOn: "handed on",
  reference: "reference",
  of: "kind",
  way: "way",
  receivedOn: "received",
  note: "remark",
  name: "name",
  letter: "letter",
  on: "on",
  by: "by",
  result: "class",
  number: "number",
  files: "number of files",
  sha256: "SHA-256",
} as const satisfies Translation<typeof id.RECORD_FIELDS>;

export const SHORT = {
  yes: "yes",
  no: "no",
  nobody: "nobody",
  everybody: "anybody",
  none: "–",
} as const satisfies Translation<typeof id.SHORT>;

/** Forms in which something leaves, beside the case file. */
export const FORM_NAMES = { "protection-sheet": "sheet for LPSK, printed" } as const satisfies Translation<
  typeof id.FORM_NAMES
>;

/** Rows of a direction that went along. */
export const ROWS = {
  team: "office messages {list}",
  reporter: "reporter's messages {list}",
  internal: "internal rows {list}",
} as const satisfies Translation<typeof id.ROWS>;

/** The dialog. */
export const DIALOG = {
  title: "Case file",
  lead: "One ZIP with your signature: a document ready to print, structured data, and the files that you choose. That it was made is recorded in this case.",
  to: "For whom",
  toHint: "Name of the agency or department. May stay empty for your own archive.",
  toNeeded: "Write for whom, because the reporter's words go out.",
  reason: "Reason",
  reasonHint: "Recorded in the case and written in the document.",
  reasonNeeded: "Write the reason.",
  language: "Language of the document",
  summary: "Summary of the case in your own words",
  summaryHint:
    "Stands for the report. Do not copy the reporter's words, and do not write what only the reporter knows.",
  copied:
    "This summary repeats the reporter's words: {list}. That part becomes a black bar; please write it in words of your own.",
  words: "The reporter's words",
  leftOut: "Left out",
  leftOutHint:
    "Without the reporter's report, messages and file names, and without the day of arrival. Sentences of the team that repeat the reporter's words become black bars.",
  included: "Include the reporter's report and messages",
  includedHint:
    "{secrecy}: it is forbidden to name the reporter, the reporter's address, or anything else by which the reporter could become known. Style is recognised too. Choose this only where the receiver is entitled to it and truly needs it.",
  notes: "Internal notes to enclose",
  noNotes: "No internal notes.",
  files: "Files to enclose",
  noFiles: "This case has no files.",
  fromReporter: "from the reporter",
  fromOffice: "from the office",
  filesHint: "Hidden data is removed from the copy; its name becomes a number. What cannot be cleaned stays out.",
  filesHintIncluded: "Files are enclosed exactly as they were sent, so that their fingerprints stay the same.",
  filesInside:
    "What is inside a PDF, an Office file, a picture or a recording is not redacted: such a file goes as it is, or not at all.",
  unsearched:
    "What you hide is not looked for in {list}. Look through these files, or leave them out: “Do not mention this file at all”.",
  unclean: "Also enclose files that cannot be cleaned",
  uncleanHint:
    "PDF, for example. Hidden data such as author, time and place goes out with them, and can show who the reporter is.",
  filesRisk:
    "What is in a file from the reporter can show who that is: who holds that document, when it was photographed, and with what. Look at it first.",
  hide: "Redacted copy",
  hideHint:
    "Mark words or sentences in the preview, or type them here. What is marked goes from the whole document and its data, also as a part of a word. What is inside enclosed files is not changed, and you stay known as who signed it.",
  passage: "Word or sentence to hide",
  passageUseless: "Signs or pictures alone cannot be hidden. Mark a word beside them as well.",
  add: "Hide",
  hidden: "Hidden",
  show: "Show again",
  showLabel: "Show again: {text}",
  hideFile: "Do not mention this file at all",
  preview: "Preview of the texts that go out",
  previewHint: "These are all texts of the file. A black bar: does not go out.",
  make: "Record and make the file",
  making: "Making the case file: {done} of {all} files",
  recording: "Recording it in the case …",
  stop: "Stop",
  stopped: "Stopped. The record of it stays in the case.",
  saved: "Saved: {name}",
  savedText:
    "It holds document.html to be printed, case.json for other programs, and your signature. Whoever gets it checks it with: segel verify-export.",
  signer: "Your signature in twelve words",
  signerText: "The key that signed this file. Read the words out when whoever gets it calls to compare.",
  absent:
    "{n} files could not be enclosed: they do not open, or hold words that are hidden. The document says that they are not enclosed.",
  uncleanLeft: {
    one: "{n} file is not enclosed, because its hidden data could not be removed.",
    other: "{n} files are not enclosed, because their hidden data could not be removed.",
  },
  tooLarge: "The chosen files are too large for one case file: {size}, at most {limit}.",
  earlier: "What has left before",
  earlierText: "{day}, {name}: {to}",
  earlierRows: "What went along, numbered from 1 in the copy: {list}",
  withWords: "with the reporter's words",
  conflict: "A colleague has just written in this case. Look at the preview again, then try once more.",
  needsRecord: "While an alarm stands on this case nothing can be recorded, so no file can be made.",
} as const satisfies Translation<typeof id.DIALOG>;
