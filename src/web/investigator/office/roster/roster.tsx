/** Who is in the directory, what runs out when, and what a lead or administrator wishes to change about it. */
import { useEffect, useState } from "preact/hooks";
import { DAY_MS, dayInUtc } from "../../../../protocol/day.ts";
import { DIRECTORY_ALARM_DAYS } from "../../../../protocol/limits.ts";
import { ROLE_NAMES } from "../../../../words/glossary.ts";
import { hexGroups } from "../../../shared/fingerprint.ts";
import { FailureNotice } from "../../parts/notices.tsx";
import { useSpeech } from "../../parts/speech.ts";
import { type Ask, type PageFailure, pageFailureOf } from "../../vault/vault-client.ts";
import type { RosterView } from "../../vault/office-messages.ts";
import { Channels } from "../channels/channels.tsx";
import { toggled } from "../channels/ticks.ts";
import { Asking } from "./asking.tsx";
import { TwelveWords } from "./changes.tsx";
import { Returned } from "./returned.tsx";
import { Joining } from "./joining.tsx";
import { NOTHING_TICKED, type Ticked, peopleOf, withPeople } from "./wishes.ts";
import { ROSTER } from "./words.ts";

export type RosterProps = {
  readonly ask: Ask;
  /** A new directory is proposed or published: what stands beside it is not the newest any more. */
  readonly onProposed: (isPublished: boolean) => void;
};

export function Roster({ ask, onProposed }: RosterProps) {
  const { say, day } = useSpeech();
  const [view, setView] = useState<RosterView | undefined>(undefined);
  const [failure, setFailure] = useState<PageFailure | undefined>(undefined);
  const [ticked, setTicked] = useState(NOTHING_TICKED);
  useEffect(() => {
    ask("readRoster", {}).then(setView, (error: unknown) => setFailure(pageFailureOf(error)));
  }, []);
  if (failure !== undefined) return <FailureNotice failure={failure} />;
  if (view === undefined) return null;
  const there = view.members.filter(({ isRemoved }) => !isRemoved);
  const gone = view.members.filter(({ isRemoved }) => isRemoved);
  return (
    <div class="roster">
      <h3>{say(ROSTER.people)}</h3>
      <p>{say(ROSTER.lead, { version: view.version, day: day(dayInUtc(view.directoryExpires)) })}</p>
      <ul class="roster-list">
        {there.map((one) => (
          <Person key={one.id} view={view} one={one} ticked={ticked} onTicked={setTicked} />
        ))}
      </ul>
      {gone.length > 0 && (
        <details>
          <summary>{say(ROSTER.gone, { n: gone.length })}</summary>
          <ul class="roster-list">
            {gone.map((one) => (
              <Person key={one.id} view={view} one={one} ticked={ticked} onTicked={setTicked} />
            ))}
          </ul>
        </details>
      )}
      {view.asksRoots && (
        <>
          <Joining ask={ask} ticked={ticked} onTicked={setTicked} />
          <Channels
            ask={ask}
            view={view}
            joiners={ticked.joiners.map(({ entry }) => entry)}
            ticks={ticked.channels}
            onTicks={(channels) => setTicked((now) => ({ ...now, channels }))}
            peopleOf={(channel) => peopleOf(ticked, channel)}
            onPeople={(channel, people) =>
              setTicked((now) => ({ ...now, people: withPeople(now.people, channel, people) }))
            }
            onStated={onProposed}
          />
          <Asking ask={ask} view={view} ticked={ticked} />
          <Returned ask={ask} view={view} onProposed={onProposed} />
        </>
      )}
    </div>
  );
}

type PersonProps = {
  readonly view: RosterView;
  readonly one: RosterView["members"][number];
  readonly ticked: Ticked;
  readonly onTicked: (ticked: Ticked) => void;
};

function Person({ view, one, ticked, onTicked }: PersonProps) {
  const { say, name, list } = useSpeech();
  const isMe = one.id === view.me;
  const marks = [
    ...(isMe ? [ROSTER.you] : []),
    ...(one.isSuspended ? [ROSTER.suspended] : []),
    ...(one.isRemoved ? [ROSTER.removed] : []),
  ];
  return (
    <li>
      <p>
        <strong>
          <bdi>{name(one.names)}</bdi>
        </strong>{" "}
        <span class="muted">
          {list(one.roles.map((role) => say(ROLE_NAMES[role])))}
          {marks.map((mark) => ` · ${say(mark)}`)}
        </span>
      </p>
      {!one.isRemoved && <Standing view={view} one={one} />}
      <details>
        <summary>{say(ROSTER.fingerprint, { name: name(one.names) })}</summary>
        <p class="muted">{say(ROSTER.fingerprintLead)}</p>
        <TwelveWords words={one.words} />
        <p class="hex muted">{hexGroups(one.hex.slice(0, 32))} …</p>
      </details>
      {view.asksRoots && !one.isRemoved && (
        <div class="roster-ticks">
          <label class="tick">
            <input
              type="checkbox"
              checked={ticked.renewed.includes(one.id)}
              onChange={() => onTicked({ ...ticked, renewed: toggled(ticked.renewed, one.id) })}
            />
            <span>{say(ROSTER.renew, { name: name(one.names) })}</span>
          </label>
          {/* Whoever goes does not ask for it alone: the first statement needs a steward who stays. */}
          {!isMe && (
            <label class="tick">
              <input
                type="checkbox"
                checked={ticked.removed.includes(one.id)}
                onChange={() => onTicked({ ...ticked, removed: toggled(ticked.removed, one.id) })}
              />
              <span>{say(ROSTER.remove, { name: name(one.names) })}</span>
            </label>
          )}
        </div>
      )}
    </li>
  );
}

/** Until when the entry holds, second factors, and for administrators the day of the last sign-in. */
function Standing({ view, one: { validUntil, factors } }: Pick<PersonProps, "view" | "one">) {
  const { say, day } = useSpeech();
  const until = { day: day(dayInUtc(validUntil)) };
  const left = validUntil - Date.now();
  const isSoon = left < DIRECTORY_ALARM_DAYS * DAY_MS;
  const { signedInOn } = factors ?? {};
  return (
    <p class="muted">
      <span class={isSoon ? "ends" : undefined}>
        {say(left < 0 ? ROSTER.ended : isSoon ? ROSTER.soon : ROSTER.until, until)}
      </span>
      {factors !== undefined && ` ${say(factors.count === 0 ? ROSTER.noFactor : ROSTER.factors, { n: factors.count })}`}
      {view.seesDays &&
        factors !== undefined &&
        ` ${typeof signedInOn === "string" ? say(ROSTER.signedIn, { day: day(signedInOn) }) : say(ROSTER.neverSignedIn)}`}
    </p>
  );
}
