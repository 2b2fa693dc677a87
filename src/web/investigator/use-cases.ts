/** The list of cases as it arrives: known ones first, page by page; then what is new. */
import { useCallback, useEffect, useMemo, useRef, useState } from "preact/hooks";
import { type PageFailure, type Vault, VaultError } from "./vault-client.ts";
import type { CaseRow, FoundCases } from "./vault-messages.ts";

export type CaseList = {
  readonly rows: readonly CaseRow[];
  /** Pages are still arriving. */
  readonly loading: boolean;
  /** Heads tried so far, while new reports are looked for */
  readonly tried: number | undefined;
  readonly found: FoundCases | undefined;
  readonly failure: PageFailure | undefined;
  readonly lookAgain: () => void;
  /** What opening a case has shown about it. */
  readonly update: (row: CaseRow) => void;
};

export type Ask = Vault["ask"];

export function useCases(ask: Ask, listen: Vault["listen"]): CaseList {
  const [rows, setRows] = useState<ReadonlyMap<string, CaseRow>>(new Map());
  const [loading, setLoading] = useState(true);
  const [tried, setTried] = useState<number | undefined>(undefined);
  const [found, setFound] = useState<FoundCases | undefined>(undefined);
  const [failure, setFailure] = useState<PageFailure | undefined>(undefined);
  const busy = useRef(false);

  const update = useCallback((row: CaseRow) => setRows((known) => new Map(known).set(row.handle, row)), []);

  const loadAll = async (): Promise<void> => {
    setLoading(true);
    for (let after: string | undefined, more = true; more; more = after !== undefined) {
      const page = await ask("listCases", { after });
      setRows((known) => new Map([...known, ...page.rows.map((row) => [row.handle, row] as const)]));
      after = page.next;
    }
    setLoading(false);
  };

  const look = async (knownFirst: boolean): Promise<void> => {
    if (busy.current) return;
    busy.current = true;
    setFailure(undefined);
    setFound(undefined);
    try {
      if (knownFirst) await loadAll();
      setTried(0);
      const news = await ask("findNewCases", {});
      if (news.opened > 0 || !knownFirst) await loadAll();
      setFound(news);
    } catch (error) {
      setFailure(error instanceof VaultError ? error.failure : { kind: "unforeseen" });
    }
    setLoading(false);
    setTried(undefined);
    busy.current = false;
  };

  const inOrder = useMemo(() => [...rows.values()], [rows]);

  useEffect(() => {
    listen({ onTried: setTried });
    void look(true);
  }, []);

  return { rows: inOrder, loading, tried, found, failure, lookAgain: () => void look(false), update };
}
