/** What is said of finding cases in English. */
import type { Translation } from "../../../../words/text.ts";
import type * as id from "./id.ts";

export const FINDING: Translation<typeof id.FINDING> = {
  found: { one: "1 case found", other: "{n} cases found" },
  looking: "Searching…",
  elsewhere: "{n} in other views",
  indexed: "The contents of {done} of {of} cases can be searched, {left} to go.",
  indexedAll: "The contents of {of} cases can be searched.",
  keptHere: "The index is kept sealed on this device.",
  keptElsewhere: "The index is kept by another tab of this browser.",
  keptNever: "This browser does not keep the index: it is made again tomorrow.",
  none: "No case holds all of these words.",
  noneText: "Searched are reports, conversations, notes, triage sheets and file names of all cases that you may open.",
  tryFewer: "Use fewer words: each of them must be in the case.",
  tryPart: "Type the first three letters of a name. One letter may be wrong.",
  tryNumber: "Register numbers and amounts are found too: K7QD-4M2P, 15 juta.",
  tryLater: {
    one: "Wait for one case that has not been read yet.",
    other: "Wait for {n} cases that have not been read yet.",
  },
  clear: "Clear the search",
  failed: "Contents cannot be searched at present. Titles, work units and register numbers are searched all the same.",
};

export const PLACES: Translation<typeof id.PLACES> = {
  reporter: "Reporter’s message",
  team: "Message to the reporter",
  internal: "Internal note",
  file: "File name",
  register: "Register number",
};

export const ALIKE: Translation<typeof id.ALIKE> = {
  title: "Perhaps about the same matter",
  hint: "Computed on this device from the cases that you read. You decide.",
  person: "same name: {said}",
  day: "same day: {said}",
  amount: "same amount: {said}",
  unit: "same work unit",
  text: "{percent}% of phrases alike",
  words: "uncommon words: {said}",
  link: "Link",
};

export const LINKS: Translation<typeof id.LINKS> = {
  title: "Same matter and related cases",
  "same-matter": "Same matter",
  related: "Related",
  by: "{name}, {day}: {reason}",
  unlink: "Unlink",
  add: "Link another case",
  number: "Register number of the other case",
  numberUnknown: "This register number is not in your list.",
  numberOwn: "This is the number of the case that is open.",
  relation: "How they belong together",
  reason: "Reason",
  reasonHint: "Written into both cases, and read by all who read them.",
  reasonMissing: "Write the reason.",
  save: "Record the link",
  saveUnlink: "Record the unlinking",
  cancel: "Cancel",
  savedBoth: "The link stands in both cases.",
  duplicate: "You are closing it as a duplicate. Record of which case.",
  unlinked: "The link was taken back.",
  savedOne: "The link stands in {number} alone: not everybody who reads the other case may read that one.",
  own: "Each reporter keeps the own conversation.",
};
