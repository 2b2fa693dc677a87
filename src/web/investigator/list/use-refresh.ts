/** Cases that are new or have changed are opened quietly, a few at a time, so that the list says what is in them. */
import { useEffect, useRef, useState } from "preact/hooks";
import type { Ask } from "../vault/vault-client.ts";
import type { CaseRow } from "../vault/messages/vault.ts";

/** So many between two looks at what is stale: what became new meanwhile comes first. */
const CASES_AT_ONCE = 20;

/**
 * @param ready whether the list is there: before, opening would put it off
 * @param onRows what opening some cases has shown of them: together, since ten thousand rows are put in order for each call
 */
export function useRefresh(
  ask: Ask,
  rows: readonly CaseRow[],
  ready: boolean,
  onRows: (rows: readonly CaseRow[]) => void,
): void {
  /** Tried in this session with these counts, so that one that does not open is not tried for ever */
  const tried = useRef(new Map<string, CaseRow>());
  const isRunning = useRef(false);
  const newest = useRef(rows);
  newest.current = rows;
  const [round, setRound] = useState(0);
  useEffect(() => {
    if (!ready || isRunning.current) return;
    const stale = rows.filter((row) => row.stale && tried.current.get(row.handle) !== row);
    if (stale.length === 0) return;
    // Newest first: what is old was seen by somebody.
    const next = stale.toSorted((a, b) => (a.arrivedOn < b.arrivedOn ? 1 : -1)).slice(0, CASES_AT_ONCE);
    for (const row of next) tried.current.set(row.handle, row);
    isRunning.current = true;
    const handles = next.map(({ handle }) => handle);
    const opened: CaseRow[] = [];
    void ask("refreshCases", { handles }, { onProgress: (row) => opened.push(row) })
      // A line that is cut: the next look at the list makes new rows, which are tried again.
      .catch(() => {})
      .finally(() => {
        isRunning.current = false;
        // What somebody has opened meanwhile is newer than what was opened quietly.
        const asked = new Set(newest.current.filter((row) => next.includes(row)).map(({ handle }) => handle));
        const shown = opened.filter(({ handle }) => asked.has(handle));
        if (shown.length > 0) onRows(shown);
        setRound((before) => before + 1);
      });
  }, [ask, rows, ready, onRows, round]);
}
