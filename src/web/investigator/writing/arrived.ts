/** What colleagues and the reporter add to a case while it is open: shown at its place, marked, and told in a line. */
import { useEffect, useRef } from "preact/hooks";
import type { CaseRow, CaseView, EntryView } from "../vault/messages/vault.ts";

export type Arrived = {
  /** Behind what was shown before, by others than this member */
  readonly entries: readonly EntryView[];
  /** Or something else has changed: a task, a sheet, the readers */
  readonly isAnything: boolean;
};

/** Pages of earlier messages that were asked for are no news. */
export function arrivedIn(before: CaseView, now: CaseView, me: string): Arrived {
  const entries = [...now.conversation, ...now.notes].filter(
    (entry) => entry.author !== me && entry.sequence > newestOf(before, entry.direction),
  );
  const known = before.records.at(-1)?.sequence ?? 0;
  const isRecorded = now.records.some(({ sequence, author }) => sequence > known && author !== me);
  return { entries, isAnything: entries.length > 0 || isRecorded };
}

/** How a screen keeps entries apart. */
export function entryName({ direction, sequence }: Pick<EntryView, "direction" | "sequence">): string {
  return `${direction} ${sequence}`;
}

function newestOf({ conversation, notes }: CaseView, direction: EntryView["direction"]): number {
  const sequences = [...conversation, ...notes].filter((one) => one.direction === direction);
  return Math.max(0, ...sequences.map(({ sequence }) => sequence));
}

/**
 * Reads an open case anew where a look at the list says that it has changed or is gone. Not behind other pages: what
 * is read counts as shown, so it waits until somebody looks.
 */
export function useFreshCase(row: CaseRow | undefined, isOpen: boolean, read: () => void): void {
  const isWanted = useRef(false);
  const newest = useRef(read);
  newest.current = read;
  const wasListed = useRef(false);
  useEffect(() => {
    const isChanged = row === undefined ? wasListed.current : row.stale;
    wasListed.current ||= row !== undefined;
    if (!isOpen || !isChanged) return;
    isWanted.current = true;
    readIfSeen();
  }, [row]);
  useEffect(() => {
    document.addEventListener("visibilitychange", readIfSeen);
    return () => document.removeEventListener("visibilitychange", readIfSeen);
  }, []);

  function readIfSeen(): void {
    if (!isWanted.current || document.visibilityState !== "visible") return;
    isWanted.current = false;
    newest.current();
  }
}
