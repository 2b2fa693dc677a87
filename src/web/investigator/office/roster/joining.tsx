/** Somebody new: the file that was handed over, and the words that both compare. */
import { useState } from "preact/hooks";
import type { CeremonyCode } from "../../../../client/ceremony/refusal.ts";
import { CEREMONY_FAILURES } from "../../../../words/changes.ts";
import { ROLE_NAMES } from "../../../../words/glossary.ts";
import { bytesOf } from "../../../shared/file-bytes.ts";
import { FileField, Refused } from "../../parts/fields/ceremony-files.tsx";
import { FailureNotice } from "../../parts/notices.tsx";
import { useSpeech } from "../../../screen/speech.ts";
import { useWork } from "../../parts/use-work.ts";
import type { Ask } from "../../vault/vault-client.ts";
import { TwelveWords } from "../../../screen/twelve-words.tsx";
import type { RosterView } from "../../vault/messages/office.ts";
import { type Ticked, inPlaceOf, withoutId } from "./wishes.ts";
import { ROSTER } from "./words.ts";

export type JoiningProps = {
  readonly ask: Ask;
  readonly view: RosterView;
  readonly ticked: Ticked;
  readonly onTicked: (ticked: Ticked) => void;
};

export function Joining({ ask, view, ticked, onTicked }: JoiningProps) {
  const { say, name, list } = useSpeech();
  const [refused, setRefused] = useState<CeremonyCode | undefined>(undefined);
  const { busy, failure, run } = useWork();
  const { joiners } = ticked;
  const take = (chosen: readonly File[]): void =>
    run(async () => {
      setRefused(undefined);
      const [file] = await bytesOf(chosen);
      if (file === undefined) return;
      const answer = await ask("readJoiner", { file });
      if ("refused" in answer) return setRefused(answer.refused);
      // Somebody who is there has signed the own entry anew, and handed it over on paths of their own.
      if (view.members.some(({ id }) => id === answer.entry.id)) {
        const rest = ticked.entries.filter(({ id }) => id !== answer.entry.id);
        return onTicked({ ...ticked, entries: [...rest, answer.entry] });
      }
      const others = joiners.filter(({ entry }) => entry.id !== answer.entry.id);
      onTicked({ ...ticked, joiners: [...others, answer] });
    });
  return (
    <section class="asking" aria-label={say(ROSTER.join)}>
      <h3>{say(ROSTER.join)}</h3>
      <p>{say(ROSTER.joinLead)}</p>
      <FileField label={ROSTER.joinChoose} name="joiner-file" busy={busy} onFiles={take} />
      {failure !== undefined && <FailureNotice failure={failure} />}
      <Refused title={ROSTER.joinRefused} why={refused && CEREMONY_FAILURES[refused]} />
      {joiners.map(({ entry, fingerprint }) => (
        <div key={entry.id}>
          <p>
            <strong>
              {say(ROSTER.joins, {
                name: name(entry.names),
                roles: list(entry.roles.map((role) => say(ROLE_NAMES[role]))),
              })}
            </strong>
          </p>
          <TwelveWords words={fingerprint} />
          <p class="field">
            <label for={`replaces-${entry.id}`}>{say(ROSTER.replaces)}</label>
            <select
              id={`replaces-${entry.id}`}
              value={ticked.replaced[entry.id] ?? ""}
              onChange={({ currentTarget: { value } }) =>
                onTicked(inPlaceOf(view, ticked, entry, value === "" ? undefined : value))
              }
            >
              <option value="">{say(ROSTER.replacesNobody)}</option>
              {view.members
                .filter(({ id }) => id !== view.me)
                .map((one) => (
                  <option key={one.id} value={one.id}>
                    {name(one.names)}
                  </option>
                ))}
            </select>
          </p>
          <p class="muted">{say(ROSTER.joinPlace)}</p>
          <button
            type="button"
            class="button quiet"
            onClick={() =>
              onTicked({
                ...inPlaceOf(view, ticked, entry, undefined),
                joiners: joiners.filter((one) => one.entry.id !== entry.id),
                people: withoutId(ticked.people, entry.id),
              })
            }
          >
            {say(ROSTER.joinDrop, { name: name(entry.names) })}
          </button>
        </div>
      ))}
    </section>
  );
}
