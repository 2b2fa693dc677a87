/**
 * Sheets as one workbook (XLSX), whose cells say themselves what they are: a text is text however it begins, and stays text
 * when somebody edits it (format `@`). Nothing in it is a formula, and it tells no hour.
 */
import { type WriteSheet, writeXlsx } from "hucre/xlsx";
import { type CellKind, type Column, type Sheet, readCell } from "./sheet.ts";

/** The format's own limits (ECMA-376; Excel refuses a file that breaks them) */
const LONGEST_NAME = 31;
const NOT_IN_NAMES = /[[\]:*?/\\]/gu;
const LONGEST_TEXT = 32_767;

const FORMATS: Readonly<Record<CellKind, string>> = { text: "@", number: "General", day: "yyyy-mm-dd", share: "0.0%" };
/** Letters: a column is as wide as what stands in it, within reason. */
const WIDTHS = { least: 8, most: 60 };

/** ZIP's own beginning of time: when the file was made, it does not say. */
const NO_DAY = "1980-01-01";

/** Whoever has a page import this from a chunk of its own: the library is as large as a page. */
export async function workbookOf(sheets: readonly Sheet[]): Promise<Uint8Array<ArrayBuffer>> {
  const names = new Set<string>();
  const written = await writeXlsx({
    sheets: sheets.map((sheet) => asWritten(sheet, nameFor(sheet.name, names))),
    properties: { modified: midnight(NO_DAY) },
  });
  return new Uint8Array(written);
}

function asWritten({ columns, rows }: Sheet, name: string): WriteSheet {
  const header = columns.map((column) => column.name);
  const cells: NonNullable<WriteSheet["cells"]> = new Map();
  const put = (row: number, at: number, text: string, bold = false) =>
    // As a run of text: the library takes some texts for errors ("#REF!") where they stand as a value.
    cells.set(`${row},${at}`, { richText: [{ text }], style: { numFmt: "@", ...(bold && { font: { bold } }) } });
  header.forEach((text, at) => put(0, at, text, true));
  const values = rows.map((row, index) =>
    columns.map(({ kind }, at) => {
      const cell = readCell(row[at] ?? null, kind);
      if (cell.is === "number") return cell.number;
      if (cell.is === "day") return midnight(cell.text);
      if (cell.is === "text") put(index + 1, at, cell.text.slice(0, LONGEST_TEXT));
      return null;
    }),
  );
  return {
    name,
    columns: columns.map((column, at) => ({ width: widthOf(column, rows, at), numFmt: FORMATS[column.kind] })),
    rows: [header.map(() => null), ...values],
    cells,
    freezePane: { rows: 1 },
  };
}

function midnight(day: string): Date {
  return new Date(`${day}T00:00:00Z`);
}

function widthOf({ name }: Column, rows: Sheet["rows"], at: number): number {
  const longest = rows.reduce((most, row) => Math.max(most, String(row[at] ?? "").length), name.length);
  return Math.min(Math.max(longest + 2, WIDTHS.least), WIDTHS.most);
}

/** One that the format allows and no sheet before has. */
function nameFor(wanted: string, taken: Set<string>): string {
  const name = wanted.replace(NOT_IN_NAMES, " ").replace(/^'|'$/gu, " ").trim().slice(0, LONGEST_NAME) || "1";
  let given = name;
  for (let n = 2; taken.has(given.toLowerCase()); n++) {
    const end = ` (${n})`;
    given = name.slice(0, LONGEST_NAME - end.length) + end;
  }
  taken.add(given.toLowerCase());
  return given;
}
