/** The parts of a row that table and items share. */
import type { ComponentChildren } from "preact";
import { daysSince } from "../../../protocol/rules/deadlines.ts";
import { STATES } from "../../../protocol/rules/casework.ts";
import { sayCode } from "../../../words/codes.ts";
import { CATEGORY_NAMES, DEADLINE_NAMES, STATE_NAMES, UNKNOWN } from "../../../words/glossary.ts";
import type { DeskIcon } from "../parts/icon-names.ts";
import { Icon } from "../parts/icons.tsx";
import { AUTHORS } from "../parts/words.ts";
import { MARK_NAMES } from "../../../words/marks.ts";
import { MARK_RULES, type Mark } from "../../../protocol/urgency/marks.ts";
import type { Speech } from "../../../words/speech.ts";
import { shortUnitName } from "../../../words/unit-names.ts";
import { useSpeech } from "../../screen/speech.ts";
import type { Looking, Selection } from "./case-selection.ts";
import type { ListRow } from "./list-rows.ts";
import { type DayGroup, dayGroupOf } from "./my-day.ts";
import type { NextDeadline } from "./next-deadline.ts";
import { DEADLINES, LIST, SHORT_CATEGORY_NAMES } from "./words.ts";

/** What both forms of the list are given. */
export type RowsProps = {
  readonly rows: readonly ListRow[];
  /** Who looks, and on which day */
  readonly looking: Looking;
  readonly nameOf: (member: string) => string;
  /** Handles of those that are chosen, to do one thing with all of them */
  readonly picked: ReadonlySet<string>;
  /** `range`: all from the one that was chosen last */
  readonly onPick: (handle: string, range: boolean) => void;
  /** Whether boxes for choosing are shown: on a narrow screen only where somebody asked for them */
  readonly isPicking: boolean;
  /** The one row that Tab reaches */
  readonly current: string | undefined;
  readonly onCurrent: (handle: string) => void;
  readonly onOpen: (handle: string) => void;
  readonly selection: Selection;
  readonly onSelection: (selection: Selection) => void;
};

export function ageText(day: string, { say, today }: Speech): string {
  const n = daysSince(day, today());
  return n === 0 ? say(LIST.today) : say(LIST.age, { n });
}

export function ArrivedText({ row: { arrivedOn } }: { readonly row: Pick<ListRow, "arrivedOn"> }) {
  const speech = useSpeech();
  const { say, today } = speech;
  if (daysSince(arrivedOn, today()) === 0) return <span>{say(LIST.arrivedToday)}</span>;
  return <span>{say(LIST.arrivedAgo, { age: ageText(arrivedOn, speech) })}</span>;
}

export function rowClass({ handle, unread }: ListRow, { picked }: Pick<RowsProps, "picked">): string | undefined {
  return [unread ? "unread" : "", picked.has(handle) ? "picked" : ""].join(" ").trim() || undefined;
}

type RowButtonProps = Pick<RowsProps, "current" | "onCurrent" | "onOpen"> & {
  readonly handle: string;
  readonly children: ComponentChildren;
};

/** What opens a row, and what Tab reaches of it. */
export function RowButton({ handle, current, onCurrent, onOpen, children }: RowButtonProps) {
  return (
    <button
      type="button"
      class="row-button"
      data-handle={handle}
      tabIndex={handle === current ? 0 : -1}
      onFocus={() => onCurrent(handle)}
      onClick={(event) => {
        // A whole row of the table opens too, and once is enough.
        event.stopPropagation();
        onOpen(handle);
      }}
    >
      {children}
    </button>
  );
}

/** Rows under the headings of "my day"; elsewhere all of them under none. */
export function groupsOf({ rows, selection, looking }: RowsProps): { group: DayGroup | undefined; rows: ListRow[] }[] {
  const groups: { group: DayGroup | undefined; rows: ListRow[] }[] = [];
  const isGrouped = selection.view === "day" && selection.sort.by === "urgent";
  for (const row of rows) {
    const group = isGrouped ? dayGroupOf(row, looking.me, looking.today) : undefined;
    const last = groups.at(-1);
    if (last !== undefined && last.group === group) last.rows.push(row);
    else groups.push({ group, rows: [row] });
  }
  return groups;
}

/** Whether the heading or the view says of every row that it is new. */
export function isNewSaid({ selection }: Pick<RowsProps, "selection">, group: DayGroup | undefined): boolean {
  return group === "fresh" || selection.view === "new";
}

/** A title in its own direction. It may consist of letters that nobody sees, but then a row has to say something. */
export function CaseTitle({ title }: { readonly title: string }) {
  const { say } = useSpeech();
  if (!/[\p{L}\p{N}\p{P}\p{S}]/u.test(title)) return <span class="muted">{say(LIST.titleBlank)}</span>;
  return <bdi class="title">{title}</bdi>;
}

/** In a dense row the first is said in words, and so is what stands so high; the others by their shape and to who listens. */
const RANK_IN_WORDS = 2;

/** Shape and word for each mark: what it rests on, the case says. */
export function MarksText({ marks, all = false }: { readonly marks: readonly Mark[]; readonly all?: boolean }) {
  const { say } = useSpeech();
  if (marks.length === 0) return null;
  return (
    <span class="marks">
      {marks.map((mark, at) => (
        <span key={mark} class={`mark rank-${MARK_RULES[mark].rank}`}>
          <Icon name={MARK_ICONS[mark]} />
          <span class={all || at === 0 || MARK_RULES[mark].rank >= RANK_IN_WORDS ? undefined : "visually-hidden"}>
            {say(MARK_NAMES[mark])}
          </span>
        </span>
      ))}
    </span>
  );
}

export const MARK_ICONS = {
  danger: "warning",
  protection: "shield",
  evidence: "hourglass",
  official: "office",
  amount: "coin",
  ongoing: "refresh",
  wrote: "speech",
  unread: "envelope",
} as const satisfies Readonly<Record<Mark, DeskIcon>>;

function LabelsText({ labels }: { readonly labels: readonly string[] | undefined }) {
  return (
    <>
      {(labels ?? []).map((label) => (
        <bdi key={label} class="label">
          {label}
        </bdi>
      ))}
    </>
  );
}

/** How many other cases are linked to it as being about the same matter. */
function MatterText({ others }: { readonly others: number }) {
  const { say } = useSpeech();
  if (others === 0) return null;
  const n = others + 1;
  return (
    <span class="label matter">
      <ShortText full={say(LIST.sameMatter, { n })} short={say(LIST.sameMatterShort, { n })} />
    </span>
  );
}

/** Whose case it is: one's own stands out, nobody's is said. */
export function AssigneeText({
  row,
  looking,
  nameOf,
}: Pick<RowsProps, "looking" | "nameOf"> & { readonly row: ListRow }) {
  const { say } = useSpeech();
  // Whose it is stands within the case: until that was opened on this device nobody may take it for nobody's.
  if (row.digest === undefined) return <span class="muted">{say(LIST.notRead)}</span>;
  const { assignee } = row.digest;
  if (assignee === null) return <span class="muted">{say(LIST.unassigned)}</span>;
  if (assignee === looking.me) return <strong>{say(AUTHORS.you)}</strong>;
  return <bdi>{nameOf(assignee)}</bdi>;
}

/** The box that chooses a row; shift chooses all from the last one. */
export function PickBox({
  row,
  current,
  picked,
  onPick,
}: Pick<RowsProps, "current" | "picked" | "onPick"> & { readonly row: ListRow }) {
  const { say } = useSpeech();
  return (
    <label class="pick" onClick={(event) => event.stopPropagation()}>
      <input
        type="checkbox"
        checked={picked.has(row.handle)}
        tabIndex={row.handle === current ? 0 : -1}
        aria-label={say(LIST.pick, { title: row.summary?.title ?? row.registerNumber })}
        onClick={({ shiftKey }) => onPick(row.handle, shiftKey)}
      />
    </label>
  );
}

/**
 * What a row's button says: the mark for what is new, then the title in its own direction.
 * `isSaid`: what stands above the row says already that it is new.
 */
export function TitleText({ row, isSaid = false }: { readonly row: ListRow; readonly isSaid?: boolean }) {
  const { say, day } = useSpeech();
  return (
    <>
      {row.unread && row.summary !== undefined && (
        <>
          <span class={isSaid && row.newMessages === 0 ? "visually-hidden" : "pill"}>
            {row.newMessages > 0 ? say(LIST.pillMessages, { n: row.newMessages }) : say(LIST.pillNew)}
          </span>{" "}
        </>
      )}
      {row.discard !== undefined && (
        <>
          <span class="pill">
            {row.discard.goesOn === undefined
              ? say(LIST.pillProposed)
              : say(LIST.pillLeaving, { day: day(row.discard.goesOn) })}
          </span>{" "}
        </>
      )}
      {row.summary !== undefined ? (
        <CaseTitle title={row.summary.title} />
      ) : row.altered ? (
        <span class="alarm">
          <Icon name="warning" /> {say(LIST.summaryAltered)}
        </span>
      ) : (
        <span class="muted">{say(LIST.summaryMissing)}</span>
      )}
      {row.isAlike && <span class="register muted"> {row.registerNumber}</span>}{" "}
      {row.digest?.up !== undefined && <span class="pill">{say(LIST.pillUp)}</span>}
      {row.digest?.touches === true && (
        <span class="pill">
          <Icon name="warning" /> {say(LIST.pillTouches)}
        </span>
      )}
      <MatterText others={row.digest?.matter.length ?? 0} />
      <LabelsText labels={row.digest?.labels} />
    </>
  );
}

/** The distance first, in its own unit; then what it is about, and the day. */
export function DeadlineText({ next }: { readonly next: NextDeadline }) {
  const { say, day } = useSpeech();
  return (
    <span class="deadline">
      <DistanceText next={next} />
      <span class="second">
        {say(DEADLINE_NAMES[next.kind])}, {day(next.due)}
      </span>
    </span>
  );
}

/** Icon, words and weight say how near it is; colour only says it again. */
export function DistanceText({ next: { left, unit } }: { readonly next: Pick<NextDeadline, "left" | "unit"> }) {
  const { say } = useSpeech();
  const days = unit === "working" ? DEADLINES.working : DEADLINES.calendar;
  if (left < 0)
    return (
      <strong class="late">
        <Icon name="warning" /> {say(days.past, { n: -left })}
      </strong>
    );
  const text = left === 0 ? say(DEADLINES.today) : say(days.left, { n: left });
  if (left > SOON_DAYS) return <strong>{text}</strong>;
  return (
    <strong class="soon">
      <Icon name="received" /> {text}
    </strong>
  );
}

/** Today and the day before are near: little enough to act at once, few enough to stand out. */
const SOON_DAYS = 1;

export function StateText({ state }: { readonly state: string }) {
  const { say } = useSpeech();
  return (
    <span class="state">
      <Icon name={STATES.find((known) => known === state) ?? "info"} />
      <span>{sayCode(say, STATE_NAMES, state, UNKNOWN.code)}</span>
    </span>
  );
}

export function CategoryText({ category }: { readonly category: string }) {
  const { say } = useSpeech();
  return <>{sayCode(say, CATEGORY_NAMES, category, UNKNOWN.code)}</>;
}

export function ShortCategoryText({ category }: { readonly category: string }) {
  const { say } = useSpeech();
  const full = sayCode(say, CATEGORY_NAMES, category, UNKNOWN.code);
  return <ShortText full={full} short={sayCode(say, SHORT_CATEGORY_NAMES, category, UNKNOWN.code)} />;
}

export function ShortUnitText({ unit }: { readonly unit: string }) {
  return (
    <bdi>
      <ShortText full={unit} short={shortUnitName(unit)} />
    </bdi>
  );
}

/** In a dense row what is short is seen; who listens, and a roomy row, are told in full. */
function ShortText({ full, short }: { readonly full: string; readonly short: string }) {
  if (full === short) return <>{full}</>;
  return (
    <>
      <span class="visually-hidden in-full">{full}</span>
      <span class="in-short" aria-hidden="true">
        {short}
      </span>
    </>
  );
}
