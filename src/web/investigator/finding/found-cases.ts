/** Rows for what was found: those of the view first, then all others, best first. */
import { type Looking, type Selection, hasWords, isInView, passesFilters } from "../list/case-selection.ts";
import type { ListRow } from "../list/list-rows.ts";
import { sameMatterAs } from "./matters.ts";

export type Found = {
  readonly rows: readonly ListRow[];
  /** So many of them, the first ones, belong to the view */
  readonly inView: number;
};

/**
 * @param ranks of cases by handle, as the index found them; undefined before it has answered. What a row itself says is
 *   found without it.
 */
export function selectFound(
  rows: readonly ListRow[],
  selection: Selection,
  looking: Looking,
  ranks: ReadonlyMap<string, number> | undefined,
): Found {
  const together = matterOf(rows, selection.query);
  const isFound = (row: ListRow) =>
    together?.has(row.handle) ?? (ranks?.has(row.handle) === true || hasWords(row, selection.query));
  const wanted = rows.filter((row) => passesFilters(row, selection) && isFound(row));
  const rankOf = ({ handle }: ListRow) => ranks?.get(handle) ?? Infinity;
  const best = wanted.toSorted((a, b) => rankOf(a) - rankOf(b) || (a.arrivedOn < b.arrivedOn ? 1 : -1));
  const [inside, outside] = [
    best.filter(isInView(selection, looking)),
    best.filter((row) => !isInView(selection, looking)(row)),
  ];
  return { rows: [...inside, ...outside], inView: inside.length };
}

/** Who asks for one case by its whole register number is shown what belongs to the same matter too. */
function matterOf(rows: readonly ListRow[], query: string): ReadonlySet<string> | undefined {
  const number = query.trim().toUpperCase();
  const row = rows.find(({ registerNumber }) => registerNumber === number);
  if (row === undefined) return undefined;
  return new Set([row, ...sameMatterAs(number, rows)].map(({ handle }) => handle));
}
