/** Rows for what was found: those of the view first, then all others, best first. */
import { type Looking, type Selection, hasWords, isInView, passesFilters } from "../list/case-selection.ts";
import type { ListRow } from "../list/list-rows.ts";

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
  const wanted = rows.filter(
    (row) => passesFilters(row, selection) && (ranks?.has(row.handle) === true || hasWords(row, selection.query)),
  );
  const rankOf = ({ handle }: ListRow) => ranks?.get(handle) ?? Infinity;
  const best = wanted.toSorted((a, b) => rankOf(a) - rankOf(b) || (a.arrivedOn < b.arrivedOn ? 1 : -1));
  const [inside, outside] = [
    best.filter(isInView(selection, looking)),
    best.filter((row) => !isInView(selection, looking)(row)),
  ];
  return { rows: [...inside, ...outside], inView: inside.length };
}
