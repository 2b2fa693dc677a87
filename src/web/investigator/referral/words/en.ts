/** What is said where a case file is sealed for another body, in English. */
import type { Translation } from "../../../../words/text.ts";
import type * as id from "./id.ts";

export const BODY_NAMES: Translation<typeof id.BODY_NAMES> = {
  kpk: "KPK",
  police: "Police",
  prosecutor: "Prosecutor",
  inspectorate: "The inspectorate above",
  other: "Another body",
};

export const SEAL: Translation<typeof id.SEAL> = {
  legend: "How does this file leave?",
  plain: "A plain ZIP file",
  plainHint: "Whoever holds the file can read it.",
  sealed: "A sealed package for another body",
  sealedHint: "Only the body that receives it can open it. The referral is recorded in this case.",
  known: "From the book of receivers",
  knownNone: "A new receiver",
  knownChecked: "This key was compared on {day} by {name}: {how}",
  choose: "Choose …",
  to: "Body that receives it",
  letter: "Number of the covering letter",
  letterHint: "The letter that goes with this package.",
  on: "Day of the letter",
  way: "Sealed with what?",
  byKey: "The receiver’s key",
  byKeyHint: "Safest. The receiver makes it with the page segel-penerima.html or with the program age.",
  byWords: "Ten words",
  byWordsHint: "Where the receiver has no key yet. The words are made by the program and told by another way.",
  key: "The receiver’s key",
  keyHint: "Paste the key that begins with age1, or choose its file.",
  keyFile: "Choose a key file:",
  secretKey:
    "This is the receiver’s secret key, which must never be sent to anybody. Do not use it any more: ask the receiver to make a new one.",
  compare:
    "Call the receiver under the official number of their office. Have them read out the twelve words of their key, and compare:",
  asNumbers: "As numbers (SHA-256)",
  notHybrid:
    "This key does not withstand quantum computers. If there is time, ask the receiver to make one with segel-penerima.html.",
  compared: "The twelve words are those that the receiver read out",
  checked: "How was the key compared?",
  checkedHint: "For example: over the office telephone, with whom.",
  toldBy: "By which way are the ten words told?",
  toldByHint: "Not by the way that the package takes. For example: spoken over the office telephone.",
  keeps: "Keep this key in the office’s book of receivers",
  anew: "It stays like this after loading again: begin anew with the {n} receivers that can still be read. The next receiver that is kept replaces the whole book, for all colleagues.",
};

export const SEAL_FAULTS: Translation<typeof id.SEAL_FAULTS> = {
  name: "Enter the name of the body that receives it.",
  to: "Choose the body that receives it.",
  letter: "Enter the number of the covering letter.",
  key: "This is not one whole age key. Please ask the receiver for it once more.",
  compared: "The key has to be compared first. With a wrong key this case falls into other hands.",
  checked: "This is needed.",
};

export const SENT: Translation<typeof id.SENT> = {
  hash: "SHA-256 of the package:",
  words: "Write down these ten words now",
  fromBefore:
    "The desk was locked before the words of this package for {name} (letter {letter}) were written down. They were kept until you came back. If its file was not saved, make the package again: it gets other words.",
  unfinished:
    "The desk was locked while a package was being made. It was not written down and is not there. Make it again.",
  wordsText:
    "Once you have ticked that, they are kept nowhere. Tell them by another way than the package goes. Without them nobody can open it.",
  noted: "I have written down these ten words",
  notedFirst: "Write the words down first, then tick this. Once this is closed they are gone.",
  next: "Send the package with its receipt. Once the receiver has signed it, record its return in this case.",
  receipt: "Save the receipt to be printed",
  file: "receipt-{number}",
  page: "Save the opening page for the receiver",
  pageText:
    "With this page the receiver makes a key and opens packages. Send it once, and not together with a package.",
  move: "Change to Referred …",
};

export const PACKAGES: Translation<typeof id.PACKAGES> = {
  title: "Packages for other bodies: {n}, waiting for a receipt: {waiting}",
  sent: "{day}, by {name}, letter {letter}",
  waiting: "The receipt has not come back yet.",
  returned: "Receipt signed by {by}, {day}.",
  differs: "The SHA-256 on the receipt is another. Call the receiver: what arrived is not this package.",
  note: "Record the receipt …",
  noteAgain: "Record the receipt anew …",
  by: "Who signed it, in which office?",
  on: "Day of receipt",
  number: "Number of the receipt (if any)",
  agrees: "Is the SHA-256 on the receipt the same?",
  yes: "Yes, the same",
  no: "Not the same",
  text: "Remark (if any)",
  save: "Save",
  cancel: "Cancel",
};

export const RECEIPT: Translation<typeof id.RECEIPT> = {
  title: "Receipt for a sealed package",
  from: "From",
  to: "To",
  letter: "Covering letter",
  letterOn: "{letter}, {day}",
  register: "Register number",
  size: "Size of the package",
  sizeText: "{size} ({bytes} bytes)",
  files: "Files in it",
  sealedBy: "Sealed with",
  byKey: "the receiver’s key",
  byWords: "ten words, told by another way",
  keyHash: "SHA-256 of the receiver’s key",
  hash: "SHA-256 of the package",
  compare: "Compare the numbers above with those that segel-penerima.html shows, or with what sha256sum says.",
  same: "The numbers are the same.",
  other: "They are not the same.",
  signer: "Key of who signed",
  signerText: "segel-penerima.html shows these twelve words under “Signed by”. If they are others, call the sender.",
  opening: "How to open it",
  byPage: "Open segel-penerima.html in a browser without a network, and choose package and key, or type the ten words.",
  byAge: "Or with the program age (version 1.3 or newer for keys that begin with age1pq):",
  ageByKey: "age -d -i KEY -o files.zip PACKAGE",
  ageByWords: "age -d -o files.zip PACKAGE",
  ageJoined: "As its passphrase type the ten words with hyphens (-) between them and no spaces.",
  secret:
    "What is inside is confidential. Name, address and whatever else could show who reported must not be named ({law}).",
  gives: "Handed over by: name, staff number, day",
  takes: "Received by: name, function, day, stamp",
};

export const RECEIVER_ALARMS = {
  altered: "The book of receivers that the server shows is not genuine. Do not use its keys. Tell an administrator.",
  older: "The server shows an older book of receivers than you have read before. Tell an administrator.",
  unshown: "The audit trail names a newer book of receivers than the server shows. Tell an administrator.",
  "not-for-me":
    "The book of receivers was sealed before you became a member. As soon as a colleague opens this page, you can read it.",
  unreadable: "The book of receivers was written by a newer version. Load this page again.",
} as const satisfies Translation<typeof id.RECEIVER_ALARMS>;
