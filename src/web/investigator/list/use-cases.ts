/** The list of cases as it arrives: known ones first, page by page; then what is new, and what becomes new meanwhile. */
import { useCallback, useEffect, useMemo, useRef, useState } from "preact/hooks";
import { type Ask, type PageFailure, VaultError, pageFailureOf } from "../vault/vault-client.ts";
import type { CaseRow, FoundCases } from "../vault/vault-messages.ts";
import { usePolling } from "./polling.ts";

export type CaseList = {
  readonly rows: readonly CaseRow[];
  /** Pages are still arriving. */
  readonly loading: boolean;
  /** Heads tried so far, while new reports are looked for */
  readonly tried: number | undefined;
  readonly found: FoundCases | undefined;
  /** Handles of what looks that nobody asked for have brought, until a case is opened or somebody asks */
  readonly news: News | undefined;
  readonly failure: PageFailure | undefined;
  readonly lookAgain: () => void;
  /** What opening a case has shown about it. */
  readonly update: (row: CaseRow) => void;
};

export type News = { readonly cases: ReadonlySet<string>; readonly changes: ReadonlySet<string> };

type Rows = ReadonlyMap<string, CaseRow>;

export function useCases(ask: Ask): CaseList {
  const [rows, setRows] = useState<Rows>(new Map());
  const [loading, setLoading] = useState(true);
  const [tried, setTried] = useState<number | undefined>(undefined);
  const [found, setFound] = useState<FoundCases | undefined>(undefined);
  const [failure, setFailure] = useState<PageFailure | undefined>(undefined);
  const [news, setNews] = useState<News | undefined>(undefined);
  const isBusy = useRef(false);
  const current = useRef(rows);
  current.current = rows;
  /** What opening has shown since the present look began: a page that was fetched before knows less. */
  const fresher = useRef(new Set<string>());

  const update = useCallback((row: CaseRow) => {
    fresher.current.add(row.handle);
    setNews(undefined);
    setRows((known) => withRows(known, [row]));
  }, []);

  const loadAll = async (): Promise<void> => {
    setLoading(true);
    for await (const page of pages(ask)) setRows((known) => withRows(known, page));
    setLoading(false);
  };

  const look = async (knownFirst: boolean): Promise<void> => {
    setFailure(undefined);
    setFound(undefined);
    setNews(undefined);
    try {
      if (knownFirst) await loadAll();
      setTried(0);
      const looked = await ask("findNewCases", {}, { onProgress: setTried });
      if (looked.opened > 0 || !knownFirst) await loadAll();
      setFound(looked);
    } catch (error) {
      setFailure(pageFailureOf(error));
    }
    setLoading(false);
    setTried(undefined);
  };

  /** Nobody asked for it: nothing moves but the rows that differ, and a line that is cut is tried again in a minute. */
  const lookQuietly = async (): Promise<void> => {
    try {
      const { altered } = await ask("findNewCases", {});
      const listed: CaseRow[] = [];
      for await (const page of pages(ask)) listed.push(...page);
      const known = current.current;
      const differing = listed.filter((row) => !fresher.current.has(row.handle) && !isShown(known, row));
      if (altered > 0) setFound({ opened: 0, altered });
      if (differing.length === 0) return;
      setNews((before) => withNews(before, known, differing));
      setRows((now) => withRows(now, differing));
    } catch (error) {
      if (!(error instanceof VaultError)) throw error;
      // A line comes back by itself; a vault that has stopped does not.
      const failed = pageFailureOf(error);
      if (failed.kind === "page") setFailure(failed);
    }
  };

  const measured = usePolling(() => void oneAtATime(lookQuietly));
  const oneAtATime = async (work: () => Promise<void>): Promise<void> => {
    if (isBusy.current) return;
    isBusy.current = true;
    fresher.current.clear();
    try {
      await measured(work);
    } finally {
      isBusy.current = false;
    }
  };

  useEffect(() => void oneAtATime(() => look(true)), []);

  const inOrder = useMemo(() => [...rows.values()], [rows]);
  const lookAgain = () => void oneAtATime(() => look(false));
  return { rows: inOrder, loading, tried, found, news, failure, lookAgain, update };
}

async function* pages(ask: Ask): AsyncGenerator<readonly CaseRow[]> {
  let after: string | undefined;
  do {
    const page = await ask("listCases", { after });
    yield page.rows;
    after = page.next;
  } while (after !== undefined);
}

function withRows(known: Rows, rows: readonly CaseRow[]): Rows {
  return new Map([...known, ...rows.map((row) => [row.handle, withBurnt(row, known.get(row.handle))] as const)]);
}

/** A list does not know what opening has shown; it holds until the reporter writes again. */
function withBurnt(row: CaseRow, known: CaseRow | undefined): CaseRow {
  return row.burnt === undefined && row.newMessages === 0 && known?.burnt !== undefined
    ? { ...row, burnt: known.burnt }
    : row;
}

function withNews(before: News | undefined, known: Rows, rows: readonly CaseRow[]): News {
  const handlesOf = (isNew: boolean) => rows.map(({ handle }) => handle).filter((one) => known.has(one) !== isNew);
  return {
    cases: new Set([...(before?.cases ?? []), ...handlesOf(true)]),
    changes: new Set([...(before?.changes ?? []), ...handlesOf(false)]),
  };
}

/** As far as a list shows it. */
function isShown(known: Rows, row: CaseRow): boolean {
  const shown = known.get(row.handle);
  return (
    shown !== undefined &&
    shown.state === row.state &&
    shown.stateOn === row.stateOn &&
    shown.unread === row.unread &&
    shown.newMessages === row.newMessages &&
    shown.answers === row.answers &&
    shown.altered === row.altered &&
    (shown.summary === undefined) === (row.summary === undefined)
  );
}
