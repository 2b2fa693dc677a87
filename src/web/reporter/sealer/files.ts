/** No files here: they are sent with the twelve words, when there is a network. */
import { SEALER } from "#words/sealer";
import type { FilesPart } from "../app.ts";
import { element, icon } from "../element.ts";

const none = () => element("p", { class: "note" }, icon("info"), element("span", {}, SEALER.evidence));

export const NO_FILES: FilesPart = {
  chooser: none,
  list: none,
  settle: async () => {},
  asks: () => false,
  ready: () => ({ files: [], take: () => {} }),
  send: () => {},
  received: none,
};
