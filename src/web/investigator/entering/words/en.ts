/** What is said of a report that a member has entered, in English. */
import type { Translation } from "../../../../words/text.ts";
import type * as id from "./id.ts";

export const ENTERED: Translation<typeof id.ENTERED> = {
  open: "Enter a report",
  entered: "Entered by a member",
  enteredBy: "{way}, received {day}, entered by {name}",
  withCode: "The person who reports got a code of twelve words.",
  withoutCode: "There is no code: nobody will read an answer.",
  title: "Enter a report that came otherwise",
};
