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
  forget: "Remove it from this device",
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
