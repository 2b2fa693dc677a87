/** The receiver's page in English. */
import type { Translation } from "../../../../words/text.ts";
import type * as id from "./id.ts";

type Table<Name extends keyof typeof id> = Translation<(typeof id)[Name]>;

export const RECEIVER: Table<"RECEIVER"> = {
  title: "Receiver of sealed packages",
  lead: "This page is for bodies that receive a case file from an inspectorate in a sealed package.",
  nothingSent:
    "All is done on this computer alone. Nothing is sent, and nothing is kept in this page. Best opened on a computer without a network.",
  back: "Back",
  needsScript: "This page needs JavaScript: everything is done on this computer alone.",
};

export const TASKS: Table<"TASKS"> = {
  open: "Open a package",
  openHint: "With the secret key file, or with ten words",
  make: "Make a key",
  makeHint: "Once, before the first package is sent",
  name: "Read out the words of a key",
  nameHint: "When the office that sends calls to compare",
};

export const MAKE: Table<"MAKE"> = {
  title: "Make a key",
  lead: "A key is two files: the secret one stays in your office, the other one goes to those who send.",
  make: "Make the key",
  made: "The key is made",
  secretTitle: "Keep the secret key file in two safe places",
  secretText:
    "Whoever has it can open every package for your office. Never send it, not to the senders either. If it is lost, packages cannot be opened any more.",
  saveSecret: "Save the secret key",
  publicText: "Anybody may know this file. Send it to the office that will send packages.",
  savePublic: "Save the key for senders",
  failed: "The key cannot be made in this browser. Try a newer one.",
};

export const KEY: Table<"KEY"> = {
  title: "Words of a key",
  lead: "Choose the secret key file, or the file for senders.",
  choose: "Key file",
  none: "There is no single whole age key in this file.",
  words: "Twelve words of this key",
  wordsText: "Read them out when the sending office calls. They are no secret and open nothing.",
  again: "These words can be shown again at any time from the key file.",
};

export const OPEN: Table<"OPEN"> = {
  title: "Open a package",
  lead: "Choose the package that came. Its name ends in .age.",
  choose: "Package",
  hash: "SHA-256 of this package",
  hashText: "Compare it with the numbers on the receipt before you sign it. Size of the package: {size}.",
  key: "Key",
  keyLabel: "Secret key file",
  words: "Ten words",
  wordsLabel: "The ten words that the sending office has told",
  open: "Open",
  busy: "Being read …",
  opened: "The package is open",
  save: "Save the ZIP file ({size})",
  careful: "The ZIP file is sealed no more. Keep it in a safe place only, then open document.html in it.",
  noPackage: "This file is no sealed package.",
  unreadable: "This file cannot be read. Copy it anew from where it came.",
  altered: "This package is damaged, cut, or was changed after it was sealed. Ask the sending office for it once more.",
  otherKey: "This package was not sealed to this key.",
  otherWords: "These words do not open this package.",
  noKey: "Choose a whole secret key file. It holds a line that begins with AGE-SECRET-KEY.",
  noWords: "These are not ten words of the list. Check how they are written, and how many there are.",
};

export const CHECK: Table<"CHECK"> = {
  genuine: "The signature in it holds, and nothing was changed",
  unplaced: "From which office is not certain yet",
  unplacedText:
    "The contents are whole and agree with their signature. But anybody can make a signature in any office’s name: compare the twelve words below first.",
  signedBy: "{what}, signed in the name of {name}, {day}. Files in it: {n}.",
  notGenuine: "It is not certain that the contents are genuine",
  office: "These twelve words are the fingerprint of the office that signed. Compare them with its poster or letter:",
  compared: "The twelve words are those on that office’s poster or letter",
};

export const OFFICE: Table<"OFFICE"> = {
  title: "From which office",
  noted: "The office’s fingerprint as you have written it down (if you have)",
  notedHint: "The twelve words of its poster or letter, or the 64 signs. It is not kept.",
  same: "It is the office that you have written down.",
  other: "It is not the office that you have written down. Call that office before you use this file.",
  incomplete: "These are not twelve words of the list or 64 signs yet. Check how they are written.",
};

export const SIGNER: Table<"SIGNER"> = {
  title: "Signed by",
  listed: "This name stands beside the key below in that office’s list of members.",
  named: "So the file itself says. While the office is not certain, this name is not either.",
  compare:
    "Compare this fingerprint of the signing key with the receipt that came on paper, or have this person read out the twelve words by telephone.",
};

export const TRAIL: Table<"TRAIL"> = {
  title: "Entries of the office’s audit trail",
  none: "None came along: a redacted copy has none, and neither has a file that was made while the trail did not hold.",
  lead: {
    one: "{n} entry came along. The member named has signed it, and it is proved to stand in the log whose key is below.",
    other:
      "{n} entries came along. The members named have signed them, and they are proved to stand in the log whose key is below.",
  },
  entry: "Entry {entry}",
  noRow: "What it wrote is not in this file.",
  compare: "Key of that log. Compare it with the one that the office gives (segel audit verify):",
};

export const ROW_NAMES: Table<"ROW_NAMES"> = {
  made: "Wrote down that this file was made",
  conversation: "Wrote message {number} of this file",
  notes: "Wrote internal note {number} of this file",
  records: "Wrote record {number} of this file",
  readers: "Changed who reads the case: number {number} of this file",
};

export const UNCHECKED: Table<"UNCHECKED"> = {
  title: "What could not be checked here, and why",
  office: "From which office: the list of members and its keys came with the file. Compare the twelve words above.",
  signer: "Whether that person signed with their own hand: the key says it, and who has the key.",
  day: "On which day it was made: without an entry of the audit trail that is the maker’s own word.",
  log: "Whether that log is the office’s: its key came with the file. Compare it with the office’s own.",
  rows: "Whether an entry is of the row named beside it: an entry holds the row’s fingerprint alone, and the row itself is in the office.",
  content: "Whether what it says is true, and what was left out.",
};

export const FAULTS: Table<"FAULTS"> = {
  form: "The contents are no ZIP of the form that Segel writes.",
  manifest: "The list of contents or its signature is missing.",
  directory: "The list of the office’s members is missing or cannot be read.",
  missing: "Something is missing:",
  extra: "Something is there that the list of contents does not name:",
  changed: "Something was changed:",
  sum: "The content agrees with its signature, but the ZIP’s own checksum of it (CRC-32) is wrong. Other programs may say that it is damaged:",
  audit: "What it says of the audit trail is not proved.",
  roots: "The list of members is not signed by that office’s root keys.",
  "other-directory": "The list of members is not the one that the list of contents names.",
  "other-office": "This is of another office.",
  "unknown-member": "Who signed is not in the list of members, or no longer entitled.",
  signature: "The signature does not hold.",
};
