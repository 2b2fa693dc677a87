/** The parts of a row that table and items share. */
import type { State } from "../../protocol/casework.ts";
import { STATE_NAMES } from "../../glossary/both.ts";
import { Icon, StateIcon } from "./icons.tsx";
import { type Speech, useSpeech } from "./speech.ts";
import type { CaseRow } from "./vault-messages.ts";
import { LIST } from "./words/list.ts";

const DAY_MS = 86_400_000;

/** Calendar days since a day, by this device's calendar. */
export function ageInDays(day: string, now = new Date()): number {
  const today = Date.UTC(now.getFullYear(), now.getMonth(), now.getDate());
  return Math.max(0, Math.round((today - Date.parse(`${day}T00:00:00Z`)) / DAY_MS));
}

export function ageText(day: string, { say }: Speech): string {
  const n = ageInDays(day);
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
  const { say } = useSpeech();
  return (
    <>
      {row.unread && row.summary !== undefined && (
        <>
          <span class="pill">
            {row.newMessages > 0 ? say(LIST.pillMessages, { n: row.newMessages }) : say(LIST.pillNew)}
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

export function StateText({ state }: { readonly state: State }) {
  const { say } = useSpeech();
  return (
    <span class="state">
      <StateIcon state={state} />
      <span>{say(STATE_NAMES[state])}</span>
    </span>
  );
}
