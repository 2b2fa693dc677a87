/** What is said while a report that came otherwise is entered, in English. */
import type { Translation } from "../../../../../words/text.ts";
import type * as id from "./id.ts";

export const ENTERING: Translation<typeof id.ENTERING> = {
  title: "Enter a report that came otherwise",
  lead: "A letter, a call, a visit or a message. It is locked on this device for the channel’s readers, as a report from the page is.",
  sealed: "Sealed file",
  sealedText:
    "One that came by letter or on a stick, written with segel-lapor.html. It is handed in as the reporter’s own: you do not see what is inside here, and nothing says that you brought it.",
  chooseSealed: "Choose sealed file",
  handing: "The file is being checked and handed in …",
  handed:
    "This sealed file is on the server. If it is new, its report appears in the list like any other; if it was handed in before, it is not counted twice.",
  way: "It came by",
  receivedOn: "Received on",
  receivedHint: "Deadlines count from the day on which it is entered here; tell your colleagues if that is much later.",
  note: "Note for colleagues",
  noteHint:
    "A file number, for example. Do not write the name or number of the person who reports unless that person agrees.",
  channel: "Channel",
  category: "Category",
  amountHint: "In rupiah, digits alone",
  excluded: "Not to be read by",
  excludedHint:
    "Members named in the report or close to who is reported. At least two members must be able to read it.",
  scans: "Scans and other files",
  code: "Make a code of twelve words for the person who reports",
  codeHint: "Only if that person wants one and is here. Without a code nobody can come back to this conversation.",
  required: "(required)",
  missing: "Still empty.",
  future: "This day is yet to come.",
  submit: "Lock and save",
  submitting: "Locking and saving …",
  cancel: "Back to the list",
  done: "The report is saved: {number}",
  doneText: "It stands in the list, marked as entered by a member.",
  wordsTitle: "Code for the person who reports",
  wordsText:
    "Shown once. Print it or copy it on paper, hand it over in person, and keep no copy: whoever holds it can write as the reporter.",
  print: "Print the code",
  openCase: "Open this case",
  another: "Enter another report",
};
