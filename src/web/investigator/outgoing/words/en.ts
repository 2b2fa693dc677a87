/** What is said of messages before they go out, in English. */
import type { Translation } from "../../../../words/text.ts";
import type * as id from "./id.ts";

export const OUTGOING: Translation<typeof id.OUTGOING> = {
  template: "Begin from a template",
  choose: "Choose a template",
  unfilledTitle: "Something is still to be filled in",
  unfilled: "Replace the words in braces with what fits: {places}.",
  leakTitle: "Please read it once more before it goes",
  words: "Internal terms: {list}.",
  names: "Names of members: {list}.",
  copied: "The same as in a note or sheet: {list}.",
  leakAdvice:
    "The reporter, and whoever sees that screen, will read this. It was looked for on this device; you decide.",
  change: "Change it first",
  sendAnyway: "Send it as it is",
};
