/** Other roles for somebody who is there: wished here, signed by the person on the own device, then put into a request. */
import { useState } from "preact/hooks";
import { ROLES, type Role } from "../../../../protocol/rules/casework.ts";
import { ROLE_NAMES } from "../../../../words/glossary.ts";
import { useSpeech } from "../../../screen/speech.ts";
import type { RosterView, WaitingView } from "../../vault/messages/office.ts";
import { Changes } from "./changes.tsx";
import { toggled } from "../../parts/toggled.ts";
import type { Ticked } from "./wishes.ts";
import { ROSTER } from "./words.ts";

export type RolesFormProps = {
  readonly one: RosterView["members"][number];
  readonly isMe: boolean;
  readonly wished: readonly Role[] | undefined;
  readonly onWish: (roles: readonly Role[] | null) => void;
};

export function RolesForm({ one, isMe, wished, onWish }: RolesFormProps) {
  const { say, name, list } = useSpeech();
  const [roles, setRoles] = useState<readonly string[]>(wished ?? one.roles);
  const chosen = ROLES.filter((role) => roles.includes(role));
  const isSame = chosen.length === one.roles.length && chosen.every((role) => one.roles.includes(role));
  const who = { name: name(one.names) };
  return (
    <details class="roster-roles">
      <summary>{say(ROSTER.roles, who)}</summary>
      <p>{say(isMe ? ROSTER.ownRolesLead : ROSTER.rolesLead, who)}</p>
      {wished !== undefined && (
        <p>
          <strong>{say(ROSTER.wished, { ...who, roles: list(wished.map((role) => say(ROLE_NAMES[role]))) })}</strong>{" "}
          <button type="button" class="button quiet" onClick={() => onWish(null)}>
            {say(ROSTER.wishBack)}
          </button>
        </p>
      )}
      <fieldset>
        <legend>{say(ROSTER.rolesOf, who)}</legend>
        {ROLES.map((role) => (
          <label key={role} class="tick">
            <input type="checkbox" checked={roles.includes(role)} onChange={() => setRoles(toggled(roles, role))} />
            <span>{say(ROLE_NAMES[role])}</span>
          </label>
        ))}
      </fieldset>
      <button type="button" class="button" disabled={chosen.length === 0 || isSame} onClick={() => onWish(chosen)}>
        {say(ROSTER.wish)}
      </button>
      <p class="muted">{say(ROSTER.keysLead, who)}</p>
    </details>
  );
}

/** What the member has signed: with other roles or keys, read here as root holders will. */
export function Signed({
  signed: { entry, changes },
  ticked,
  onTicked,
  name,
}: {
  readonly signed: NonNullable<WaitingView["signed"]>;
  readonly ticked: Ticked;
  readonly onTicked: (ticked: Ticked) => void;
  readonly name: string;
}) {
  const { say } = useSpeech();
  const others = ticked.entries.filter(({ id }) => id !== entry.id);
  const isTicked = others.length < ticked.entries.length;
  return (
    <div class="roster-signed">
      <p>{say(ROSTER.signed, { name })}</p>
      <Changes changes={changes} />
      <label class="tick">
        <input
          type="checkbox"
          checked={isTicked}
          onChange={() => onTicked({ ...ticked, entries: isTicked ? others : [...others, entry] })}
        />
        <span>{say(ROSTER.signedTick)}</span>
      </label>
    </div>
  );
}
