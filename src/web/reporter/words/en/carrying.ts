/** English: handing in a sealed file, and taking the file to write without a network. */
import type { Translation } from "../../../../words/text.ts";
import type { CARRYING as INDONESIAN } from "../id/carrying.ts";

export const CARRYING: Translation<typeof INDONESIAN> = {
  title: "Hand in a sealed file",
  lead: "For a file that was written without a network, with segel-lapor.html. Anybody may hand it in, for somebody else too.",
  know: "This page cannot read it and does not ask who you are. The reporter reads the answers alone, with the twelve words.",
  choose: "Choose sealed file",
  working: "The file is being checked and sent. Please leave this page open.",
  again: "Try again",
  done: "The office has this sealed file",
  doneText:
    "If it was handed in before, the report is not counted twice. You may delete the file from this device. We do not know who handed it in.",
  failed: "The file was not handed in",
  why: {
    "no-sealed-report": "This is no sealed file. Nothing was sent. Please check that it is the right file.",
    "damaged-report":
      "This sealed file is damaged or was changed, so it cannot be taken. Nothing was sent. Please copy the original file once more.",
    "other-office":
      "This file was sealed for another office. Nothing was sent. Please hand it in on that office’s reporting page.",
    "sealed-too-long-ago":
      "This file was sealed too long ago, or its readers have changed. Nothing was stored. The reporter needs to write a new report with a new segel-lapor.html.",
    conflict: "Another report is already there with the same code. Nothing was stored.",
  },

  offline: "Write a report without a network",
  offlineText:
    "Save segel-lapor.html and open it on any device without internet, from a stick for example. It holds the same form, and the list of readers that is valid now.",
  holds: "A file taken today can be used until {until}.",
  get: "Save segel-lapor.html",
  getting: "The file is being fetched and checked…",
  saved: "The browser saves it as segel-lapor.html. Whoever finds it knows that you took it from here.",
};
