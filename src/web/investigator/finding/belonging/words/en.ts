/** What is said of cases that belong together in English. */
import type { Translation } from "../../../../../words/text.ts";
import type * as id from "./id.ts";

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
  duplicate: "You are closing it as a duplicate. Record which case it repeats.",
  unlinked: "The link was taken back.",
  savedOne: "The link stands in {number} alone: not everybody who reads the other case may read that one.",
  choose: { one: "Choose this case in the list", other: "Choose the {n} cases of this matter in the list" },
  own: "Each reporter keeps a conversation of their own.",
};
