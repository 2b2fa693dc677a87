/** The list of cases: views, search and filters above, rows by the hundred below, and what is done with several of them. */
import type { VNode } from "preact";
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { LeavingBanner } from "./leaving/leaving-banner.tsx";
import type { Holding } from "./leaving/use-leavers.ts";
import { LEFT } from "./leaving/words.ts";
import { OFFICE } from "./office/words.ts";
import { READERS } from "./people/words.ts";
import { Icon } from "./parts/icons.tsx";
import { useShortcuts } from "./parts/shortcuts.ts";
import { useSpeech } from "../screen/speech.ts";
import { FRAME } from "./parts/words.ts";
import type { SignedIn } from "./vault/messages/vault.ts";
import type { RowsProps } from "./list/case-cells.tsx";
import { CaseItems } from "./list/case-items.tsx";
import { FIRST_SELECTION, type Looking, type Selection, isNarrowed, labelsIn } from "./list/case-selection.ts";
import { CaseTable } from "./list/case-table.tsx";
import { DiscardedCases } from "./list/discarded-cases.tsx";
import { EmptyList } from "./list/empty-list.tsx";
import { ListFilters } from "./list/views/list-filters.tsx";
import { ListProgress } from "./list/list-progress.tsx";
import { ListNotices } from "./list/list-notices.tsx";
import type { ListRow } from "./list/list-rows.ts";
import type { Loads } from "./list/load.ts";
import { ManyBar } from "./many/many-bar.tsx";
import { type ManyDialog, ManyDialogs, claimWorks } from "./many/many-dialogs.tsx";
import { Outcome, isPlainOutcome } from "./many/outcome.tsx";
import type { Many } from "./many/use-many.ts";
import { useRovingRow } from "./list/roving-row.ts";
import type { SavedViews } from "./list/views/saved-views.ts";
import { SearchField } from "./list/views/search-field.tsx";
import type { CaseList } from "./list/use-cases.ts";
import { ViewsBar } from "./list/views/views-bar.tsx";
import { ENTERED } from "./entering/words.ts";
import { LIST } from "./list/words.ts";

/** A browser lays out so many rows at once without anybody waiting. */
const ROWS_AT_ONCE = 100;

export type ListScreenProps = {
  readonly list: CaseList;
  /** All of the list, and of these what the selection shows */
  readonly all: readonly ListRow[];
  readonly shown: readonly ListRow[];
  readonly looking: Looking;
  readonly selection: Selection;
  readonly onSelection: (selection: Selection) => void;
  readonly member: SignedIn;
  readonly loads: Loads;
  readonly many: Many;
  readonly saved: SavedViews;
  /** The office's own words for cases, as it proposes them */
  readonly officeLabels: readonly string[];
  /** The case to go on from */
  readonly current: string | undefined;
  readonly letters: boolean;
  readonly narrow: boolean;
  readonly onOpen: (handle: string) => void;
  readonly onKeys: () => void;
  /** A report that came by letter, call or visit is to be written down. */
  readonly onEnter: () => void;
  readonly onInterests: () => void;
  /** What is shown is wanted as a table. */
  readonly onTable: () => void;
  /** Who has left, and how many of these cases they hold; none for who is no lead. The pass is opened for one of them, or for nobody yet */
  readonly leaving:
    | { readonly holding: readonly Holding[]; readonly onOpen: (leaver: string | undefined) => void }
    | undefined;
  readonly onOffice: () => void;
  readonly onTrail: () => void;
  /** While something is looked for: what is shown in the place of rows, and where there are none */
  readonly searching:
    | { readonly rows: (props: RowsProps) => VNode; readonly nothing: (onClear: () => void) => VNode }
    | undefined;
};

export function ListScreen(props: ListScreenProps) {
  const { list, all, shown, looking, selection, onSelection, member, loads, many, letters, narrow, onOpen, onKeys } =
    props;
  const { searching } = props;
  const { say, zone, name } = useSpeech();
  const [limit, setLimit] = useState(ROWS_AT_ONCE);
  const [dialog, setDialog] = useState<ManyDialog | undefined>(undefined);
  const [isPicking, setPicking] = useState(false);
  const search = useRef<HTMLInputElement>(null);
  const rows = shown.slice(0, limit);
  const roving = useRovingRow(rows, props.current);
  useEffect(() => setLimit(ROWS_AT_ONCE), [selection]);
  const inUse = useMemo(() => labelsIn(all), [all]);
  const order = shown.map(({ handle }) => handle);
  // Nothing to search or to filter yet.
  const bare = list.rows.length === 0 && !list.loading;

  const showMore = () => setLimit(limit + ROWS_AT_ONCE);
  const onwards = () => roving.step(1) || (shown.length > limit && showMore());
  const back = () => void roving.step(-1);
  const clear = (): void => {
    if (many.outcome !== undefined || many.picked.size > 0) {
      many.dismiss();
      many.clear();
    } else onSelection({ ...FIRST_SELECTION, view: selection.view, sort: selection.sort });
    roving.focusCurrent();
  };
  /** Nothing is done with a case that is not in sight: one that was chosen in another view waits there. */
  const picked = shown.filter(({ handle }) => many.picked.has(handle));
  /** Those that were chosen, or the one that one is on */
  const targets = (): readonly ListRow[] =>
    picked.length > 0 ? picked : shown.filter(({ handle }) => handle === roving.current);
  const open = (which: ManyDialog["is"]): void => {
    const chosen = targets();
    if (chosen.length > 0 && many.running === undefined) setDialog({ is: which, rows: chosen });
  };
  const claim = () => many.run("assign", claimWorks(targets(), looking.me));
  useShortcuts(
    {
      "/": () => search.current?.focus(),
      j: onwards,
      k: back,
      ArrowDown: onwards,
      ArrowUp: back,
      Escape: clear,
      x: () => roving.current !== undefined && many.pick(roving.current),
      t: () => open("assign"),
      a: claim,
      l: () => open("label"),
    },
    letters,
  );

  const Rows = narrow ? CaseItems : CaseTable;
  const rowsProps: RowsProps = {
    rows,
    looking,
    nameOf: (id) => name(member.colleagues.find((one) => one.id === id)?.names) || say(LIST.gone),
    picked: many.picked,
    onPick: (handle, range) => many.pick(handle, range ? order : []),
    isPicking: isPicking || picked.length > 0,
    current: roving.current,
    onCurrent: roving.setCurrent,
    onOpen,
    selection,
    onSelection,
  };
  const hasBar = picked.length > 0 || many.running !== undefined || isPlainOutcome(many);
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
            <ListFilters
              selection={selection}
              onSelection={onSelection}
              channels={member.channels}
              colleagues={member.colleagues}
              loads={loads}
              labels={inUse}
              narrow={narrow}
            />
            {narrow && (
              <button
                type="button"
                class="button"
                aria-pressed={rowsProps.isPicking}
                onClick={() => {
                  setPicking(!rowsProps.isPicking);
                  many.clear();
                }}
              >
                {say(LIST.pickSome)}
              </button>
            )}
          </>
        )}
      </div>
      <ViewsBar
        list={list}
        all={all}
        looking={looking}
        selection={selection}
        onSelection={onSelection}
        saved={props.saved}
      >
        <button type="button" onClick={props.onEnter}>
          <Icon name="pencil" /> {say(ENTERED.open)}
        </button>
      </ViewsBar>
      <ListNotices list={list} />
      {props.leaving !== undefined && <LeavingBanner {...props.leaving} />}
      <Outcome many={many} rows={all} />
      <div ref={roving.place} class={selection.roomy === true ? "rows roomy" : "rows"}>
        {rows.length > 0 && (searching === undefined ? <Rows {...rowsProps} /> : searching.rows(rowsProps))}
        {rows.length === 0 && searching !== undefined && searching.nothing(clear)}
        {rows.length === 0 && searching === undefined && !list.loading && (
          <EmptyList
            nothingAtAll={bare}
            looking={list.tried !== undefined}
            narrowed={isNarrowed(selection)}
            view={selection.view}
            onClear={clear}
            onAllOpen={() => onSelection({ ...selection, view: "open" })}
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
      <div class="under-rows">
        <span class="muted">{say(LIST.ageUnit, { zone })}</span>
        {shown.length > 0 && (
          <button type="button" onClick={props.onTable}>
            <Icon name="download" /> {say(FRAME.saveList)}
          </button>
        )}
        <button type="button" onClick={props.onInterests}>
          <Icon name="shield" /> {say(READERS.ownInterests)}
        </button>
        {props.leaving !== undefined && (
          <button type="button" onClick={() => props.leaving?.onOpen(undefined)}>
            <Icon name="person" /> {say(LEFT.open)}
          </button>
        )}
        <button type="button" onClick={props.onOffice}>
          <Icon name="key" /> {say(OFFICE.open)}
        </button>
        <button type="button" onClick={props.onTrail}>
          <Icon name="clock" /> {say(FRAME.trail)}
        </button>
      </div>
      <footer class="list-foot">
        {hasBar ? (
          <ManyBar
            many={many}
            picked={picked.length}
            shown={order}
            onClaim={claim}
            onAssign={() => open("assign")}
            onLabel={() => open("label")}
            onArchive={() => open("archive")}
          />
        ) : (
          <>
            <span>
              {say(LIST.count, { n: shown.length, unread: String(shown.filter(({ unread }) => unread).length) })}
            </span>
            {letters && rows.length > 0 && (
              <span class="wide-only" aria-hidden="true">
                <kbd>J</kbd> <kbd>K</kbd> {say(FRAME.keysMove)} <kbd>T</kbd> {say(FRAME.keysAssign)} <kbd>X</kbd>{" "}
                {say(FRAME.keysPick)}
              </span>
            )}
            <button type="button" class="wide-only" onClick={onKeys}>
              <kbd aria-hidden="true">?</kbd> {say(FRAME.keysAll)}
            </button>
            <button
              type="button"
              class="wide-only"
              aria-pressed={selection.roomy === true}
              onClick={() => onSelection({ ...selection, roomy: selection.roomy !== true })}
            >
              {say(LIST.roomy)}
            </button>
            <button type="button" onClick={() => setDialog({ is: "loads", rows: [] })}>
              <Icon name="person" /> {say(LIST.loads)}
            </button>
            <span class="push" />
            <ListProgress list={list} />
            <button type="button" disabled={list.tried !== undefined || list.loading} onClick={list.lookAgain}>
              <Icon name="refresh" /> {say(LIST.refresh)}
            </button>
          </>
        )}
      </footer>
      {dialog !== undefined && (
        <ManyDialogs
          dialog={dialog}
          member={member}
          loads={loads}
          many={many}
          labels={[...new Set([...props.officeLabels, ...inUse])]}
          onPerson={(person) => onSelection({ ...FIRST_SELECTION, view: "open", person })}
          onClose={() => setDialog(undefined)}
        />
      )}
    </>
  );
}
