/** What the frame says in English. */
import type { Translation } from "../../../words/text.ts";
import type * as id from "./id.ts";

export const WORDS: Translation<typeof id.WORDS> = {
  picture: "The picture of this file",
  fullSize: "Show full size",
  fitWidth: "Fit to width",
  cut: "Only the first {n} MB is shown. Download the file to read the rest.",
  empty: "This file is empty.",
  sound: "The sound of this file",
  video: "The video of this file",
  previous: "Previous page",
  next: "Next page",
  page: "Page {n} of {all}",
  smaller: "Zoom out",
  larger: "Zoom in",
  drawing: "Drawing the page …",
  pageFailed: "This page cannot be shown.",
  missing:
    "Something is missing from what you see: a part of this file could not be drawn here. Download it and open it on a separate computer to see all of it.",
  links:
    "This page holds links, which lead nowhere here. Do not type them in elsewhere: they can tell their maker who looked, from where and when. They say: {links}",
  morePictures: "This file holds {n} pictures; only its main one is shown. Download it to see the others.",
  code: "There is a QR code in it. Do not scan it: it can tell its maker who looked, from where and when. It says: {text}",
  codeUnread:
    "There seems to be a QR code in it. Do not scan it: it can tell its maker who looked, from where and when.",
  codesUnknown:
    "This browser does not let us look for QR codes in it. If you see one, do not scan it: it can tell its maker who looked, from where and when.",
};
