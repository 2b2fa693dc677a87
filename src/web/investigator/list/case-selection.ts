/** Which cases the list shows, and in which order: over what was decrypted on this device, without asking anybody. */
import { type Category, type State, isIn } from "../../../protocol/rules/casework.ts";
import { foldText } from "../../../protocol/encoding/fold.ts";
import type { ListRow } from "./list-rows.ts";
import { DAY_GROUPS, dayGroupOf } from "./my-day.ts";

export const VIEWS = ["day", "open", "new", "mine", "nobodys", "late", "awaiting", "done", "leaving"] as const;
export type View = (typeof VIEWS)[number];

/**
 * `urgent`: what is urgent first, then by the next promise; `due`: by that alone, nearest first unless `newestFirst`.
 * Cases without a promise come last.
 */
export type Sort = { readonly by: "urgent" | "due" | "arrived" | "state"; readonly newestFirst: boolean };

/** Cases of nobody, among those of a person */
export const NOBODY = "nobody";

export type Selection = {
  readonly view: View;
  readonly query: string;
  /** Undefined: all of them */
  readonly category: Category | undefined;
  readonly state: State | undefined;
  readonly channelId: string | undefined;
  /** A member's id, or NOBODY */
  readonly person?: string | undefined;
  readonly label?: string | undefined;
  readonly sort: Sort;
  /** Rows of two lines, with every day in full */
  readonly roomy?: boolean;
};

/** Who looks, and on which day. */
export type Looking = { readonly me: string; readonly today: string };

/** The day's work first, and of it what is urgent. */
export const FIRST_SELECTION: Selection = {
  view: "day",
  query: "",
  category: undefined,
  state: undefined,
  channelId: undefined,
  sort: { by: "urgent", newestFirst: false },
};

const IN_VIEW: Readonly<Record<View, (row: ListRow, looking: Looking) => boolean>> = {
  day: (row, { me, today }) => dayGroupOf(row, me, today) !== undefined,
  open: ({ state }) => !isIn("ended", state),
  new: ({ unread }) => unread,
  mine: ({ state, digest }, { me }) => digest?.assignee === me && !isIn("ended", state),
  nobodys: ({ state, digest }) => (digest?.assignee ?? null) === null && !isIn("ended", state),
  awaiting: ({ state }) => isIn("asking", state),
  late: ({ next }) => next !== undefined && next.left < 0,
  done: ({ state }) => isIn("ended", state),
  leaving: ({ discard }) => discard !== undefined,
};

export function countViews(rows: readonly ListRow[], looking: Looking): Readonly<Record<View, number>> {
  const counts = VIEWS.map((view) => [view, rows.filter((row) => IN_VIEW[view](row, looking)).length] as const);
  return Object.fromEntries(counts) as Record<View, number>;
}

/** Labels that some case has, the most used first. */
export function labelsIn(rows: readonly ListRow[]): string[] {
  const counts = new Map<string, number>();
  for (const { digest } of rows)
    for (const label of digest?.labels ?? []) counts.set(label, (counts.get(label) ?? 0) + 1);
  return [...counts].toSorted(([a, m], [b, n]) => n - m || compare(a, b)).map(([label]) => label);
}

export function isNarrowed({ query, category, state, channelId, person, label }: Selection): boolean {
  return query.trim() !== "" || [category, state, channelId, person, label].some((chosen) => chosen !== undefined);
}

export function selectCases(rows: readonly ListRow[], selection: Selection, looking: Looking): ListRow[] {
  const { view, sort, query } = selection;
  const inView = isInView(selection, looking);
  const wanted = rows.filter((row) => inView(row) && passesFilters(row, selection) && hasWords(row, query));
  const day = DAYS[sort.by];
  const direction = sort.newestFirst ? -1 : 1;
  const isUrgentFirst = sort.by === "urgent";
  const groupOf = (row: ListRow): number => {
    const group = view === "day" && isUrgentFirst ? dayGroupOf(row, looking.me, looking.today) : undefined;
    return group === undefined ? DAY_GROUPS.length : DAY_GROUPS.indexOf(group);
  };
  // Days as text sort like days; within one the marks, then the register number, which keeps rows where they are.
  return wanted.toSorted(
    (a, b) =>
      groupOf(a) - groupOf(b) ||
      (isUrgentFirst ? b.urgency - a.urgency : 0) ||
      direction * compare(day(a), day(b)) ||
      b.marks.length - a.marks.length ||
      compare(a.registerNumber, b.registerNumber),
  );
}

/** What the handler set counts more than what the reporter chose. */
export function categoryOf({ digest, summary }: Pick<ListRow, "digest" | "summary">): string | undefined {
  return digest?.sheet?.category ?? summary?.category;
}

const dueDay = ({ next, arrivedOn }: ListRow): string => next?.due ?? `later ${arrivedOn}`;

const DAYS: Readonly<Record<Sort["by"], (row: ListRow) => string>> = {
  urgent: dueDay,
  due: dueDay,
  arrived: ({ arrivedOn }) => arrivedOn,
  state: ({ stateOn }) => stateOn,
};

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

export function isInView({ view }: Pick<Selection, "view">, looking: Looking): (row: ListRow) => boolean {
  return (row) => IN_VIEW[view](row, looking);
}

export function passesFilters(row: ListRow, { category, state, channelId, person, label }: Selection): boolean {
  return (
    (category === undefined || categoryOf(row) === category) &&
    (state === undefined || row.state === state) &&
    (channelId === undefined || row.channelId === channelId) &&
    (person === undefined || (row.digest?.assignee ?? NOBODY) === person) &&
    (label === undefined || row.digest?.labels.includes(label) === true)
  );
}

/** Whether the row itself holds every word, or a part of one. */
export function hasWords({ summary, registerNumber, digest }: ListRow, query: string): boolean {
  if (query.trim() === "") return true;
  const labels = digest?.labels.join(" ") ?? "";
  const text = foldText(`${summary?.title ?? ""} ${summary?.unit ?? ""} ${registerNumber} ${labels}`);
  return foldText(query)
    .split(/\s+/u)
    .every((term) => text.includes(term));
}
