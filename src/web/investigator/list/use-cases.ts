/** The list of cases as it arrives: known ones first, page by page; then what is new, and what becomes new meanwhile. */
import { useCallback, useEffect, useMemo, useRef, useState } from "preact/hooks";
import { isStanding } from "../../../protocol/rules/casework.ts";
import { useLock } from "../parts/lock.ts";
import { type Ask, type PageFailure, VaultError, pageFailureOf } from "../vault/vault-client.ts";
import type { CaseRow, Discards, FoundCases } from "../vault/messages/vault.ts";
import { usePolling } from "./polling.ts";
import { useRefresh } from "./use-refresh.ts";

export type CaseList = {
  readonly rows: readonly CaseRow[];
  /** Pages are still arriving. */
  readonly loading: boolean;
  /** What was there at sign-in was read to its end, and what was new among it looked for: before, no count is one. */
  readonly isWhole: boolean;
  /** Heads tried so far, while new reports are looked for */
  readonly tried: number | undefined;
  readonly found: FoundCases | undefined;
  /** Handles of what looks that nobody asked for have brought, until a case is opened or somebody asks */
  readonly news: News | undefined;
  readonly failure: PageFailure | undefined;
  /** Undefined until the whole list is there */
  readonly discards: Discards | undefined;
  readonly lookAgain: () => void;
  /** What opening a case has shown about it. `quietly`: the case that is open was read anew, and nobody came to the list */
  readonly update: (row: CaseRow, quietly?: boolean) => void;
};

export type News = { readonly cases: ReadonlySet<string>; readonly changes: ReadonlySet<string> };

type Rows = ReadonlyMap<string, CaseRow>;

export function useCases(ask: Ask): CaseList {
  const [rows, setRows] = useState<Rows>(new Map());
  const [loading, setLoading] = useState(true);
  const [isWhole, setWhole] = useState(false);
  const [tried, setTried] = useState<number | undefined>(undefined);
  const [found, setFound] = useState<FoundCases | undefined>(undefined);
  const [failure, setFailure] = useState<PageFailure | undefined>(undefined);
  const [news, setNews] = useState<News | undefined>(undefined);
  const [discards, setDiscards] = useState<Discards | undefined>(undefined);
  const current = useRef(rows);
  current.current = rows;
  /** What opening has shown since the present look began: a page that was fetched before knows less. */
  const fresher = useRef(new Set<string>());

  const update = useCallback((row: CaseRow, quietly = false) => {
    fresher.current.add(row.handle);
    if (!quietly) setNews(undefined);
    setRows((known) => withRows(known, [row]));
  }, []);

  const loadAll = async (): Promise<void> => {
    setLoading(true);
    const listed = new Set<string>();
    for await (const page of pages(ask)) {
      for (const { handle } of page) listed.add(handle);
      setRows((known) => withRows(known, page));
    }
    setLoading(false);
    await compare(listed);
  };

  /** What was discarded, or this member taken out of, leaves the list; what is not shown any more for no such reason stays, under an alarm. */
  const compare = async (listed: ReadonlySet<string>): Promise<void> => {
    const found = await ask("listDiscards", {});
    setDiscards(found);
    const removed = found.discards.filter(({ standing }) => standing === "removed").map(({ handle }) => handle);
    const gone = [...removed, ...found.takenOut].filter((handle) => !listed.has(handle));
    setRows((known) => withoutRows(known, new Set(gone)));
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
      setWhole(true);
    } catch (error) {
      setFailure(pageFailureOf(error));
    }
    setLoading(false);
    setTried(undefined);
  };

  /** Nobody asked for it: nothing moves but the rows that differ, and a line that is cut is tried again in a minute. */
  const lookQuietly = async (): Promise<void> => {
    try {
      const { altered, forNobody } = await ask("findNewCases", {});
      const listed: CaseRow[] = [];
      for await (const page of pages(ask)) listed.push(...page);
      const known = current.current;
      const differing = listed.filter((row) => !fresher.current.has(row.handle) && !isShown(known, row));
      if (altered > 0 || forNobody !== undefined) setFound({ opened: 0, altered, forNobody });
      await compare(new Set(listed.map(({ handle }) => handle)));
      setWhole(true);
      setRows((now) =>
        withRows(
          now,
          listed.filter(({ handle, stale }) => stale && !fresher.current.has(handle)),
        ),
      );
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
  const lock = useLock();
  const oneAtATime = (work: () => Promise<void>): Promise<void> =>
    lock(() => {
      fresher.current.clear();
      return measured(work);
    });

  useEffect(() => void oneAtATime(() => look(true)), []);

  const all = useMemo(() => [...rows.values()], [rows]);
  const refreshed = useCallback((opened: readonly CaseRow[]) => setRows((known) => withRows(known, opened)), []);
  useRefresh(ask, all, !loading && tried === undefined, refreshed);

  const inOrder = useMemo(() => withDiscards(all, discards), [all, discards]);
  const lookAgain = () => void oneAtATime(() => look(false));
  return { rows: inOrder, loading, isWhole, tried, found, news, failure, discards, lookAgain, update };
}

async function* pages(ask: Ask): AsyncGenerator<readonly CaseRow[]> {
  let after: string | undefined;
  do {
    const page = await ask("listCases", { after });
    yield page.rows;
    after = page.next;
  } while (after !== undefined);
}

function withoutRows(known: Rows, gone: ReadonlySet<string>): Rows {
  return gone.size === 0 ? known : new Map([...known].filter(([handle]) => !gone.has(handle)));
}

function withRows(known: Rows, rows: readonly CaseRow[]): Rows {
  return new Map([...known, ...rows.map((row) => [row.handle, row] as const)]);
}

function withDiscards(rows: readonly CaseRow[], discards: Discards | undefined): readonly CaseRow[] {
  const standing = (discards?.discards ?? []).filter((one) => one.standing === "proposed" || one.standing === "agreed");
  const byHandle = new Map(standing.map((one) => [one.handle, one]));
  if (byHandle.size === 0) return rows;
  return rows.map((row) => {
    const discard = byHandle.get(row.handle);
    // Two had agreed, and the case was worked on since: it stays.
    const isLapsed = discard?.agreed !== undefined && !isStanding(discard.agreed.on, row);
    return discard === undefined || isLapsed ? row : { ...row, discard };
  });
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
    shown.burnt === row.burnt &&
    (shown.summary === undefined) === (row.summary === undefined)
  );
}
