/** Which cases the list shows, and in which order: over what was decrypted on this device, without asking anybody. */
import { type Category, type State, isIn } from "../../../protocol/casework.ts";
import type { DatedRow } from "./next-deadline.ts";

export const VIEWS = ["open", "new", "late", "awaiting", "done", "leaving"] as const;
export type View = (typeof VIEWS)[number];

/** `due`: by the next promise, nearest first unless `newestFirst`; cases without one come last. */
export type Sort = { readonly by: "due" | "arrived" | "state"; readonly newestFirst: boolean };

export type Selection = {
  readonly view: View;
  readonly query: string;
  /** Undefined: all of them */
  readonly category: Category | undefined;
  readonly state: State | undefined;
  readonly channelId: string | undefined;
  readonly sort: Sort;
};

/** What is due next comes first. */
export const FIRST_SELECTION: Selection = {
  view: "open",
  query: "",
  category: undefined,
  state: undefined,
  channelId: undefined,
  sort: { by: "due", newestFirst: false },
};

const IN_VIEW: Readonly<Record<View, (row: DatedRow) => boolean>> = {
  open: ({ state }) => !isIn("ended", state),
  new: ({ unread }) => unread,
  late: ({ next }) => next !== undefined && next.left < 0,
  awaiting: ({ state }) => isIn("asking", state),
  done: ({ state }) => isIn("ended", state),
  leaving: ({ discard }) => discard !== undefined,
};

export function countViews(rows: readonly DatedRow[]): Readonly<Record<View, number>> {
  const count = (view: View) => rows.filter(IN_VIEW[view]).length;
  return {
    open: count("open"),
    new: count("new"),
    late: count("late"),
    awaiting: count("awaiting"),
    done: count("done"),
    leaving: count("leaving"),
  };
}

export function isNarrowed({ query, category, state, channelId }: Selection): boolean {
  return query.trim() !== "" || category !== undefined || state !== undefined || channelId !== undefined;
}

export function selectCases(rows: readonly DatedRow[], selection: Selection): DatedRow[] {
  const { sort, query } = selection;
  const inView = isInView(selection);
  const wanted = rows.filter((row) => inView(row) && passesFilters(row, selection) && hasWords(row, query));
  const day = DAYS[sort.by];
  const direction = sort.newestFirst ? -1 : 1;
  // Days as text sort like days; within one the register number keeps rows where they are.
  return wanted.toSorted((a, b) => direction * compare(day(a), day(b)) || compare(a.registerNumber, b.registerNumber));
}

const DAYS: Readonly<Record<Sort["by"], (row: DatedRow) => string>> = {
  due: ({ next, arrivedOn }) => next?.due ?? `later ${arrivedOn}`,
  arrived: ({ arrivedOn }) => arrivedOn,
  state: ({ stateOn }) => stateOn,
};

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

export function isInView({ view }: Pick<Selection, "view">): (row: DatedRow) => boolean {
  return IN_VIEW[view];
}

export function passesFilters(row: DatedRow, { category, state, channelId }: Selection): boolean {
  return (
    (category === undefined || row.summary?.category === category) &&
    (state === undefined || row.state === state) &&
    (channelId === undefined || row.channelId === channelId)
  );
}

/** Whether the row itself holds every word, or a part of one. */
export function hasWords({ summary, registerNumber }: DatedRow, query: string): boolean {
  if (query.trim() === "") return true;
  const text = foldText(`${summary?.title ?? ""} ${summary?.unit ?? ""} ${registerNumber}`);
  return foldText(query)
    .split(/\s+/u)
    .every((term) => text.includes(term));
}

/** Capitals, accents and spellings of one letter count alike. */
function foldText(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{Mn}/gu, "")
    .toLowerCase();
}
