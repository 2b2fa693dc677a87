/** The list of cases as it arrives: known ones first, page by page; then what is new, and what becomes new meanwhile. */
import { useCallback, useEffect, useMemo, useRef, useState } from "preact/hooks";
import { type Ask, type PageFailure, type Vault, VaultError, pageFailureOf } from "../vault/vault-client.ts";
import type { CaseRow, FoundCases } from "../vault/vault-messages.ts";

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

/** How often the list looks by itself, while the page can be seen. */
const LOOK_EVERY_MS = 60_000;
/** Ten thousand cases take seconds to list: looking by itself takes at most this part of the time. */
const LOOK_SHARE = 1 / 20;
/** A laptop that slept in the middle of a look has not been looking all night. */
const LONGEST_PAUSE_MS = 10 * 60_000;
/** Who goes back and forth between two windows does not ask each time. */
const RETURN_MS = 5_000;
const TICK_MS = 2_000;

export function useCases(ask: Ask, listen: Vault["listen"]): CaseList {
  const [rows, setRows] = useState<ReadonlyMap<string, CaseRow>>(new Map());
  const [loading, setLoading] = useState(true);
  const [tried, setTried] = useState<number | undefined>(undefined);
  const [found, setFound] = useState<FoundCases | undefined>(undefined);
  const [failure, setFailure] = useState<PageFailure | undefined>(undefined);
  const [news, setNews] = useState<News | undefined>(undefined);
  const busy = useRef(false);
  const current = useRef(rows);
  current.current = rows;
  /** What opening has shown since the present look began: a page that was fetched before knows less. */
  const fresher = useRef(new Set<string>());
  const isWaitedFor = useRef(false);
  const lastLook = useRef({ endedAt: Date.now(), tookMs: 0 });

  const update = useCallback((row: CaseRow) => {
    fresher.current.add(row.handle);
    setNews(undefined);
    setRows((known) => new Map(known).set(row.handle, row));
  }, []);

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
    setNews(undefined);
    fresher.current.clear();
    const began = performance.now();
    try {
      if (knownFirst) await loadAll();
      setTried(0);
      isWaitedFor.current = true;
      const news = await ask("findNewCases", {});
      if (news.opened > 0 || !knownFirst) await loadAll();
      setFound(news);
    } catch (error) {
      setFailure(pageFailureOf(error));
    }
    setLoading(false);
    isWaitedFor.current = false;
    setTried(undefined);
    lastLook.current = { endedAt: Date.now(), tookMs: performance.now() - began };
    busy.current = false;
  };

  /** Nobody asked for it: nothing moves but the rows that differ, and a line that is cut is tried again in a minute. */
  const lookQuietly = async (): Promise<void> => {
    if (busy.current) return;
    busy.current = true;
    fresher.current.clear();
    const began = performance.now();
    try {
      const { altered } = await ask("findNewCases", {});
      const listed = await listAll();
      const differing = listed.filter((row) => {
        const known = current.current.get(row.handle);
        return !fresher.current.has(row.handle) && (known === undefined || !isSameRow(known, row));
      });
      if (altered > 0) setFound({ opened: 0, altered });
      if (differing.length > 0) {
        const handles = differing.map(({ handle }) => handle);
        const isNew = (handle: string) => !current.current.has(handle);
        const [cases, changes] = [handles.filter(isNew), handles.filter((handle) => !isNew(handle))];
        setNews((before) => ({
          cases: new Set([...(before?.cases ?? []), ...cases]),
          changes: new Set([...(before?.changes ?? []), ...changes]),
        }));
        setRows((known) => new Map([...known, ...differing.map((row) => [row.handle, row] as const)]));
      }
    } catch (error) {
      if (!(error instanceof VaultError)) throw error;
    } finally {
      lastLook.current = { endedAt: Date.now(), tookMs: performance.now() - began };
      busy.current = false;
    }
  };
  const listAll = async (): Promise<CaseRow[]> => {
    const listed: CaseRow[] = [];
    for (let after: string | undefined, more = true; more; more = after !== undefined) {
      const page = await ask("listCases", { after });
      listed.push(...page.rows);
      after = page.next;
    }
    return listed;
  };

  const inOrder = useMemo(() => [...rows.values()], [rows]);

  useEffect(() => {
    // Of a look that nobody asked for nothing is told on its way: there is nobody who waits.
    listen({ onTried: (heads) => isWaitedFor.current && setTried(heads) });
    void look(true);
    const lookIfDue = (waitMs: number) => {
      const { endedAt, tookMs } = lastLook.current;
      const isDue = Date.now() - endedAt >= Math.max(waitMs, Math.min(tookMs / LOOK_SHARE, LONGEST_PAUSE_MS));
      if (document.visibilityState === "visible" && isDue) void lookQuietly();
    };
    const comeBack = () => lookIfDue(RETURN_MS);
    document.addEventListener("visibilitychange", comeBack);
    const timer = setInterval(() => lookIfDue(LOOK_EVERY_MS), TICK_MS);
    return () => {
      document.removeEventListener("visibilitychange", comeBack);
      clearInterval(timer);
    };
  }, []);

  return { rows: inOrder, loading, tried, found, news, failure, lookAgain: () => void look(false), update };
}

/** As far as a list shows it. */
function isSameRow(one: CaseRow, other: CaseRow): boolean {
  return (
    one.state === other.state &&
    one.stateOn === other.stateOn &&
    one.unread === other.unread &&
    one.newMessages === other.newMessages &&
    one.answers === other.answers &&
    one.altered === other.altered &&
    (one.summary === undefined) === (other.summary === undefined)
  );
}
