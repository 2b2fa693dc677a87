/** The list of cases: views, search and filters above, rows by the hundred below. */
import type { Texts } from "../../../words/text.ts";
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { CaseItems } from "./case-items.tsx";
import { FIRST_SELECTION, type Selection, VIEWS, type View, countViews, isNarrowed } from "./case-selection.ts";
import { CaseTable } from "./case-table.tsx";
import { EmptyList } from "./empty-list.tsx";
import { Icon } from "../parts/icons.tsx";
import { ListFilters } from "./list-filters.tsx";
import { Banner, FailureNotice } from "../parts/notices.tsx";
import type { DatedRow } from "./next-deadline.ts";
import { useShortcuts } from "../parts/shortcuts.ts";
import type { Speech } from "../../../words/speech.ts";
import { useSpeech } from "../parts/speech.ts";
import type { CaseList, News } from "./use-cases.ts";
import type { SignedIn } from "../vault/vault-messages.ts";
import { FRAME } from "../parts/words.ts";
import { LIST } from "./words.ts";

/** A browser lays out so many rows at once without anybody waiting. */
const ROWS_AT_ONCE = 100;

const VIEW_WORDS: Readonly<Record<View, Texts>> = {
  open: LIST.viewOpen,
  new: LIST.viewNew,
  late: LIST.viewLate,
  awaiting: LIST.viewAwaiting,
  done: LIST.viewDone,
};

export type ListScreenProps = {
  readonly list: CaseList;
  /** All of the list, and of these what the selection shows */
  readonly dated: readonly DatedRow[];
  readonly shown: readonly DatedRow[];
  readonly selection: Selection;
  readonly onSelection: (selection: Selection) => void;
  readonly channels: SignedIn["channels"];
  /** The case to go on from */
  readonly current: string | undefined;
  readonly letters: boolean;
  readonly narrow: boolean;
  readonly onOpen: (handle: string) => void;
  readonly onKeys: () => void;
};

/** What both forms of the list are given. */
export type RowsProps = {
  readonly rows: readonly DatedRow[];
  /** The one row that Tab reaches */
  readonly current: string | undefined;
  readonly onCurrent: (handle: string) => void;
  readonly onOpen: (handle: string) => void;
  readonly selection: Selection;
  readonly onSelection: (selection: Selection) => void;
};

export function ListScreen({
  list,
  dated,
  shown,
  selection,
  onSelection,
  channels,
  current: last,
  letters,
  narrow,
  onOpen,
  onKeys,
}: ListScreenProps) {
  const { say } = useSpeech();
  const [limit, setLimit] = useState(ROWS_AT_ONCE);
  const [current, setCurrent] = useState(last);
  const search = useRef<HTMLInputElement>(null);
  const rowsPlace = useRef<HTMLDivElement>(null);
  const counts = useMemo(() => countViews(dated), [dated]);
  const rows = shown.slice(0, limit);
  // Nothing to search or to filter yet.
  const bare = list.rows.length === 0 && !list.loading;
  const present = rows.some(({ handle }) => handle === current) ? current : rows[0]?.handle;

  const focusRow = (handle: string): void => {
    setCurrent(handle);
    const button = [...(rowsPlace.current?.querySelectorAll<HTMLElement>("[data-handle]") ?? [])].find(
      ({ dataset }) => dataset["handle"] === handle,
    );
    button?.focus();
    button?.scrollIntoView({ block: "nearest" });
  };
  const step = (by: 1 | -1): void => {
    const at = rows.findIndex(({ handle }) => handle === present);
    // The first key goes to the row that is marked, the next ones onwards.
    const onRow =
      document.activeElement instanceof HTMLElement && document.activeElement.dataset["handle"] !== undefined;
    const target = rows[onRow ? at + by : Math.max(at, 0)];
    if (target !== undefined) focusRow(target.handle);
    else if (by === 1 && shown.length > limit) setLimit(limit + ROWS_AT_ONCE);
  };
  const clear = (): void => {
    onSelection({ ...FIRST_SELECTION, view: selection.view, sort: selection.sort });
    if (present !== undefined) focusRow(present);
  };

  useShortcuts(
    {
      "/": () => search.current?.focus(),
      j: () => step(1),
      k: () => step(-1),
      ArrowDown: () => step(1),
      ArrowUp: () => step(-1),
      Escape: clear,
    },
    letters,
  );
  // Coming back from a case, one goes on where one was.
  useEffect(() => {
    if (last !== undefined && present === last) focusRow(last);
  }, []);
  useEffect(() => setLimit(ROWS_AT_ONCE), [selection]);

  const rowsProps: RowsProps = { rows, current: present, onCurrent: setCurrent, onOpen, selection, onSelection };
  return (
    <>
      <div class="list-head">
        <h1>{say(LIST.title)}</h1>
        {!bare && (
          <div class="search">
            <Icon name="search" />
            <input
              ref={search}
              type="search"
              aria-label={say(LIST.search)}
              placeholder={say(LIST.searchHint, { n: list.rows.length })}
              autocomplete="off"
              spellcheck={false}
              value={selection.query}
              onInput={({ currentTarget }) => onSelection({ ...selection, query: currentTarget.value })}
              onKeyDown={(event) => {
                if (event.key !== "Escape" && event.key !== "ArrowDown") return;
                event.preventDefault();
                if (event.key === "Escape" && selection.query !== "") onSelection({ ...selection, query: "" });
                else if (present !== undefined) focusRow(present);
              }}
            />
            <kbd aria-hidden="true">/</kbd>
          </div>
        )}
        {!bare && <ListFilters selection={selection} onSelection={onSelection} channels={channels} narrow={narrow} />}
      </div>
      <div class="views-bar">
        <div class="views" role="group" aria-label={say(LIST.views)}>
          {VIEWS.map((view) => (
            <button
              key={view}
              type="button"
              aria-pressed={view === selection.view}
              onClick={() => onSelection({ ...selection, view })}
            >
              {say(VIEW_WORDS[view])} <span class="count">{counts[view]}</span>
            </button>
          ))}
        </div>
        <Progress list={list} />
        <button type="button" class="look" disabled={list.tried !== undefined || list.loading} onClick={list.lookAgain}>
          <Icon name="refresh" /> {say(LIST.refresh)}
        </button>
      </div>
      <ListNotices list={list} />
      <div ref={rowsPlace} class="rows">
        {rows.length > 0 && (narrow ? <CaseItems {...rowsProps} /> : <CaseTable {...rowsProps} />)}
        {rows.length === 0 && !list.loading && (
          <EmptyList
            nothingAtAll={bare}
            looking={list.tried !== undefined}
            narrowed={isNarrowed(selection)}
            view={selection.view}
            viewName={say(VIEW_WORDS[selection.view])}
            onClear={clear}
          />
        )}
        {shown.length > limit && (
          <p class="more">
            <button type="button" class="button" onClick={() => setLimit(limit + ROWS_AT_ONCE)}>
              {say(LIST.more, { n: Math.min(ROWS_AT_ONCE, shown.length - limit) })}
            </button>
            <span class="muted">{say(LIST.shown, { shown: limit, n: shown.length })}</span>
          </p>
        )}
      </div>
      <footer class="list-foot">
        <span>{say(LIST.count, { n: shown.length, unread: String(shown.filter(({ unread }) => unread).length) })}</span>
        {letters && rows.length > 0 && (
          <span class="wide-only" aria-hidden="true">
            <kbd>J</kbd> <kbd>K</kbd> {say(FRAME.keysMove)} <kbd>Enter</kbd> {say(FRAME.keysOpen)}
          </span>
        )}
        <button type="button" class="wide-only" onClick={onKeys}>
          <kbd aria-hidden="true">?</kbd> {say(FRAME.keysAll)}
        </button>
        <span class="push">{say(LIST.ageUnit)}</span>
      </footer>
    </>
  );
}

function ListNotices({ list: { found, failure, lookAgain } }: { readonly list: CaseList }) {
  const { say } = useSpeech();
  return (
    <>
      {failure !== undefined && (
        <FailureNotice failure={failure}>
          <button type="button" class="button" onClick={lookAgain}>
            {say(FRAME.tryAgain)}
          </button>
        </FailureNotice>
      )}
      {found !== undefined && found.altered > 0 && (
        <Banner tone="danger" title={say(LIST.alteredHeads, { n: found.altered })} urgent>
          <p>{say(LIST.alteredHeadsAdvice)}</p>
        </Banner>
      )}
    </>
  );
}

/** One quiet line: the list can be used meanwhile. */
function Progress({ list: { rows, loading, tried, found, news: came } }: { readonly list: CaseList }) {
  const { say } = useSpeech();
  const news = found?.opened === 0 ? say(LIST.lookedNothing) : say(LIST.lookedFound, { n: found?.opened ?? 0 });
  return (
    <p class="progress-line" role="status">
      {loading
        ? say(LIST.loading, { n: rows.length })
        : tried !== undefined
          ? say(LIST.looking, { n: tried })
          : came !== undefined
            ? newsText(came, say)
            : found !== undefined && news}
    </p>
  );
}

function newsText({ cases, changes }: News, say: Speech["say"]): string {
  const parts = [
    cases.size > 0 ? say(LIST.newCases, { n: cases.size }) : "",
    changes.size > 0 ? say(LIST.changedCases, { n: changes.size }) : "",
  ];
  return parts.filter((part) => part !== "").join(" ");
}
