/** Asks the vault for what is typed, and has it index the list meanwhile. */
import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import type { CaseList } from "../list/use-cases.ts";
import type { Ask } from "../vault/vault-client.ts";
import type { Indexing } from "../vault/messages/finding.ts";

export type Finding = {
  /** Cases by handle, 0 for the best; undefined while nothing is looked for, or nothing was answered yet */
  readonly ranks: ReadonlyMap<string, number> | undefined;
  /** The vault cannot be asked. */
  readonly failed: boolean;
  /** Told whenever it goes on, and what stands now. Returns what ends the telling. */
  readonly watch: (listener: (indexing: Indexing | undefined) => void) => () => void;
  /** Takes what is kept off this device. */
  readonly forget: () => void;
};

export function useFinding(ask: Ask, list: CaseList, query: string): Finding {
  const question = query.trim();
  const [ranks, setRanks] = useState<Finding["ranks"]>(undefined);
  const [failed, setFailed] = useState(false);
  const { watch, forget, indexed } = useIndexing(ask, list);
  const wanted = useRef(question);
  wanted.current = question;

  useEffect(() => {
    if (question === "") {
      setRanks(undefined);
      return;
    }
    ask("findCases", { question }).then(
      ({ handles }) => {
        // Who types on is told of what stands there now.
        if (wanted.current === question) setRanks(new Map(handles.map((handle, at) => [handle, at])));
        setFailed(false);
      },
      () => setFailed(true),
    );
  }, [ask, question, indexed]);

  return { ranks, failed, watch, forget };
}

/** How many more cases make it worth while to ask again what was asked. */
const ASK_AGAIN_CASES = 50;

function useIndexing(
  ask: Ask,
  { rows, loading, tried }: CaseList,
): Pick<Finding, "watch" | "forget"> & { readonly indexed: number } {
  const listeners = useRef(new Set<(indexing: Indexing | undefined) => void>());
  const now = useRef<Indexing | undefined>(undefined);
  const isRunning = useRef(false);
  const [indexed, setIndexed] = useState(0);
  const [round, setRound] = useState(0);
  const built = useRef<CaseList["rows"] | undefined>(undefined);
  const ready = !loading && tried === undefined;

  useEffect(() => {
    if (!ready || isRunning.current || built.current === rows) return;
    isRunning.current = true;
    built.current = rows;
    const tell = (indexing: Indexing): void => {
      const before = now.current?.done ?? 0;
      now.current = indexing;
      for (const listener of listeners.current) listener(indexing);
      if (Math.floor(before / ASK_AGAIN_CASES) !== Math.floor(indexing.done / ASK_AGAIN_CASES))
        setIndexed(indexing.done);
    };
    ask("buildIndex", {}, { onProgress: tell })
      .then((indexing) => {
        tell(indexing);
        setIndexed(indexing.done);
      })
      // A line that is cut: the next look at the list goes on.
      .catch(() => {})
      .finally(() => {
        isRunning.current = false;
        setRound((before) => before + 1);
      });
  }, [ask, rows, ready, round]);

  const watch = useCallback((listener: (indexing: Indexing | undefined) => void) => {
    listeners.current.add(listener);
    listener(now.current);
    return () => void listeners.current.delete(listener);
  }, []);
  const forget = useCallback(() => {
    ask("forgetIndex", {}).then(
      (indexing) => {
        now.current = indexing;
        for (const listener of listeners.current) listener(indexing);
      },
      // Nothing is said to be gone that is not.
      () => {},
    );
  }, [ask]);
  return { watch, forget, indexed };
}
