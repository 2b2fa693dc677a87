/** Files that came back from the holders of the roots: looked at, counted, and proposed to a second steward. */
import { useState } from "preact/hooks";
import type { CeremonyCode } from "../../../../client/ceremony/refusal.ts";
import { CEREMONY_FAILURES } from "../../../../words/changes.ts";
import { bytesOf } from "../../../shared/file-bytes.ts";
import { FileField, Refused } from "../../parts/fields/ceremony-files.tsx";
import { FailureNotice } from "../../parts/notices.tsx";
import { useSpeech } from "../../../screen/speech.ts";
import { useWork } from "../../parts/use-work.ts";
import type { Ask } from "../../vault/vault-client.ts";
import type { GatheredView, RosterView } from "../../vault/messages/office.ts";
import type { Names } from "../../vault/messages/vault.ts";
import { RequestSheet } from "./asking.tsx";
import { toggled } from "../../parts/toggled.ts";
import { BACK } from "./words.ts";

export type ReturnedProps = {
  readonly ask: Ask;
  readonly view: RosterView;
  /** Closed channels that are wished open; their ticks are taken away at first */
  readonly opened: readonly string[];
  readonly onProposed: (isPublished: boolean) => void;
};

export function Returned({ ask, view, opened, onProposed }: ReturnedProps) {
  const { say, name } = useSpeech();
  const [files, setFiles] = useState<readonly Uint8Array[]>([]);
  const [gathered, setGathered] = useState<GatheredView | undefined>(undefined);
  const [refused, setRefused] = useState<CeremonyCode | undefined>(undefined);
  const [givenBack, setGivenBack] = useState<readonly string[]>([]);
  const { busy, failure, run } = useWork();
  const take = (chosen: readonly File[]) =>
    run(async () => {
      setRefused(undefined);
      // What was chosen before stays: signatures come on several sticks.
      const all = [...files, ...(await bytesOf(chosen))];
      const answer = await ask("gather", { files: all });
      if ("refused" in answer) return setRefused(answer.refused);
      setFiles(all);
      setGathered(answer);
      // As it was wished; what is ticked here since stays.
      if (gathered === undefined) setGivenBack(opened);
    });
  const propose = () =>
    run(async () => {
      setRefused(undefined);
      const answer = await ask("proposeDirectory", { files, givenBack });
      if ("refused" in answer) return setRefused(answer.refused);
      onProposed(answer.isPublished);
    });
  const names = new Map<string, Names>([...view.members, ...view.channels].map((one) => [one.id, one.names]));
  const taken = [...(gathered?.taken.suspended ?? []), ...(gathered?.taken.closed ?? [])];
  return (
    <section class="asking" aria-label={say(BACK.title)}>
      <h3>{say(BACK.title)}</h3>
      <p>{say(BACK.lead)}</p>
      <FileField label={BACK.choose} name="returned-files" several busy={busy} onFiles={take} />
      {failure !== undefined && <FailureNotice failure={failure} />}
      <Refused
        title={BACK.refused}
        why={refused === "does-not-follow" ? BACK.since : refused && CEREMONY_FAILURES[refused]}
      />
      {gathered !== undefined && (
        <>
          <RequestSheet request={gathered} />
          <div role="status">
            {gathered.counts.map(({ set, has, needs }) => (
              <p key={set}>{say(BACK[set], { has, needs })}</p>
            ))}
          </div>
          {gathered.isEnough && taken.length > 0 && (
            <fieldset>
              <legend>{say(BACK.still)}</legend>
              <p class="muted">{say(BACK.stillHint)}</p>
              {taken.map((id) => (
                <label key={id} class="tick">
                  <input
                    type="checkbox"
                    checked={!givenBack.includes(id)}
                    onChange={() => setGivenBack(toggled(givenBack, id))}
                  />
                  <bdi>{name(names.get(id) ?? {})}</bdi>
                </label>
              ))}
            </fieldset>
          )}
          {gathered.isEnough && (
            <>
              <button type="button" class="button primary" disabled={busy} onClick={propose}>
                {say(BACK.propose)}
              </button>
              <p class="muted">{say(BACK.proposeHint)}</p>
            </>
          )}
        </>
      )}
    </section>
  );
}
