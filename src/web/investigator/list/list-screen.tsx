/** The list of cases: views, search and filters above, rows by the hundred below. */
import type { VNode } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { useShortcuts } from "../parts/shortcuts.ts";
import { useSpeech } from "../parts/speech.ts";
import { FRAME } from "../parts/words.ts";
import type { SignedIn } from "../vault/vault-messages.ts";
import type { RowsProps } from "./case-cells.tsx";
import { CaseItems } from "./case-items.tsx";
import { FIRST_SELECTION, type Selection, isNarrowed } from "./case-selection.ts";
import { CaseTable } from "./case-table.tsx";
import { DiscardedCases } from "./discarded-cases.tsx";
import { EmptyList } from "./empty-list.tsx";
import { ListFilters } from "./list-filters.tsx";
import { ListNotices } from "./list-notices.tsx";
import type { DatedRow } from "./next-deadline.ts";
import { useRovingRow } from "./roving-row.ts";
import { SearchField } from "./search-field.tsx";
import type { CaseList } from "./use-cases.ts";
import { ViewsBar } from "./views-bar.tsx";
import { LIST } from "./words.ts";

/** A browser lays out so many rows at once without anybody waiting. */
const ROWS_AT_ONCE = 100;

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
  /** While something is looked for: what is shown in the place of rows, and where there are none */
  readonly searching:
    | { readonly rows: (props: RowsProps) => VNode; readonly nothing: (onClear: () => void) => VNode }
    | undefined;
};

export function ListScreen(props: ListScreenProps) {
  const { list, dated, shown, selection, onSelection, channels, letters, narrow, onOpen, onKeys, searching } = props;
  const { say, zone } = useSpeech();
  const [limit, setLimit] = useState(ROWS_AT_ONCE);
  const search = useRef<HTMLInputElement>(null);
  const rows = shown.slice(0, limit);
  const roving = useRovingRow(rows, props.current);
  useEffect(() => setLimit(ROWS_AT_ONCE), [selection]);
  // Nothing to search or to filter yet.
  const bare = list.rows.length === 0 && !list.loading;

  const showMore = () => setLimit(limit + ROWS_AT_ONCE);
  const onwards = () => roving.step(1) || (shown.length > limit && showMore());
  const back = () => void roving.step(-1);
  const clear = (): void => {
    onSelection({ ...FIRST_SELECTION, view: selection.view, sort: selection.sort });
    roving.focusCurrent();
  };
  useShortcuts(
    {
      "/": () => search.current?.focus(),
      j: onwards,
      k: back,
      ArrowDown: onwards,
      ArrowUp: back,
      Escape: clear,
    },
    letters,
  );

  const Rows = narrow ? CaseItems : CaseTable;
  const rowsProps: RowsProps = {
    rows,
    current: roving.current,
    onCurrent: roving.setCurrent,
    onOpen,
    selection,
    onSelection,
  };
  return (
    <>
      <div class="list-head">
        <h1>{say(LIST.title)}</h1>
        {!bare && (
          <>
            <SearchField
              field={search}
              cases={list.rows.length}
              query={selection.query}
              onQuery={(query) => onSelection({ ...selection, query })}
              onLeave={roving.focusCurrent}
              onEnter={() => rows[0] !== undefined && onOpen(rows[0].handle)}
            />
            <ListFilters selection={selection} onSelection={onSelection} channels={channels} narrow={narrow} />
          </>
        )}
      </div>
      <ViewsBar list={list} dated={dated} selection={selection} onSelection={onSelection} />
      <ListNotices list={list} />
      <div ref={roving.place} class="rows">
        {rows.length > 0 && (searching === undefined ? <Rows {...rowsProps} /> : searching.rows(rowsProps))}
        {rows.length === 0 && searching !== undefined && searching.nothing(clear)}
        {rows.length === 0 && searching === undefined && !list.loading && (
          <EmptyList
            nothingAtAll={bare}
            looking={list.tried !== undefined}
            narrowed={isNarrowed(selection)}
            view={selection.view}
            onClear={clear}
          />
        )}
        {selection.view === "leaving" && <DiscardedCases discards={list.discards?.discards ?? []} />}
        {shown.length > limit && (
          <p class="more">
            <button type="button" class="button" onClick={showMore}>
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
        <span class="push">{say(LIST.ageUnit, { zone })}</span>
      </footer>
    </>
  );
}
