/** Who is in the directory, what runs out when, and what a lead or administrator wishes to change about it. */
import { useEffect, useState } from "preact/hooks";
import { isCaseworker } from "../../../../protocol/casework.ts";
import { DAY_MS, dayInUtc } from "../../../../protocol/day.ts";
import { DIRECTORY_ALARM_DAYS } from "../../../../protocol/limits.ts";
import { ROLE_NAMES } from "../../../../words/glossary.ts";
import { hexGroups } from "../../../shared/fingerprint.ts";
import { FailureNotice } from "../../parts/notices.tsx";
import { useSpeech } from "../../parts/speech.ts";
import { type Ask, type PageFailure, pageFailureOf } from "../../vault/vault-client.ts";
import type { RosterView } from "../../vault/office-messages.ts";
import { Asking } from "./asking.tsx";
import { TwelveWords } from "./changes.tsx";
import { Returned } from "./returned.tsx";
import { Joining } from "./joining.tsx";
import { type Joiner, NOTHING_TICKED, type People, type Ticked, peopleOf, toggled } from "./wishes.ts";
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
          <h3>{say(ROSTER.channels)}</h3>
          {view.channels.map((channel) => (
            <ChannelForm
              key={channel.id}
              view={view}
              channel={channel}
              joiners={ticked.joiners}
              people={peopleOf(ticked, channel)}
              onPeople={(people) => setTicked({ ...ticked, people: { ...ticked.people, [channel.id]: people } })}
            />
          ))}
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

type ChannelFormProps = {
  readonly view: RosterView;
  readonly channel: RosterView["channels"][number];
  readonly joiners: readonly Joiner[];
  readonly people: People;
  readonly onPeople: (people: People) => void;
};

function ChannelForm({ view, channel, joiners, people, onPeople }: ChannelFormProps) {
  const { say, name } = useSpeech();
  const there = [...view.members.filter(({ isRemoved }) => !isRemoved), ...joiners.map(({ entry }) => entry)];
  const custodians = there.filter(({ roles }) => roles.includes("custodian"));
  const readers = there.filter(({ roles }) => isCaseworker(roles) && !roles.includes("custodian"));
  const inChannel = there.filter(({ id }) => people.recipients.includes(id) || people.custodians.includes(id));
  const rows = [
    ["recipients", ROSTER.readers, readers],
    ["custodians", ROSTER.custodians, custodians],
    ["excludable", ROSTER.excludable, inChannel],
  ] as const;
  return (
    <details class="roster-channel">
      <summary>
        <bdi>{name(channel.names)}</bdi> {channel.isClosed && <span class="muted">{say(ROSTER.closed)}</span>}
      </summary>
      {rows.map(([who, legend, choices]) => (
        <fieldset key={who}>
          <legend>{say(legend)}</legend>
          {choices.map(({ id, names }) => (
            <label key={id} class="tick">
              <input
                type="checkbox"
                checked={people[who].includes(id)}
                onChange={() => onPeople({ ...people, [who]: toggled(people[who], id) })}
              />
              <bdi>{name(names)}</bdi>
            </label>
          ))}
        </fieldset>
      ))}
    </details>
  );
}
