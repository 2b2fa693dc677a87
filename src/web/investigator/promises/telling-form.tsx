/** Telling the reporter that a promise is put off, and why; or that the days of another rule hold from the beginning. */
import { useEffect, useRef, useState } from "preact/hooks";
import { DEADLINE_KINDS, type Promised, latestOf } from "../../../protocol/rules/deadlines.ts";
import { DEADLINE_NAMES } from "../../../words/glossary.ts";
import type { OfficeCalendar } from "../list/next-deadline.ts";
import { DayInput } from "../parts/fields/day-input.tsx";
import { FieldError } from "../parts/fields/field-error.tsx";
import { LookNotice, useLookThrough } from "../outgoing/look-through.tsx";
import { FailureNotice } from "../parts/notices.tsx";
import { ReasonField } from "../parts/fields/reason-field.tsx";
import { useSpeech } from "../../screen/speech.ts";
import { Conflict } from "../writing/conflict.tsx";
import type { TellingDraft } from "../writing/drafts.ts";
import type { OpenedCaseProps } from "../writing/opened-case.ts";
import { useWriting } from "../writing/use-writing.ts";
import { WRITING } from "../writing/words.ts";
import { PROMISES } from "./words.ts";

export type TellingFormProps = OpenedCaseProps & {
  readonly telling: TellingDraft;
  /** What is still owed */
  readonly open: readonly Promised[];
  /** The one that holds */
  readonly profile: string;
  readonly calendar: OfficeCalendar;
};

export function TellingForm({ telling, open, profile, calendar, view, member, work, onDraft }: TellingFormProps) {
  const { say, day, name } = useSpeech();
  const [tried, setTried] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const { kind, of, due, text } = telling;
  const isPromise = kind === "promise";
  const change = (changed: Partial<TellingDraft>) => onDraft({ telling: { ...telling, ...changed } });
  const deadline = DEADLINE_KINDS.find((one) => one === of);
  const promise = open.find((one) => one.kind === of);
  const latest = promise && latestOf(promise, calendar.daysOff);
  const lacks = {
    of: isPromise ? promise === undefined : of === "",
    due: isPromise && due <= calendar.today,
    text: text.trim() === "",
  };
  const writing = useWriting(
    async () => {
      if (isPromise && deadline !== undefined) return work.tell({ kind: "promise", deadline, due, text });
      return work.tell({ kind: "profile", profile: of, text });
    },
    () => onDraft({ telling: undefined }),
  );
  const look = useLookThrough(text, view, writing.submit);
  useEffect(() => {
    // All of it is to be seen, also in a rail that scrolls for itself.
    form.current?.scrollIntoView({ block: "nearest" });
    form.current?.querySelector<HTMLElement>("select")?.focus();
  }, []);

  return (
    <form
      ref={form}
      class="telling"
      aria-labelledby="telling-title"
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        const first = (["of", "due", "text"] as const).find((field) => lacks[field]);
        if (first === undefined) look.submit();
        else form.current?.querySelector<HTMLElement>(`#telling-${first}`)?.focus();
      }}
    >
      <h3 id="telling-title">{say(isPromise ? PROMISES.putOff : PROMISES.otherProfile)}</h3>
      <p class="muted">{say(isPromise ? PROMISES.putOffLead : PROMISES.otherProfileLead)}</p>
      {writing.failure !== undefined && <FailureNotice failure={writing.failure} />}
      {writing.newer !== undefined && (
        <Conflict
          title={say(WRITING.conflictAnswer)}
          advice={say(WRITING.conflictText)}
          text={text}
          newer={writing.newer}
          view={view}
          member={member}
          keep={say(WRITING.sendOwn)}
          onKeep={writing.submit}
          onMerge={(merged) => {
            change({ text: merged });
            writing.settle();
          }}
          onAside={() => writing.settle()}
        />
      )}
      <div class="field">
        <label for="telling-of">{say(isPromise ? PROMISES.which : PROMISES.profile)}</label>
        {tried && lacks.of && <FieldError id="telling-of-error" text={PROMISES.notChosen} />}
        <select
          id="telling-of"
          value={of}
          aria-invalid={tried && lacks.of}
          onChange={({ currentTarget }) => change({ of: currentTarget.value })}
        >
          <option value="">{say(PROMISES.choose)}</option>
          {isPromise
            ? open.map((one) => (
                <option key={one.kind} value={one.kind}>
                  {say(DEADLINE_NAMES[one.kind])}, {day(one.due)}
                </option>
              ))
            : Object.entries(calendar.profiles)
                .filter(([code]) => code !== profile)
                .map(([code, { names }]) => (
                  <option key={code} value={code}>
                    {name(names)}
                  </option>
                ))}
        </select>
      </div>
      {isPromise && (
        <div class="field">
          <label for="telling-due">{say(PROMISES.newDay)}</label>
          {tried && lacks.due && <FieldError id="telling-due-error" text={PROMISES.dayMissing} />}
          <DayInput
            id="telling-due"
            min={calendar.today}
            value={due}
            aria-invalid={tried && lacks.due}
            onValue={(day) => change({ due: day })}
          />
          {latest !== undefined && due > latest && (
            <p class="hint alarm" role="status">
              {say(PROMISES.beyond, { day: day(latest) })}
            </p>
          )}
        </div>
      )}
      <ReasonField
        id="telling-text"
        label={PROMISES.why}
        hint={PROMISES.whyHint}
        fault={tried && lacks.text ? PROMISES.whyMissing : undefined}
        rows={3}
        value={text}
        busy={writing.busy}
        onValue={(typed) => change({ text: typed })}
      />
      <LookNotice look={look} text={text} view={view} />
      <p class="actions">
        <button type="submit" class="button go" aria-disabled={writing.busy}>
          {say(writing.busy ? WRITING.sending : PROMISES.tell)}
        </button>
        <button type="button" class="button" onClick={() => onDraft({ telling: undefined })}>
          {say(PROMISES.cancel)}
        </button>
      </p>
    </form>
  );
}
