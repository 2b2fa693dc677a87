/** Root keys and the recovery key on the command line, in English. */
import type { Translation } from "../../../words/text.ts";
import type * as id from "./id.ts";

export const CEREMONY: Translation<typeof id.CEREMONY> = {
  keyPage: "Do this on a computer without a network. Let nobody else see the screen.",
  rootWords: "24 words of a root key. Write them on paper, in order; they are not shown again.",
  lockWords: "24 words of the recovery key's lock, for each holder of a root key. Write them on paper, in order.",
  shareLines: "Sheet of custodian {number} of {total}. Only that custodian looks at the screen. Write all five lines.",
  ceremony: "Number of the splitting: {ceremony}. Mark of the share: {mark}.",
  written: "Press Enter once it is written",
  askWord: "Word {position}",
  askLineWord: "Line {line}, word {position}",
  wrongWord: "That word is not the same. Please look at the paper again.",
  saved: "Written to {file}.",
  fingerprint: "Fingerprint (may be read aloud; it is no secret):",
  outMissing: "Where to? Add --out FILE.",
  fileThere: "The file {file} is there already and is not replaced.",
  fileUnwritable: "The file {file} cannot be written.",
  first: "A request for the first list of an office (number 1).",
  next: "A request for list number {version}, which follows number {before}, valid since {from}.",
  checkSheet: "Number {version} must not stand on the sheet of your root key yet. Does it? Then do not sign again.",
  line: "One line for this request:",
  changes: "What changes, and nothing else does:",
  keyOf: "{use}:",
  askRoot: "24 words of the root key",
  askLock: "24 words of the lock",
  askLine: "Sheet {at} of {of}, line {line}",
  countAll: "{has} of {needs} signatures are there.",
  countOld: "Old root keys: {has} of {needs} signatures are there.",
  countNew: "New root keys: {has} of {needs} signatures are there.",
  noRecovery: "This request holds no recovery key.",
  badNumbers: "At least two sheets must be needed, and no more than there are custodians ({most} at most).",
  challenge: "A rehearsal that was asked for on {day}. Is that not today? Then do not go on.",
  answerSaved: "Written to {file}. Whoever works at the desk opens it there; it opens no report.",
  giveTo:
    "What you type is sealed to one person alone, who recovers: {name}. That person reads these twelve words aloud:",
  giveCompare:
    "Hear them from that person, face to face or by telephone. Is a single word another, or is it somebody else who was to recover? Then stop here (Ctrl-C).",
  giveSame: "Press Enter if all twelve words are the same",
  given: "Written to {file}. Hand this file to the person who recovers. By itself it opens nothing.",
  againTooFew:
    "This list would not do: at least two of those who read reports, one custodian, and two leads or administrators must have come again.",
  againSaved: "Written to {file}. It is a request to the root holders: they sign it on the key page.",
  yes: "YES. With these sheets and the lock, recovery would succeed.",
};
