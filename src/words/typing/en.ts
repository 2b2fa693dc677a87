/** What is wrong with words that were typed from a sheet, in English. */
import type { Translation } from "../text.ts";
import type * as id from "./id.ts";

export const TYPED_WORDS: Translation<typeof id.TYPED_WORDS> = {
  hint: "The first four letters of each word are enough. Spaces, commas and numbers may be typed along.",
  count: "Now {found} words; {needed} are needed.",
  twelve: "These are twelve words: perhaps a report code. Here {needed} words are needed.",
  unknown: "Word {position} is not in the word list.",
  unknownNear: "Word {position} is not in the word list. Did you mean {near}?",
  foreign: "Word {position} holds the letter “{letter}” of another script.",
  mixed: "Word {position} is from the list of another language than the first word.",
  checksum: "All words exist, but they do not go together: one is wrong, or their order is.",
  lineChecksum: "There is a slip in this line, or it is from another sheet.",
  lineRight: "right",
};
