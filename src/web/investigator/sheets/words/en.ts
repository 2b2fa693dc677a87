/** What is said under a table that can be saved, in English. */
import type { Translation } from "../../../../words/text.ts";
import type * as id from "./id.ts";

export const SHEETS: Translation<typeof id.SHEETS> = {
  workbook: "Excel spreadsheet (XLSX)",
  csv: "CSV file",
  saved: "{name} is saved.",
};
