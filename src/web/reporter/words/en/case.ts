/** English: code, case, genuineness, and what is said when something does not work. */
import { OUTCOME_NAMES, REPORTER_STATE_NAMES } from "../../../../words/glossary/en.ts";
import type { Translation } from "../../../../words/text.ts";
import type { CASE as INDONESIAN } from "../id/case.ts";

export const CASE: Translation<typeof INDONESIAN> = {
  check: {
    title: "Check report status",
    lead: "Type the twelve words of your report code. The first four letters are enough.",
    word: "Word {position}",
    suggestions: "Word {position}:",
    didYouMean: "Did you mean",
    problems: {
      count: "{n} words were found; a report code has twelve.",
      "unknown-word": "Word {position}, “{typed}”, is not in the word list.",
      "foreign-letter":
        "Word {position} holds “{letter}”, a letter of another script that looks alike. Please type it again with the letters a to z.",
      "mixed-languages": "Word {position} is of another language than word 1. A code is always in one language.",
      checksum: "All words are in the list, but they do not belong together. One word is wrong, or the order is.",
    },
    incomplete: "Please complete word {places} first.",
    place: "{first}",
    places: "{first} to {last}",
    open: "Open the conversation",
    opening: "Fetching the conversation and checking it…",
    loading: "The list of words is being loaded. You can already type.",
    pasteAll: "Type or paste all words at once",
    oneByOne: "Type word by word",
    allWords: "Twelve words, with spaces between",
    neverSent: "The words are checked on this device and never sent. Nothing is kept after the page is closed.",
    lost: "Lost the code?",
    lostText: "The code cannot be recovered, not by us either. You can {report} and mention that you reported before.",
    makeReport: "make a new report",
    notFound: "Please check the words and their order",
    notFoundText:
      "No conversation opens with these words. A word may be wrong although it is in the list. An inbox that was destroyed does not open any more either.",
  },

  states: REPORTER_STATE_NAMES,
  outcomes: OUTCOME_NAMES,

  case: {
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
  },

  alarms: {
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
  },
  missingAnswers: "Answers that are not shown: number {numbers}.",
  missingOwn: "Messages of yours that are not shown: number {numbers}.",
  marks: {
    gap: "A message before this one is not shown. You may read this one, but a status in it does not count yet.",
    forged:
      "This message is not genuine: it does not open with this case’s keys, or its signature is wrong. It is not shown.",
    fork: "This message does not follow the one before it. It is not shown.",
    "unfit-signer":
      "The author of this message has no right to write in this case, or you left that person out. It is not shown.",
    "outside-channel":
      "The author of this message is from outside the channel. Do not mention what could point to you.",
    directory: "This message refers to a list of recipients that is not known. It is not shown.",
    content: "The content of this message is not as it must be, so it is not shown.",
  },

  protect: {
    title: "I need protection",
    lead: "If you are in danger now, turn to the police or to somebody you trust first.",
    two: "Two kinds of protection",
    office:
      "Protection by this office: confidentiality and limits on who reads the report, by the office’s own rules. Ask for it in the report or the conversation; no identity is needed.",
    statute:
      "Protection by statute is given by LPSK. It is applied for in writing and needs your identity; LPSK decides within 7 days (Law 31/2014, article 29). It concerns reports to law enforcement.",
    ask: "Ask for protection in this conversation",
    askHint: "Write what you are worried about, from whom, and whether it is urgent. Say what we must not do.",
    prefix: "Request for protection:",
    askSend: "Lock and send the request",
    inReport: "Make a report and ask for protection",
  },

  withdraw: {
    title: "Withdraw the report?",
    lead: "The examiners are told that you withdraw it, and stop following it up if they can. A suspected crime may still have to be examined.",
    keeps: "The report is not deleted, and your code stays valid.",
    reason: "Reason",
    submit: "Yes, withdraw the report",
    no: "No, go back",
    sent: "The withdrawal has been sent.",
  },
  burn: {
    title: "Destroy the inbox?",
    lead: "After this the code of twelve words opens nothing any more. You cannot read answers and cannot write.",
    keeps: "The report and the messages that you sent stay with the examiners. This cannot be undone.",
    confirm: "I understand that this code cannot be used any more",
    confirmMissing: "Please mark that you understand.",
    submit: "Destroy the inbox",
    no: "No, go back",
    done: "The inbox has been destroyed",
    doneText: "The report code is no longer valid. You can destroy your note.",
  },

  genuine: {
    title: "Is this page genuine?",
    lead: "A false page can look like this one. Three checks help you tell them apart.",
    address: "1. Look at the address",
    addressText:
      "At the top of the browser the address must be exactly the one on the official poster. Your browser has now opened:",
    addressHint: "Type the address from the poster yourself. Do not follow a link that somebody sent.",
    onion: "Address for Tor Browser:",
    roots: "2. Compare these twelve words",
    rootsText:
      "They are the fingerprint of the root key, in Indonesian words. They must be the same as on the official poster at the service office, row by row. They can also be read out over the telephone.",
    asNumbers: "The same fingerprint as numbers",
    rootsNeeded: "A list of recipients is valid when {threshold} of {all} root keys have signed it.",
    root: "Root key {number}",
    row: "Row {letter}",
    noCode: "Everybody may know these words. They are not a report code.",
    build: "3. Compare the fingerprint of this page’s files",
    buildText: "For those who know the technique, or together with somebody you trust.",
    buildHash: "Fingerprint of all files (SHA-256)",
    directory: "List of recipients",
    directoryLoading: "Being fetched and checked…",
    directoryText: "Version {version}, rightly signed, valid until {until}",
    unprovable: "What cannot be proved here",
    unprovablePoints: [
      "A false page can also show the right words. So check the address first.",
      "A server taken over can show altered pages, this one included.",
      "A device that was broken into can change whatever you see.",
    ],
    mismatch: "Something does not match?",
    mismatchText: "Fill in nothing. Close this page and try from another device or network.",
  },

  cancelling: {
    title: "Delete your answers?",
    lead: "Your answers exist only on this page and have not been sent. Once deleted they cannot be brought back.",
    yes: "Yes, delete them",
    no: "No, go on with the report",
  },

  refused: {
    title: "A report cannot be locked here",
    noRandomness:
      "The random generator of this browser is missing or cannot be trusted. Without it a report cannot be locked, so nothing is sent.",
    youCan: "What you can do",
    ways: [
      "Update this browser, or open this page in another browser or on another device of your own.",
      "Send a letter without a sender’s name to {office}, or go there.",
    ],
  },

  problems: {
    title: "It did not work yet",
    nothingLost: "Nothing is lost; what you typed is still on this page.",
    retry: "Try again",
    unreachable: "The server cannot be reached. Please check your internet connection.",
    busy: "The server is busy. Nothing was stored; please try again in a moment.",
    server: "Something went wrong on the server. Please try again in a moment.",
    refused:
      "The server refused the locked data. The report is not recorded. Please load this page anew in another window and try again.",
    directory:
      "The list of recipients that the server gives is not valid, so the report was locked for nobody and nothing was sent. Try from another network; if it stays like this, tell the office in another way.",
    "two-views": "Alarm: the server gives another list of recipients than before, or an older one. Nothing was sent.",
    clock:
      "The clock of this device says {today}, but the list of recipients is valid from {from} until {until}. If the clock is wrong, set it; if it is right, tell the office. Nothing was sent.",
    "too-old": "This page is too old for the list of recipients. Please load the page anew.",
    noChannel: "The list of recipients holds no channel for reports.",
    unknown: "Something happened that we did not foresee. Nothing was sent.",
  },
};
