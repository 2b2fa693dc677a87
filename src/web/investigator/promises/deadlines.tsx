/** Every promise of a case with its days, as the reporter sees them; and the ways to tell the reporter of others. */
import {
  type Promised,
  daysLeft,
  isMissed,
  uncountedYears,
  unitLeft,
  wasPutOffLate,
} from "../../../protocol/rules/deadlines.ts";
import { DEADLINE_NAMES } from "../../../words/glossary.ts";
import { DistanceText } from "../list/case-cells.tsx";
import { type OfficeCalendar, promisesTo } from "../list/next-deadline.ts";
import { DEADLINES } from "../list/words.ts";
import { Icon } from "../parts/icons.tsx";
import { RuleNote } from "../parts/rule-note.tsx";
import { useSpeech } from "../../screen/speech.ts";
import type { OpenedCaseProps } from "../writing/opened-case.ts";
import { TellingForm } from "./telling-form.tsx";
import { PROMISES } from "./words.ts";

export type DeadlinesProps = OpenedCaseProps & { readonly calendar: OfficeCalendar };

export function Deadlines({ calendar, ...opened }: DeadlinesProps) {
  const { say, list, name } = useSpeech();
  const { view, member, draft, onDraft } = opened;
  const { course, row } = view;
  const promises = promisesTo(row, course, member.channels, calendar);
  const years = promises.flatMap(({ step, keptOn, from, due }) =>
    step?.unit === "working" && keptOn === undefined ? uncountedYears(from, due, calendar.daysOff) : [],
  );
  const channel = member.channels.find(({ id }) => id === row.channelId);
  const profile = course.profile ?? channel?.deadlines ?? "";
  const names = Object.hasOwn(calendar.profiles, profile) ? calendar.profiles[profile]?.names : undefined;
  const open = promises.filter(({ kind, keptOn }) => keptOn === undefined && kind !== "news");
  const mayTell = view.writable.conversation && !view.burnt;
  return (
    <section aria-labelledby="deadlines-title">
      <h2 id="deadlines-title">{say(DEADLINES.title)}</h2>
      <p class="muted">{names === undefined ? say(PROMISES.noProfile) : name(names)}</p>
      {promises.length > 0 && (
        <dl>
          {promises.map((promise, at) => (
            <PromiseRow key={`${promise.kind} ${at}`} promise={promise} calendar={calendar} />
          ))}
        </dl>
      )}
      <RuleNote
        steps={promises.flatMap(({ step, keptOn }) => (step !== undefined && keptOn === undefined ? [step] : []))}
      />
      {years.length > 0 && <p class="muted">{say(DEADLINES.uncounted, { years: list([...new Set(years)]) })}</p>}
      {mayTell && draft.telling === undefined && (
        <p class="links">
          {open.length > 0 && (
            <button
              type="button"
              class="link"
              onClick={() => onDraft({ telling: { kind: "promise", of: "", due: "", text: "" } })}
            >
              {say(PROMISES.putOff)}
            </button>
          )}
          <button
            type="button"
            class="link"
            onClick={() => onDraft({ telling: { kind: "profile", of: "", due: "", text: "" } })}
          >
            {say(PROMISES.otherProfile)}
          </button>
        </p>
      )}
      {draft.telling !== undefined && (
        <TellingForm {...opened} telling={draft.telling} open={open} profile={profile} calendar={calendar} />
      )}
    </section>
  );
}

type RowProps = { readonly promise: Promised; readonly calendar: OfficeCalendar };

function PromiseRow({ promise, calendar }: RowProps) {
  const { say, day } = useSpeech();
  const { kind, step, due, keptOn, extension, first } = promise;
  return (
    <div>
      <dt>{say(DEADLINE_NAMES[kind])}</dt>
      <dd>
        <Standing promise={promise} calendar={calendar} />
        {extension !== undefined && (
          <span class="second">
            {say(wasPutOffLate(promise) ? PROMISES.putOffLate : PROMISES.putOffOn, {
              first: day(first),
              on: day(extension.on),
            })}
          </span>
        )}
        {step !== undefined && keptOn === undefined && (
          <span class="second">{say(PROMISES.source, { source: step.source })}</span>
        )}
        {keptOn !== undefined && keptOn > due && (
          <span class="second">{say(PROMISES.promised, { day: day(due) })}</span>
        )}
      </dd>
    </div>
  );
}

function Standing({ promise, calendar: { today, daysOff } }: RowProps) {
  const { say, day } = useSpeech();
  const { step, due, keptOn, pausedSince } = promise;
  if (keptOn !== undefined)
    return isMissed(promise, today) ? (
      <strong class="late">
        <Icon name="warning" /> {say(PROMISES.keptLate, { day: day(keptOn) })}
      </strong>
    ) : (
      <span>
        <Icon name="closed" /> {say(PROMISES.kept, { day: day(keptOn) })}
      </span>
    );
  if (pausedSince !== undefined) return <span>{say(PROMISES.paused, { day: day(pausedSince) })}</span>;
  const unit = unitLeft(step?.unit);
  return (
    <>
      <DistanceText next={{ unit, left: daysLeft(today, due, unit, daysOff) }} />
      <span class="second">{day(due)}</span>
    </>
  );
}
