/** The key page's words in English. */
import type { Translation } from "../../../words/text.ts";
import type * as id from "./id.ts";

type Table<Name extends keyof typeof id> = Translation<(typeof id)[Name]>;

export const FRAME: Table<"FRAME"> = {
  title: "Key page",
  back: "Back to the tasks",
  practice: "PRACTICE: nothing that is made here is to be used.",
  needsScript: "This page needs JavaScript: everything is done on this computer alone.",
};

export const CHECK: Table<"CHECK"> = {
  title: "First of all: is this page genuine?",
  lead: "Whoever hands you a false key page can own the keys of your office. So check its file first, before you type anything.",
  step1: "Compute the SHA-256 fingerprint of this file. Open a terminal in its folder and run:",
  step2:
    "Compare all 64 signs with a value from SOMEWHERE ELSE: the line printed with the release, or a file that a second person built from the source.",
  step3: "Not the same, or nothing to compare with? Close this page and type nothing.",
  go: "I have compared it, and it is the same",
};

export const NETWORK: Table<"NETWORK"> = {
  online: "THIS COMPUTER IS CONNECTED TO A NETWORK",
  offline: "This computer is not connected to a network.",
  lead: "Keys are made and used only on a computer that is not connected. Pull the cable out and switch Wi-Fi off; this page goes on by itself as soon as the network is gone.",
  best: "Safest: start a computer from a USB stick (Tails, for example) without a network, and switch it off afterwards.",
  doubt:
    "Some browsers (Tor Browser, for example) always say “connected”. Go on only if you have cut the network yourself.",
  declare: "I have pulled the cable out and switched Wi-Fi off",
  goOn: "Go on upon this statement",
  practise: "Practise only",
  practiseHint: "Every sheet is marked PRACTICE.",
  practiceWords: "Practice: do not type real words.",
  again: "The network is back. Cut it first; what you have done so far stays here.",
};

export const TASKS: Table<"TASKS"> = {
  title: "What would you like to do?",
  root: "Make a root key",
  rootHint: "One sheet with 24 words, for one holder.",
  split: "Make and split the recovery key",
  splitHint: "One sheet for each custodian, and the lock’s sheet for the holders of the root keys.",
  sign: "Check and sign a request",
  signHint: "Read what changes, then type the 24 words of a root key.",
  rehearse: "Rehearse recovery",
  rehearseHint: "Sheets are typed in; the answer is yes or no and nothing else.",
  give: "Hand over a sheet for recovery",
  giveHint: "A sheet or the lock, sealed to the one person who recovers.",
  nothingKept: "This page keeps nothing and sends nothing. When it is closed, what was typed is gone.",
};

export const SHEET: Table<"SHEET"> = {
  practice: "PRACTICE",
  secret: "SECRET. For its holder alone; do not photograph, copy, or type it anywhere else.",
  rootTitle: "Sheet of a root key",
  shareTitle: "Custodian’s sheet: share {number} of {total}",
  lockTitle: "Sheet of the recovery key’s lock",
  rootWords: "24 words of the root key",
  lockWords: "24 words of the lock",
  shareWords: "Share {number}: five lines of seven words",
  checkWord: "The last word of each line checks that line.",
  needed: "{n} of {total} custodians’ sheets are needed, together with the lock.",
  shareUse: "By itself this sheet opens nothing. Nor do several sheets without the lock.",
  lockUse: "By itself the lock opens nothing. It completes the custodians’ sheets.",
  rootUse: "With this key its holder agrees to who can read reports. It opens no report.",
  ceremony: "Number of the splitting",
  mark: "Mark of this share",
  rootFingerprint: "Fingerprint of the root key (may be read aloud; it is no secret)",
  recoveryFingerprint: "Fingerprint of the recovery key (may be read aloud; it is no secret)",
  qr: "QR code of the half of the key that everybody may know",
  made: "Made",
  madeBy: "by this computer’s clock",
  holder: "Held by (function)",
  seal: "Number of the envelope’s seal",
  office: "Agency",
  signedTitle: "Signed with this key so far",
  signedHint: "A number that stands here is not signed again.",
  version: "List number",
  day: "Day",
  signedWords: "First three words of the request",
  rehearsedTitle: "Rehearsals of recovery",
  rehearsedHint: "Once a year, and after each splitting.",
  rehearsedAnswer: "Answer (yes or no)",
  newSeal: "Number of the new seal",
  initials: "Initials",
  print: "Print this sheet",
  printHint: "Use a printer on a cable, without a network. No printer: copy it by hand.",
  done: "Its holder has this sheet now",
  lockCopies: "Print one for each holder of a root key.",
  askTitle: "Check two words",
  askLead: "Look at the sheet that was printed or written, not at this screen.",
  askWord: "Word {position}",
  askLineWord: "Line {line}, word {position}",
  askWrong: "That word is not the same. Please look at the sheet again.",
  askShow: "Show the sheet once more",
  askCheck: "Check",
};

export const ROOT: Table<"ROOT"> = {
  title: "Make a root key",
  lead: "The key is made here from random numbers and shown once as 24 words. Only its holder may see the screen.",
  make: "Make the root key",
  saveTitle: "Save the half that everybody may know",
  saveLead: "This file goes into the request. It is no secret.",
  save: "Save the root key’s file",
  finish: "Done, forget the key",
};

export const SPLIT: Table<"SPLIT"> = {
  title: "Make and split the recovery key",
  lead: "The recovery key opens reports when all their readers are gone. Nobody holds it alone: it opens only with several custodians’ sheets and the lock that the holders of the root keys keep.",
  total: "Number of custodians",
  threshold: "Sheets that are needed",
  advice: "2 of 3 is a good start.",
  bad: "At least two sheets must be needed, and no more than there are custodians.",
  make: "Make and split",
  sheet: "Sheet {at} of {of}",
  turn: "It is the turn of {who}. All others, please do not look at the screen.",
  custodian: "custodian {number}",
  rootHolders: "the holders of the root keys",
  saveTitle: "Save the half that everybody may know",
  saveLead: "This file goes into the request and is needed for rehearsals. It is no secret.",
  save: "Save the recovery key’s file",
  finish: "Done, forget the key",
};

export const SIGN: Table<"SIGN"> = {
  title: "Check and sign a request",
  choose: "File of the request (.json)",
  first: "This is the first list of an office (number 1).",
  next: "This is list number {version}. It follows number {before}, which is valid since {from}.",
  checkSheet:
    "Look at the sheet of your root key: number {version} must not stand there yet. Does it? Then do not sign again.",
  lineTitle: "One line for this request",
  lineLead:
    "Read it aloud. The same words must stand on the screen of everybody who joins and on the draft of the poster.",
  changesTitle: "What changes",
  changesLead: "Computed from the two lists, not taken from what their author says. Nothing else changes.",
  keyLead: "To be read to its owner: {use}",
  print: "Print this request for the record",
  recordTitle: "Read and signed by",
  recordFunction: "Function",
  recordAnswer: "Line of twelve words the same (yes or no)",
  recordSignature: "Signature",
  wordsTitle: "Sign",
  words: "The 24 words of your root key",
  sign: "Sign this request",
  signed: "Signed. Write number {version}, the day and the first three words on your sheet.",
  save: "Save the signature’s file",
  joinTitle: "Join signatures",
  joinLead: "Files with the signatures of other holders, if they are on the USB stick already.",
  joinChoose: "Files of signatures",
  countAll: "{has} of {needs} signatures are there.",
  countOld: "Old root keys: {has} of {needs} signatures are there.",
  countNew: "New root keys: {has} of {needs} signatures are there.",
  saveDirectory: "Save the signed list",
};

export const REHEARSE: Table<"REHEARSE"> = {
  title: "Rehearse recovery",
  lead: "Each custodian types the own sheet, then a holder of a root key types the lock. Nothing is opened: this page only says whether recovery would succeed.",
  choose: "File from the desk, the recovery key’s file, or a request that holds it (.json)",
  askedOn: "A rehearsal that the desk asked for on {day}",
  askedText:
    "Is that not today? Then do not go on. The answer proves that this recovery key can be put together; it opens no report.",
  answerText: "Save the answer to the stick and open it at the desk, under “People and keys”. It is no secret.",
  answerSave: "Save the answer",
  known: "The recovery key with this fingerprint. Compare it with your sheet.",
  none: "This request holds no recovery key.",
  sheet: "Sheet {at} of {of}",
  line: "Line {line}",
  take: "Check this sheet",
  taken: "{n} of {of} sheets are right.",
  lock: "24 words of the lock",
  check: "Check everything",
  yes: "YES. With these sheets and the lock, recovery would succeed.",
  no: "NO. Recovery would not succeed like this.",
  finish: "Done",
};

export const GIVE: Table<"GIVE"> = {
  title: "Hand over a sheet for recovery",
  lead: "When all readers are lost, one person who is back recovers the reports. You type your sheet here, on a computer of your own and alone; it is sealed so that only that person can open it.",
  choose: "File of the person who recovers (.json)",
  known: "What you type is sealed to this person and to nobody else:",
  compare: "{name} reads these twelve words aloud from the own screen. Hear them face to face or by telephone.",
  doubt: "Look twice: with this, that person opens every report",
  doubtText:
    "Is a word another, or is this not the person on whom you have all agreed? Then type nothing, and tell the other holders of sheets.",
  same: "All twelve words are the same",
  other: "Something is different: stop",
  which: "What do you hold?",
  share: "A custodian’s sheet (five lines)",
  lock: "The lock of the root holders (24 words)",
  lockWords: "24 words of the lock",
  seal: "Seal it",
  sealed: "Sealed to {name}",
  sealedText:
    "Save the file and hand it to {name}, on a stick. By itself it opens nothing, and nobody else can open it.",
  save: "Save the sealed file",
  finish: "Done",
};
