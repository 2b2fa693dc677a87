/** Every sentence of the command line, in English. */
import type { Translation } from "../../../../words/text.ts";
import type * as Indonesian from "../id/sentences.ts";

type Table<Name extends keyof typeof Indonesian> = Translation<(typeof Indonesian)[Name]>;

export const SENTENCES: Table<"SENTENCES"> = {
  assignedTo: "Assigned to {name} since {day}.",
  assignmentInvalid: "{name} wrote an assignment without effect on {day}.",
  labels: "Labels: {list}",
  openingCases: "{n} of {of} new cases opened",
  memberMissing: "To whom? Add --member NAME.",
  noInterests: "Nothing declared.",
  namesInterest: "This case names an interest that you declared: {interest}",
  stepBack:
    "The case is not shown. Step back with: segel read remove {number} --member YOUR-NAME --interest KIND. Or open it all the same with --despite-interest; the reason is asked for and written into the case.",
  askDespite: "Why do you open this case although it names your interest? (end with Ctrl-D):",
  interestsAlarm: "What the server shows is not genuine, or older than what is known",
  readerMissing: "Who? Add --member NAME.",
  readers: "Read by: {names}",
  readerGranted: "{day}: {by} let {names} in.",
  readerRecovered: "{day}: {by} opened the case with the recovery key.",
  readerRemoved: "{day}: {by} took {names} out.",
  readerInvalid: "not valid, without effect",
  readerExposed:
    "The reporter's message #{sequence} can still be read by {names}: written before the reporter knew of the new keys.",
  removalLimits:
    "What they have read stays with them. With the server's help a member who is still in the directory could forge the message about new keys: whom you distrust must be removed from the directory too.",
  labelMissing: "Which label? Add --add LABEL or --remove LABEL.",
  askAssignReason: "Reason, for colleagues who read this case",
  noSuchMember: "“{name}” is not the name of exactly one member who works on cases. There are: {list}.",
  statedUntil: "Confirmed until {stated}; the directory itself is valid until {expires}.",
  proposedUntil: "confirms it until {day}",
  publishesDirectory: "publishes directory number {version}",
  suspends: "suspends: {names}",
  closes: "closes the channel: {names}",
  statementSigners: "signed by {names}; {n} more needed",
  stated: "The directory is confirmed.",
  statementSigned: "Your signature is kept. Somebody else has to sign too: segel statement show",
  invalidProposals:
    "The server gives {n} proposals that are not valid: nobody who may has signed them, or they publish a directory that the roots have not signed. They are not shown. If you do not know why, tell the administrator in another way.",
  noSuchProposal: '"{name}" is not the beginning of one proposal, eight signs at least. See: segel statement show',
  help: `segel COMMAND [options]

  send FILE            sends a report
  check                checks a report with the twelve words
  read list|open|find|interests
  read answer|note|state|receipt|put-off|profile
  read assign|claim|give-back|label|judge|agree|disagree|task|done|link
  read grant|remove|leave|readmit|discard|keep|enter
                       members' work
  directory show|verify
                       the signed directory of members and channels
  statement show|confirm
                       stewards confirm it, suspend members, close channels
  verify-receipt LINE  checks a receipt that somebody shows
  figures verify FILE  checks figures that an office has published
  verify-export FILE   checks a ZIP that left an office
  audit export|checkpoint|verify|accept [FILE]
                       the audit trail for others, and whether one holds
  sealer FILE          makes segel-lapor.html, to write reports without a network
  server-key FILE      puts a new key in front of the server's key file
  root new|show|sign|join
                       root keys and requests, without a network
  recovery split|check|give|again
                       the recovery key, without a network
  office new|start|code|pages
                       an office on this machine

More on each: segel COMMAND --help`,
  moreHelp: "What each of it means: add --help",
  misused: "That was not understood. The command is used like this:",
  unknownCommand: 'There is no command "{name}". See: segel --help',
  unforeseen: "Something unforeseen went wrong ({kind}).",

  // Arguments, files, standard input
  badOption: "{detail}. See --help.",
  badLanguage: 'There is no language "{value}"; choose {list}.',
  badBuildDate:
    'SOURCE_DATE_EPOCH "{value}" is no time: whole seconds since 1970 are expected. Please correct or remove that setting.',
  badOrigin: 'The address "{value}" is not as expected; for example: https://report.example.org',
  badCode: '{option} "{value}" does not exist; choose from: {list}',
  stateMissing: "Please name the new state with --to: {list}",
  unknownId: 'The id "{id}" is not here, or not only one. See: segel directory show',
  inputEnded: "The input ended before: {question}",
  inputNotUtf8: "The input is not UTF-8 text.",
  fileUnreadable: "The file {file} cannot be read.",
  fileNotJson: "The file {file} is not JSON in UTF-8.",
  fileEmpty: "There is no report in {file}.",
  notAReport: "This is no report: a JSON object is expected.",
  unknownFields: "Unknown fields: {fields}.",
  wrongFields: "Fields without the expected form: {fields}.",
  categories: "Categories: {list}.",
  allText: "all text of the report",
  messageText: "message",
  fieldMissing: "Please fill in {field}.",
  fieldTooLong: "Too long: {field}, {actual} characters; the limit is {limit}.",
  fieldTooLongOnce: "Too long once encoded: {field}.",
  fieldTooManyBytes: "Too long once encoded: {field}, {actual} bytes; the limit is {limit}.",
  fieldControl: "Please without line breaks, tabs or control characters: {field}.",
  rootsUnreadable: "The file of roots {file} cannot be understood.",
  noRoots: "No roots were found ({files}). Please name them with --roots.",
  memoryUnreadable:
    "This device's memory {file} cannot be read. If you are sure that nobody tampered with it, delete the file.",

  // send
  toChannel: "Channel: {channel}",
  noChannel: "The directory holds no channel yet.",
  inReport: "Report {n}: {problem}",
  nothingSent: "Nothing was sent.",
  stoppedAt: "Stopped at report {n} of {all}: {reason} Confirmed before: {sent}.",
  arrived: "Your report has arrived.",
  arrivedOf: "Report {n} of {all} has arrived.",
  registerNumber: "Register number: {number}",
  yourWords: "Your report code. Please write it on paper, in this order: it cannot be recovered.",
  afterSending: "To read the answer later: npm run -s segel -- check",
  noSealer: "There are no built pages in {folder}. Say where they are with --pages FOLDER, or first run: npm run build",
  notWritten: "The file {file} cannot be written.",
  keyUnread: "{file} cannot be read. Run this as whoever owns it.",
  keyOdd: "{file} is no key file of a server: it holds keys of 32 bytes, 16 at the most. Nothing was changed.",
  keyChanged: {
    one: "{file} has a new key; {n} earlier key stays in it, to be read by. Now start the server again, and put the file into your backup.",
    other:
      "{file} has a new key; {n} earlier keys stay in it, to be read by. Now start the server again, and put the file into your backup.",
  },
  sealerMade: "{file} is made, and can be used until {until}.\nSHA-256 {sha256}",
  handedIn:
    "This sealed file is on the server. Where it was handed in before, its report is not counted twice. Answers are read with the reporter’s twelve words alone.",
  attachment: "attachment",
  hiddenRemoved: "removed: {kinds}.",
  hiddenKept: "still inside: {kinds}.",
  nothingHidden: "no hidden data of the kinds we know.",
  howAsIs: "Nothing has been sent. To send a file as it is, with its own name: --attach-as-is PATH",
  attachToOne: "--attach goes with one report alone: FILE holds {count}.",
  filesSent: "All files have arrived ({count}).",
  filesNotSent:
    "Your report has arrived, but its files have not: {reason}\nThe files can be sent later with the twelve words: npm run -s segel -- check --attach PATH",
  sendingFile: "Sending {n}/{all}: {percent}% of {size}  {name}",
  waitingWithFile: "Connection lost; trying again ({n}/{all}: {percent}%)",

  // Files of a case
  waitingForFile: "Connection lost; trying again ({percent}% of {size}  {name})",
  fetchingFile: "Fetching: {percent}% of {size}  {name}",
  fileLine: "File: {name} ({size})",
  fileSaved: "{name} ({size}) saved: {path}\n  SHA-256 {hash}",
  fileNotSaved: "! {name} ({size}) was not saved: {problem}",
  filesNotSaved: "{count} of {all} files were not saved.",
  noFiles: "There are no files to save.",
  folderUnusable: "The folder {folder} cannot be used.",
  filesMissing: "The report announces files that have not come: {list}",

  // check
  askWords: "The twelve words (not shown while typing)",
  wordsNotAsArguments:
    "Please do not write the words on the command line: the device keeps them. Run it without; the program will ask.",
  wordCount: "The code has twelve words; these are {found}.",
  wordForeign: 'Word {position} holds "{letter}", a letter of another script.',
  wordMixed: "Word {position} is of another language than the first.",
  wordChecksum: "All words exist, but not together: one is another, or the order is. Please look at your note.",
  wordUnknown: "Word {position} is in no word list.",
  wordSuggestions: "Perhaps: {list}.",
  caseRemoved:
    "Your words are right. By the server’s word the office has removed this report, on {day}: two members agreed on it, and 30 days passed. This program cannot check that. If it matters, please make a new report; say that there was one before, and add what helps to examine it.",
  caseNotFound: "Not found with these words. Please check the words and their order.",
  state: "State: {state}",
  alarmAdvice: "Please do not write here. If the report matters, make a new one from another device and network.",
  silent: "The server has not answered yet. Waiting at most {n} seconds more; Ctrl-C ends it.",
  sealedUnder: "Sealed under directory version {version}, to your key {fingerprint}",
  zone: "Dates follow the office’s time zone, {zone}.",
  zoneUntold: "Dates follow the office’s time zone.",
  arrivedDay: "Arrived: {day}",
  missingAnswers: "Answers that are not shown: number {list}",
  missingOwn: "Messages of yours that are not shown: number {list}",
  youWrote: "Messages you wrote after the report: {count}. The code does not open them again.",
  noAnswers: "There is no answer yet.",
  howToReply: "To write: npm run -s segel -- check --reply",
  askReply: "Your message (end with Ctrl-D):",
  replySent: "Your message has arrived.",

  // Messages
  reporter: "Reporter",
  nobodyKnown: "Unknown author",
  newKeys: "New keys: only who reads the case now can read what is written from here on",
  newState: "New state: {state}",
  protectionAsked: "The reporter asks for protection ({urgency}):",
  withdrawn: "The reporter withdraws the report:",
  burnt: "The reporter has given up the way back to this report.",

  // read
  askName: "Name",
  askPassphrase: "Passphrase (not shown while typing)",
  askCode: "Code from the authenticator app (not shown while typing)",
  wrongCodes: {
    one: "{n} wrong code was tried since you last signed in with a code. If it was not you, somebody else knows your six words.",
    other:
      "{n} wrong codes were tried since you last signed in with a code. If it was not you, somebody else knows your six words.",
  },
  factorReset:
    "Your second factor will be reset on {day}, as two colleagues have asked. If it was not you who wanted it, stop it at the desk under “My account”.",
  entryEnds: {
    one: "Your entry in the directory ends in 1 day. After that you cannot sign in, and new reports are not sealed to you: ask the administrator to have it renewed.",
    other:
      "Your entry in the directory ends in {n} days. After that you cannot sign in, and new reports are not sealed to you: ask the administrator to have it renewed.",
  },
  entryUntil: "until {day}",
  entryNotValid: "not valid today: {from} to {until}",
  rehearsal: "This office is not open yet. What is sent now is part of its rehearsal.",
  firstUseHere: "First use here: an older directory would not be noticed. Compare: segel directory verify",
  tryingHeads: "Trying to open new reports: {tried} …",
  alteredHeads:
    "{count} reports were changed after they were sealed, and are not shown. Tell the other recipients of this channel and the administrator in another way.",
  unopenedHeads:
    "{count} reports opened for nobody: noise, or sealed with keys that no member here has. They are not tried again.",
  casesRead: "{done} of {of} cases read",
  casesFound: { one: "1 case found, of {of} that were read.", other: "{n} cases found, of {of} that were read." },
  moreFound: "{n} more. Give more words.",
  casesUnread: {
    one: "One case does not open and was not searched.",
    other: "{n} cases do not open and were not searched.",
  },
  fileNamed: "File name",
  registerNamed: "Register number",
  linkWithMissing: "Please name the other case with --with: its register number or ID",
  sameMatter: "Same matter as {number}, {name}, {day}:",
  relatedCase: "Related to {number}, {name}, {day}:",
  linkWritten: "The link stands in {number}.",
  noCases: "There is no case yet.",
  noSuchCase: "There is no case {id} that you can open.",
  severalCases: "Several cases have this number; name the UUID: {list}",
  unreadMark: "new",
  summaryAltered: "! the summary was altered",
  summaryMissing: "(open it to see)",
  arrivedOn: "Arrived {day}  ·  {handle}",
  burntCase: "The reporter has destroyed the inbox: nobody can come back to read an answer.",
  excluded: "Excluded by the reporter: {names}",
  removedRecipients: "This report was also sealed to members who are not active any more: {names}",
  conversation: "Conversation with the reporter",
  earlier: {
    one: "({n} earlier message of the reporter is not shown: add --all)",
    other: "({n} earlier messages of the reporter are not shown: add --all)",
  },
  noMessages: "There is no message yet.",
  notes: "INTERNAL NOTES (never shown to the reporter)",
  askAnswer: "Message to the reporter (end with Ctrl-D):",
  askNote: "Internal note (end with Ctrl-D):",
  askDiscard: "Why this case should be removed, for your colleagues (end with Ctrl-D):",
  discardProposed: "It is proposed to remove this case. Another member must agree; one of the two must be a case lead.",
  discardAgreed: "This case will be removed on {day}. Until then: segel read keep",
  discardLapsed: "Two members had agreed to remove this case. It was worked on since, so it stays.",
  discardBy: "Signed by {name} on {day}",
  discardWritten: "Messages of the reporter since: {count}",
  listProposed: "{number}: removal proposed",
  listAgreed: "{number}: will be removed on {day}",
  missingCases:
    "{count} cases that you have opened are not shown any more, and nobody has signed their removal. Tell the administrator in another way.",
  alteredDiscards: "{count} records about removing cases are not genuine. Tell the administrator in another way.",
  askReason: "Explanation for the reporter, may be empty (end with Ctrl-D):",
  sheetMissing: "Please name the assessment with --sheet FILE (JSON).",
  taskMissing: "Please name the task with --task ID. See: segel read open",
  badDay: '"{value}" is no date; for example 2026-12-01',
  noSheet: "This case has not been assessed yet.",
  askTask: "What is to be done, one line (end with Ctrl-D):",
  askDisagree: "Why do you disagree? (end with Ctrl-D):",
  sheetTotal: "Assessment, {total} of {most}",
  signedBy: "By {name}, {day}",
  agrees: "{name} agrees, {day}.",
  disagrees: "{name} disagrees, {day}:",
  protectionOpen: "Protection goes on: {urgency}",
  tasks: "Tasks",
  anybody: "anybody",
  done: "Stored in case {number}.",

  // directory
  directoryHead: "Directory number {version}",
  directoryDates: "Valid {from} until {until}",
  channel: "Channel",
  recipients: "  Recipients: {names}",
  excludable: "  Can be excluded: {names}",
  withRecovery: "  Also sealed to the recovery key",
  members: "Members",
  removedIn: "inactive since number {version}",
  signaturesRight: "Signatures: right ({signatures}; {threshold} of {of} roots are needed)",
  chainWhole: "Chain: whole ({documents} documents)",
  membersRight: "Members: {members}, each signed by their own key",
  sameAsRemembered: "As this device remembers it",
  notRememberedHere: "This device has no memory yet to compare with",
  notAsRemembered: "Alarm: these directories do not hold the one that was accepted on this device before.",
  compareRoots: "Please compare the fingerprint of the roots with the poster, or read it aloud over the telephone:",

  // demo
  differs: "came back other than it was sent: {what}",

  // start
  portTaken:
    "Port {port} on {host} is in use by another program. Please end that one, or choose another port: PORT=8081 npm start",
  badPort: 'PORT "{value}" is no port number.',
  startingDatabase: "Starting the database in {folder} …",
  buildingPages: "Building the pages …",
  pagesNotBuilt: "The pages could not be built.",
  reporterPage: "for reporters: make a report, read the answer",
  deskPage: "for investigators: sign in with a name and passphrase from below",
  enrolling: "Enrolling the members of the demonstration …",
  serverEnded: "The server ended before it was ready.",
  serverGone: "The server ended unexpectedly.",
  stopping: "Ending …",
  ready: "Segel is ready at {origin}  ({seconds} s)",
  demoOnly: "A demonstration: all roles are made up, all secrets lie in {folder}. Not for real reports.",
  columnLogin: "Name",
  columnRole: "Role",
  columnPassphrase: "Passphrase",
  firstSteps: "Open both addresses in a browser, or try from another terminal:",
  stepSend: "send a sample report; note its twelve words",
  stepList: "read the list of cases as an investigator",
  stepCheck: "come back as the reporter, with the twelve words",
  stepDemo: "the whole story for each report of a file",
  howToEnd: "Ctrl-C ends it.",
};

export const OWN_FAILURES: Table<"OWN_FAILURES"> = {
  api: {
    conflict: { advice: "Nothing is lost. Please open again, then send again." },
    "move-not-allowed": { advice: "Please open it again." },
    unreachable: { happened: "The server cannot be reached at {origin}." },
    unexpected: { happened: "The answer from {origin} is not one of Segel." },
  },
  crypto: { "too-long": { happened: "The report is longer than {limit} bytes once encoded." } },
  refusal: {
    "outcome-needed": { advice: "Please add --outcome." },
    "unreadable-file": { advice: "Please look at that file, then run this command again." },
    "file-missing": { advice: "Please try again." },
  },
};

export const DEADLINES: Table<"DEADLINES"> = {
  title: "Deadlines",
  kept: "kept on {kept} (promised for {day})",
  late: "late, on {kept} (promised for {day})",
  paused: "paused since {day}, while the reporter is asked",
  working: {
    left: { one: "{day}, 1 working day left", other: "{day}, {n} working days left" },
    past: { one: "{day}, 1 working day late", other: "{day}, {n} working days late" },
  },
  calendar: {
    left: { one: "{day}, 1 calendar day left", other: "{day}, {n} calendar days left" },
    past: { one: "{day}, 1 calendar day late", other: "{day}, {n} calendar days late" },
  },
  putOff: "first {first}, put off on {on}",
  putOffLate: "first {first}, which had passed when it was put off on {on}",
  source: "basis: {source}",
  unconfirmed: "basis: {source} (not compared with its text yet)",
  askWhy: "Reason for the reporter (end with Ctrl-D):",
  dueMissing: 'Please name the new date with --due 2027-01-31, not "{value}".',
  nextBy: "Next word by {day}",
  promise: "{deadline}: put off to {day}",
  profile: "Deadlines follow: {name}",
};

export const ENTERING: Table<"ENTERING"> = {
  future: "A report cannot have come on {value}: that day has not come yet.",
  askUnit: "Unit or office that the report is about (or the report as JSON)",
  askTitle: "Title",
  askText: "The report (end with Ctrl-D):",
  by: "{way}, received {day}, entered by {name}",
  withCode: "The person who reports got a code of twelve words.",
  withoutCode: "There is no code: nobody will read an answer.",
  entered: "The report is sealed and stored. Register number: {number}",
};

export const COLUMNS: Table<"COLUMNS"> = {
  register: "Number",
  unread: "Read",
  marks: "Marks",
  assignee: "Assigned to",
  state: "State",
  arrived: "Arrived",
  category: "Category",
  unit: "Work unit",
  title: "Title",
};

/** One pass over all cases, for a colleague who has left or is back. */
export const LEAVING = {
  forInterest: "Not given back, since they were left for an interest: {list}.",
  progress: "{done} of {of} cases",
  unforeseen: "something went wrong that was not foreseen.",
  failed: "It failed for {n} cases. Run it once more; what is done is passed over.",
  takenOut: "New keys: {n} cases. So already: {already}. Closed or archived, left as they are: {ended}.",
  given: "Given: {n} cases. So already: {already}. Closed or archived, left as they are: {ended}.",
  known: "What they could still know (number, state, could read since, new keys since, files):",
  still: "still has the keys",
  files: "with files",
  noFiles: "no files",
} as const;
