/** The parts of a row that table and items share. */
import { daysSince } from "../../../protocol/deadlines.ts";
import { STATES } from "../../../protocol/casework.ts";
import { sayCode } from "../../../words/codes.ts";
import { CATEGORY_NAMES, DEADLINE_NAMES, STATE_NAMES, UNKNOWN } from "../../../words/glossary.ts";
import { Icon } from "../parts/icons.tsx";
import type { Speech } from "../../../words/speech.ts";
import { useSpeech } from "../parts/speech.ts";
import type { CaseRow } from "../vault/vault-messages.ts";
import type { Selection } from "./case-selection.ts";
import type { DatedRow, NextDeadline } from "./next-deadline.ts";
import { DEADLINES, LIST } from "./words.ts";

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

export function ageText(day: string, { say, today }: Speech): string {
  const n = daysSince(day, today());
  return n === 0 ? say(LIST.today) : say(LIST.age, { n });
}

/** A title in its own direction. It may consist of letters that nobody sees, but then a row has to say something. */
export function CaseTitle({ title }: { readonly title: string }) {
  const { say } = useSpeech();
  if (!/[\p{L}\p{N}\p{P}\p{S}]/u.test(title)) return <span class="muted">{say(LIST.titleBlank)}</span>;
  return <bdi class="title">{title}</bdi>;
}

/** What a row's button says: the mark for what is new, then the title in its own direction. */
export function TitleText({ row }: { readonly row: CaseRow }) {
  const { say, day } = useSpeech();
  return (
    <>
      {row.unread && row.summary !== undefined && (
        <>
          <span class="pill">
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
