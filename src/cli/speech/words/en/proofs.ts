/** What is said of papers that prove something, in English. */
import type { Translation } from "../../../../words/text.ts";
import type * as Indonesian from "../id/proofs.ts";

type Table<Name extends keyof typeof Indonesian> = Translation<(typeof Indonesian)[Name]>;

/** Of a ZIP that left an office. */
export const EXPORTS: Table<"EXPORTS"> = {
  genuine: "Whole and genuine: made and signed by {name}, {day}.",
  unplaced: "Whole; signed in the name of {name}, {day}. From which office is not certain yet.",
  what: "What it is: {what}.",
  entries: { one: "{n} entry agrees with its fingerprint.", other: "{n} entries agree with their fingerprints." },
  compare:
    "Compare these twelve words with the office's poster, or give --fingerprint. Without that it is known that one office made it, and not which:",
  inTrail: {
    one: "{n} act about the case, signed by its member, is proved to stand in a log that calls itself {origin}.",
    other: "{n} acts about the case, signed by their members, are proved to stand in a log that calls itself {origin}.",
  },
  writtenDown: "That this file was made is written down as entry {entry} of that log, {day}.",
  tied: "Other rows of this file that are written down in it: {n}. Acts that wrote no row of this file: {others}.",
  compareKey:
    "That it is the office's audit trail, and no log of the maker's own, is known once this key is compared with the office's, as segel audit verify tells it: {key}",
  refused: "This file cannot be trusted.",
  badFingerprint: "--fingerprint takes the twelve words of the poster, or all 64 hexadecimal signs.",
  form: "No plain ZIP as Segel makes it: parts of it are hidden, double, packed, or outside of its entries.",
  manifest: "The list of entries (manifest.json) or its signature is missing or damaged.",
  directory: "The signed list of members (directory.json) is missing or damaged.",
  missing: "Missing: {name}",
  extra: "Not in the list of entries: {name}",
  changed: "Other bytes than were signed: {name}",
  sum: "The bytes are those that were signed, but the ZIP's own sum of them (CRC-32) is wrong, and other programs may call it damaged: {name}",
  audit: "What it says of the audit trail does not hold: {name}",
  roots: "The list of members is not signed by its root keys.",
  "other-directory": "The list of members is not the one that the list of entries names.",
  "other-office": "Made by another office: the fingerprint of its root keys differs.",
  "unknown-member": "Whoever made it is no valid member by the signed list.",
  signature: "The maker's signature does not hold.",
};

export const RECEIPTS: Table<"RECEIPTS"> = {
  asked: "Asks for a receipt",
  issued: "Receipt:",
  genuine: "Genuine: this office received something on {day} (directory version {version}).",
  means: "It does not say what was received, from whom, or whether it is true.",
  hasLeft: "Who signed it works there no more. Whoever holds that key now could make such a line.",
  malformed: "This is no line of a receipt, or a letter is wrong.",
  "other-office": "No receipt of this office: the directory that it names is not known here.",
  "not-signed": "Not genuine: no examiner of this office has signed it.",
};
