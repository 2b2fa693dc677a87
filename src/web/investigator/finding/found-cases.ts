/** Rows for what was found: those of the view first, then all others, best first. */
import { type Selection, hasWords, isInView, passesFilters } from "../list/case-selection.ts";
import type { DatedRow } from "../list/next-deadline.ts";

export type Found = {
  readonly rows: readonly DatedRow[];
  /** So many of them, the first ones, belong to the view */
  readonly inView: number;
};

/**
 * @param ranks of cases by handle, as the index found them; undefined before it has answered. What a row itself says is
 *   found without it.
 */
export function selectFound(
  rows: readonly DatedRow[],
  selection: Selection,
  ranks: ReadonlyMap<string, number> | undefined,
): Found {
  const wanted = rows.filter(
    (row) => passesFilters(row, selection) && (ranks?.has(row.handle) === true || hasWords(row, selection.query)),
  );
  const rankOf = ({ handle }: DatedRow) => ranks?.get(handle) ?? Infinity;
  const best = wanted.toSorted((a, b) => rankOf(a) - rankOf(b) || (a.arrivedOn < b.arrivedOn ? 1 : -1));
  const [inside, outside] = [best.filter(isInView(selection)), best.filter((row) => !isInView(selection)(row))];
  return { rows: [...inside, ...outside], inView: inside.length };
}
