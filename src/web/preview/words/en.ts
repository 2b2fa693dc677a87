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
};
