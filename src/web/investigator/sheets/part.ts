/** What makes tables into files, with the library that writes workbooks: a chunk of its own, fetched when one is asked for. */
import { csvOf } from "../../../client/sheets/csv.ts";
import { workbookOf } from "../../../client/sheets/workbook.ts";

export const tables = { csvOf, workbookOf };
export type Tables = typeof tables;
