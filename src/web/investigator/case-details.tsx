/** The rail's quiet part: days, counts, and who can read. */
import { DIRECTION_NAMES } from "../../glossary/both.ts";
import type { CasePart } from "./case-screen.tsx";
import { ageText } from "./case-cells.tsx";
import { type Words, useSpeech } from "./speech.ts";
import type { CaseView, SignedIn } from "./vault-messages.ts";
import { CASE } from "./words/case.ts";

export function CaseDetails({ view, member }: CasePart) {
  const speech = useSpeech();
  const { say, day, name } = speech;
  const { row, recipients, excluded, removedRecipients } = view;
  const written = (direction: "reporter" | "team") =>
    view.conversation.filter((entry) => entry.direction === direction).length;
  const still = recipients.filter((id) => !removedRecipients.includes(id));
  return (
    <aside class="details" aria-labelledby="details-title" tabIndex={0}>
      <h2 id="details-title">{say(CASE.details)}</h2>
      <dl>
        <div>
          <dt>{say(CASE.arrived)}</dt>
          <dd>
            {day(row.arrivedOn)}
            <span class="second">{ageText(row.arrivedOn, speech)}</span>
          </dd>
        </div>
        <div>
          <dt>{say(CASE.stateSince)}</dt>
          <dd>{day(row.stateOn)}</dd>
        </div>
        <div>
          <dt>{say(CASE.channel)}</dt>
          <dd>
            <bdi>{name(member.channels.find(({ id }) => id === row.channelId)?.names)}</bdi>
          </dd>
        </div>
        <div>
          <dt>{say(DIRECTION_NAMES.reporter)}</dt>
          <dd>{written("reporter")}</dd>
        </div>
        <div>
          <dt>{say(DIRECTION_NAMES.team)}</dt>
          <dd>{written("team")}</dd>
        </div>
        <div>
          <dt>{say(DIRECTION_NAMES.internal)}</dt>
          <dd>{view.notes.length}</dd>
        </div>
      </dl>
      <People title={CASE.recipients} ids={still} view={view} member={member} />
      <People
        title={CASE.removedRecipients}
        hint={CASE.removedHint}
        ids={removedRecipients}
        view={view}
        member={member}
      />
      <People title={CASE.excluded} hint={CASE.excludedHint} ids={excluded} view={view} member={member} />
    </aside>
  );
}

type PeopleProps = {
  readonly title: Words;
  readonly hint?: Words;
  readonly ids: readonly string[];
  readonly view: CaseView;
  readonly member: SignedIn;
};

function People({ title, hint, ids, view, member }: PeopleProps) {
  const { say, name } = useSpeech();
  if (ids.length === 0) return null;
  return (
    <>
      <h3>{say(title)}</h3>
      {hint && <p class="muted">{say(hint)}</p>}
      <ul class="people">
        {ids.map((id) => (
          <li key={id}>
            <bdi>{name(view.names[id])}</bdi> {id === member.memberId && <span class="muted">({say(CASE.you)})</span>}
          </li>
        ))}
      </ul>
    </>
  );
}
