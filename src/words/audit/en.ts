/** English: whether the audit trail holds. */
import type { Translation } from "../text.ts";
import type * as id from "./id.ts";

export const FAULTS: Translation<typeof id.FAULTS> = {
  "no-export": "This is no file of an audit trail.",
  malformed: "The file is not of the form that it says.",
  cut: "The audit trail is cut off; entries at its end are missing.",
  beyond: "There are entries that the checkpoint does not count.",
  removed: "Entries were taken out; whoever signed next saw more than stand here.",
  moved: "Entries stand in another order; the same ones, in other places.",
  changed: "An entry was changed, put in or taken out; whoever signed next saw another trail.",
  "split-view": "Whoever signed was shown another trail than those before; there were two.",
  repeated: "The same act stands in the trail before.",
  "hour-back": "Its day is earlier than that of the entry before.",
  "bad-signature": "The signature is not by whom it names; this entry was made up, or changed.",
  "unknown-member": "Whom it names is not in the directory, or was removed.",
  "suspended-member": "Whom it names is suspended.",
  "other-directory": "The directory that it names was not the newest then.",
  "other-document": "The document beside it is not the one that was recorded.",
  "bad-directory": "This directory is not signed as it must be, or does not follow the one before.",
  "bad-statement": "This statement is not signed as it must be, or does not follow the one before.",
  "bad-checkpoint": "This checkpoint is of another trail, or not signed by the key that this one names.",
  "other-roots": "The root keys are not those of your fingerprint; another office's trail, or forged keys.",
  "other-key": "The key of this trail is not the one that you named.",
  "bad-earlier": "The checkpoint to compare with cannot be read, or is not of this trail.",
  "rolled-back":
    "The trail is shorter than it was; the checkpoint to compare with has {last} entries. Its end was cut off, unless a backup was restored: then the office has a signed note of the day and of both numbers.",
  forked:
    "There are two trails under one key; at the checkpoint to compare with it was another. Keep both; they prove it. Work may also have gone on after a backup was restored: then the office has a signed note of the day and of both numbers.",
};

export const KINDS: Translation<typeof id.KINDS> = {
  act: "act",
  directory: "directory",
  statement: "statement",
  pages: "pages",
  server: "act of the server",
};

export const AUDIT: Translation<typeof id.AUDIT> = {
  entry: "Entry {sequence}{kind}:",
  by: {
    one: "So says {name}, in entry {entry}.",
    other: "So says {name}, in {n} entries from {entry} on.",
  },
  between: "Entries {first} to {last}:",
  holds: { one: "This audit trail holds: {n} entry.", other: "This audit trail holds: {n} entries." },
  origin: "Trail: {origin}",
  counts: "Acts {act}, directories {directory}, statements {statement}, pages {pages}, server {server}",
  hidden: {
    one: "Of {n} entry there is the hash alone: its place is sure, what it is nobody checked. Whoever exports is not shown entries about other people's cases.",
    other:
      "Of {n} entries there are the hashes alone: their places are sure, what these are nobody checked. Whoever exports is not shown entries about other people's cases.",
  },
  days: "From {from} until {until}",
  since: {
    one: "It begins with the very entry of the checkpoint to compare with.",
    other: "It begins with the very {n} entries of the checkpoint to compare with.",
  },
  noEarlier:
    "Without a checkpoint from earlier (--checkpoint) nobody sees entries that were cut off at the end. Keep this file, or its checkpoint.",
  root: "Root of the tree: {root}",
  key: "Key of the trail: {key}",
  compare: "Please compare the fingerprint of the root keys with the poster:",
  noRoots: "No directory is shown in it: whose trail it is, nobody can tell.",
  sameRoots: "The fingerprint of the root keys is the one that you gave.",
  broken: "This audit trail does not hold.",
  reading: "Checking the audit trail: {percent} %",
  fetching: "Fetching the audit trail: {percent} %",
  checkpointSaved: {
    one: "Checkpoint of {n} entry saved: {file}\nGive a copy to an outsider: with it the next trail can be compared.",
    other:
      "Checkpoint of {n} entries saved: {file}\nGive a copy to an outsider: with it the next trail can be compared.",
  },
  accepted: {
    one: "The audit trail as it is now is accepted: {n} entry. From now on that is what is compared on this device.",
    other:
      "The audit trail as it is now is accepted: {n} entries. From now on that is what is compared on this device.",
  },
  notWritten: "{file} was not written: it is there already, or its folder cannot be written to.",
  unreadable: "{file} cannot be read.",
  tooLarge: "{file} is larger than any audit trail.",
  badFingerprint: "A fingerprint is the twelve words of the poster, or 64 hexadecimal digits.",
};
