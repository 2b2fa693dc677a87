/** A table as it leaves the office: what its columns hold is said once, and each format makes of it what it can. */

/** `day`: "2026-11-25". `share`: a part of one, 0.25 for a quarter. */
export type CellKind = "text" | "number" | "day" | "share";
/** A text stands in any column, where a number cannot be given ("< 5"). null: empty */
export type Cell = string | number | null;

export type Column = { readonly name: string; readonly kind: CellKind };

export type Sheet = {
  readonly name: string;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
};

/** As a format sees a cell: what is no number and no day of its column is text, and text is never anything else. */
export type ReadCell =
  | { readonly is: "empty" }
  | { readonly is: "number"; readonly number: number }
  | { readonly is: "day"; readonly text: string }
  | { readonly is: "text"; readonly text: string };

const DAY = /^\d{4}-\d\d-\d\d$/u;

export function readCell(cell: Cell, kind: CellKind): ReadCell {
  if (cell === null || cell === "") return { is: "empty" };
  if (typeof cell === "number") return Number.isFinite(cell) ? { is: "number", number: cell } : { is: "empty" };
  return kind === "day" && DAY.test(cell) ? { is: "day", text: cell } : { is: "text", text: cell };
}
