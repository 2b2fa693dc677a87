/** Where the member is signed in, and ending it. */
import { useEffect, useState } from "preact/hooks";
import { FailureNotice } from "../parts/notices.tsx";
import { useSpeech } from "../../screen/speech.ts";
import type { OwnSession } from "../vault/messages/account.ts";
import type { Ask } from "../vault/vault-client.ts";
import { useWork } from "../parts/use-work.ts";
import { SESSIONS, WAYS } from "./words.ts";

export function Sessions({ ask }: { readonly ask: Ask }) {
  const { say, day } = useSpeech();
  const [sessions, setSessions] = useState<readonly OwnSession[] | undefined>(undefined);
  const [done, setDone] = useState<"ended" | "othersEnded" | undefined>(undefined);
  const { busy, failure, run } = useWork();
  const load = async (): Promise<void> => setSessions((await ask("readSessions", {})).sessions);
  useEffect(() => run(load), []);
  const others = sessions?.filter(({ isThis }) => !isThis) ?? [];
  return (
    <section>
      <h3>{say(SESSIONS.title)}</h3>
      <p>{say(SESSIONS.lead)}</p>
      {failure !== undefined && <FailureNotice failure={failure} />}
      <ul class="account-rows">
        {sessions?.map(({ id, begunOn, way, isThis }) => (
          <li key={id}>
            <span>
              {say(SESSIONS.begun, { day: day(begunOn) })} <span class="muted">{say(WAYS[way])}</span>
            </span>
            {isThis ? (
              <strong>{say(SESSIONS.this)}</strong>
            ) : (
              <button
                type="button"
                class="button"
                disabled={busy}
                onClick={() =>
                  run(async () => {
                    await ask("endSession", { id });
                    setDone("ended");
                    await load();
                  })
                }
              >
                {say(SESSIONS.end)}
              </button>
            )}
          </li>
        ))}
      </ul>
      <p role="status">{done !== undefined && say(SESSIONS[done])}</p>
      {others.length > 1 && (
        <button
          type="button"
          class="button"
          disabled={busy}
          onClick={() =>
            run(async () => {
              await ask("endOtherSessions", {});
              setDone("othersEnded");
              await load();
            })
          }
        >
          {say(SESSIONS.endOthers)}
        </button>
      )}
      <p class="hint">{say(SESSIONS.limits)}</p>
    </section>
  );
}
