/** What ZIPs are that left an office, in English. */
import type { Translation } from "../text.ts";
import type * as id from "./id.ts";

export const EXPORT_NAMES: Translation<typeof id.EXPORT_NAMES> = {
  "segel/1/case-file": "Case file",
  "segel/1/evidence-folder": "Folder of evidence for an evaluation",
};
