/** What pages say in English before their scripts are there. */
import type { Translation } from "../../../words/text.ts";
import type * as id from "./id.ts";

export const SERVED: Translation<typeof id.SERVED> = {
  deskNeedsScript: "This page needs JavaScript, because cases are opened on your device and not on the server.",
  loading: "Loading …",
  previewAlone: "This page is part of the investigators’ desk and is not opened by itself.",
};
