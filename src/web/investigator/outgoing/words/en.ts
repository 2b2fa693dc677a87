/** What is said of messages before they go out, in English. */
import type { Translation } from "../../../../words/text.ts";
import type * as id from "./id.ts";

export const OUTGOING: Translation<typeof id.OUTGOING> = {
  template: "Begin from a template",
  choose: "Choose a template",
  unfilledTitle: "Something is still to be filled in",
  unfilled: "Put what fits in the place of the words in braces: {places}.",
  leakTitle: "Please read it once more before it goes",
  words: "Words of the house: {list}.",
  names: "Names of members: {list}.",
  copied: "The same as in a note or sheet: {list}.",
  leakAdvice:
    "The reporter, and whoever sees that screen, will read this. It was looked for on this device; you decide.",
  change: "Change it first",
  sendAnyway: "Send it as it is",
};
