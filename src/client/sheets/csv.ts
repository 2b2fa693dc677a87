/**
 * A sheet as CSV (RFC 4180): a byte order mark, without which Excel reads UTF-8 as another script; commas, CRLF.
 *
 * A cell that a spreadsheet would take for a formula gets an apostrophe before it, which is what a person types to say that
 * text follows. A reporter's words may be made to do harm on the desk of whoever opens the list (OWASP, "CSV Injection").
 */
import { utf8 } from "../../crypto/bytes.ts";
import { type Sheet, readCell } from "./sheet.ts";

const BYTE_ORDER_MARK = "\uFEFF";
const LINE_END = "\r\n";

/** With which a formula begins, and the letters that programs fold to them (Unicode NFKC): full-width, small, raised. */
const BEGINNINGS = "=+\\-@＝＋－＠﹦﹢﹣﹫⁼₌⁺₊⁻₋−﬩⩵⩶";
/** What a program may pass over before it: spaces, quotes, signs that nobody sees. */
const PASSED_OVER = "\\s\\p{Cf}\\p{Cc}\"'`‘’‚“”„«»";
/**
 * Where a cell may begin. Excel in Indonesian separates by semicolons, not commas: there our quotes stand within a cell and
 * hide nothing, so that what follows a semicolon or a line's end is a cell of its own.
 */
const FORMULA = new RegExp(`(^|\\r\\n|[;|\\t\\r\\n])(?=[${PASSED_OVER}]*[${BEGINNINGS}])`, "gu");
const NEEDS_QUOTES = /[",;\r\n\t]|^\s|\s$/u;

export function csvOf(sheet: Sheet): Uint8Array<ArrayBuffer> {
  const header = sheet.columns.map(({ name }) => textField(name));
  const rows = sheet.rows.map((row) =>
    sheet.columns.map(({ kind }, at) => {
      const cell = readCell(row[at] ?? null, kind);
      if (cell.is === "empty") return "";
      if (cell.is === "number") return String(cell.number);
      return cell.is === "day" ? cell.text : textField(cell.text);
    }),
  );
  return utf8(BYTE_ORDER_MARK + [header, ...rows].map((fields) => fields.join(",") + LINE_END).join(""));
}

function textField(text: string): string {
  const harmless = harmlessText(text);
  return NEEDS_QUOTES.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

function harmlessText(text: string): string {
  const marked = text.replace(FORMULA, "$1'");
  return /^[\t\r\n]/u.test(marked) ? `'${marked}` : marked;
}
