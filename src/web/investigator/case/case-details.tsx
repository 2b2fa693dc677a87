/** The rail's quiet part: days, counts, and who can read. */
import type { ComponentChildren } from "preact";
import type { Texts } from "../../../words/text.ts";
import { DIRECTION_NAMES } from "../../../words/glossary.ts";
import { AUTHORS } from "../parts/words.ts";
import { hexGroups } from "../../shared/fingerprint.ts";
import { ageText } from "../list/case-cells.tsx";
import { Deadlines, type DeadlinesProps } from "../promises/deadlines.tsx";
import { JudgingSlot } from "../judging/rail/judging-slot.tsx";
import { EnteredMark } from "../entering/entered-mark.tsx";
import { useSpeech } from "../../screen/speech.ts";
import type { Ask } from "../vault/vault-client.ts";
import type { CaseView, SignedIn } from "../vault/messages/vault.ts";
import { Assignment, type AssignmentProps } from "./assignment.tsx";
import { Urgency } from "./urgency.tsx";
import { TrailSlot } from "../trail/trail-slot.tsx";
import { CASE } from "./words.ts";

export type CaseDetailsProps = DeadlinesProps &
  AssignmentProps & {
    /** What belongs to the case beyond itself */
    readonly children: ComponentChildren;
    readonly ask: Ask;
  };

export function CaseDetails({ children, ask, ...opened }: CaseDetailsProps) {
  const { view, member } = opened;
  const speech = useSpeech();
  const { say, day, name, zone } = speech;
  const { row, sealedUnder, excluded, removedRecipients } = view;
  const shown = (direction: "reporter" | "team") =>
    view.conversation.filter((entry) => entry.direction === direction).length;
  return (
    <aside class="details" aria-labelledby="details-title" tabIndex={0}>
      <Urgency view={view} />
      <Assignment {...opened} />
      <Deadlines {...opened} />
      <JudgingSlot place="panel" {...opened} />
      {children}
      <EnteredMark view={view} />
      <JudgingSlot place="readers" {...opened} />
      <People
        title={CASE.removedRecipients}
        hint={CASE.removedHint}
        ids={removedRecipients}
        view={view}
        member={member}
      />
      <People title={CASE.excluded} hint={CASE.excludedHint} ids={excluded} view={view} member={member} />
      <details class="case-facts">
        <summary>
          <h2 id="details-title">{say(CASE.details)}</h2>
        </summary>
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
            <dt>{say(CASE.sealedUnder)}</dt>
            <dd>
              {say(CASE.sealedVersion, { version: String(sealedUnder.directoryVersion) })}
              {sealedUnder.keyFingerprint !== undefined && (
                <span class="second">
                  {say(CASE.sealedKey, { fingerprint: hexGroups(sealedUnder.keyFingerprint) })}
                </span>
              )}
            </dd>
          </div>
          <div>
            <dt>{say(DIRECTION_NAMES.reporter)}</dt>
            <dd>{view.earlier + shown("reporter")}</dd>
          </div>
          <div>
            <dt>{say(DIRECTION_NAMES.team)}</dt>
            <dd>{shown("team")}</dd>
          </div>
          <div>
            <dt>{say(DIRECTION_NAMES.internal)}</dt>
            <dd>{view.notes.length}</dd>
          </div>
        </dl>
        <p class="muted">{say(CASE.zone, { zone })}</p>
      </details>
      <TrailSlot shows="case" ask={ask} handle={row.handle} version={`${shown("team")} ${view.notes.length}`} />
    </aside>
  );
}

type PeopleProps = {
  readonly title: Texts;
  readonly hint?: Texts;
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
            <bdi>{name(view.names[id])}</bdi>{" "}
            {id === member.memberId && <span class="muted">({say(AUTHORS.you)})</span>}
          </li>
        ))}
      </ul>
    </>
  );
}
