/** One person: until when the entry and the key hold, second factors, and what can be wished about them. */
import type { Role } from "../../../../protocol/rules/casework.ts";
import { DAY_MS, dayInUtc } from "../../../../protocol/encoding/day.ts";
import { DIRECTORY_ALARM_DAYS } from "../../../../protocol/limits.ts";
import { ROLE_NAMES } from "../../../../words/glossary.ts";
import { hexGroups } from "../../../shared/fingerprint.ts";
import { useSpeech } from "../../../screen/speech.ts";
import type { RosterView, WaitingView } from "../../vault/messages/office.ts";
import { toggled } from "../../parts/toggled.ts";
import { TwelveWords } from "../../../screen/twelve-words.tsx";
import { RolesForm, Signed } from "./roles-form.tsx";
import type { Ticked } from "./wishes.ts";
import { ROSTER } from "./words.ts";

type PersonProps = {
  readonly view: RosterView;
  readonly one: RosterView["members"][number];
  readonly ticked: Ticked;
  readonly onTicked: (ticked: Ticked) => void;
  /** What waits of this member: wished by a colleague, or signed by the member */
  readonly waiting: WaitingView | undefined;
  /** Other roles for this member, or none any more */
  readonly onWish: (roles: readonly Role[] | null) => void;
};

export function Person({ view, one, waiting, ticked, onTicked, onWish }: PersonProps) {
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
      {view.asksRoots && !one.isRemoved && waiting?.signed !== undefined && (
        <Signed signed={waiting.signed} ticked={ticked} onTicked={onTicked} name={name(one.names)} />
      )}
      {view.asksRoots && !one.isRemoved && (
        <RolesForm key={one.roles.join()} one={one} isMe={isMe} wished={waiting?.wished} onWish={onWish} />
      )}
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
function Standing({ view, one: { validUntil, factors, keyDueFrom } }: Pick<PersonProps, "view" | "one">) {
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
      {keyDueFrom !== undefined && (
        <span class={keyDueFrom <= Date.now() ? "ends" : undefined}>
          {` ${say(keyDueFrom <= Date.now() ? ROSTER.keyOverdue : ROSTER.keyDue, { day: day(dayInUtc(keyDueFrom)) })}`}
        </span>
      )}
      {factors !== undefined && ` ${say(factors.count === 0 ? ROSTER.noFactor : ROSTER.factors, { n: factors.count })}`}
      {view.seesDays &&
        factors !== undefined &&
        ` ${typeof signedInOn === "string" ? say(ROSTER.signedIn, { day: day(signedInOn) }) : say(ROSTER.neverSignedIn)}`}
    </p>
  );
}
