/** Published figures at the desk: what is published, what waits for a signature, and preparing the next. */
import { useEffect, useState } from "preact/hooks";
import * as words from "../../../words/published.ts";
import { periodName } from "../../../words/period-name.ts";
import { useSpeech } from "../../screen/speech.ts";
import { Icon } from "../parts/icons.tsx";
import { Banner, FailureNotice } from "../parts/notices.tsx";
import { useWork } from "../parts/use-work.ts";
import type { PublishedView } from "../vault/messages/publishing.ts";
import type { Ask } from "../vault/vault-client.ts";
import { Preparing, type PreparingProps } from "./preparing.tsx";
import { Preview } from "./preview.tsx";
import { PUBLISHING } from "./words.ts";

export type PublishingPanelProps = {
  readonly ask: Ask;
  /** Of whoever opens cases; custodians read and sign what others have counted */
  readonly counting?: Omit<PreparingProps, "ask"> | undefined;
};

export function PublishingPanel({ ask, counting }: PublishingPanelProps) {
  const speech = useSpeech();
  const { say, day } = speech;
  const [view, setView] = useState<PublishedView | undefined>(undefined);
  const [done, setDone] = useState<"proposed" | "confirmed" | "dropped" | undefined>(undefined);
  const { busy, failure, run } = useWork();
  const load = async () => setView(await ask("readPublished", { today: speech.today() }));
  useEffect(() => run(load), []);
  const act = (what: typeof done, work: () => Promise<unknown>) =>
    run(async () => {
      await work();
      setDone(what);
      await load();
    });
  if (view === undefined)
    return failure === undefined ? <p role="status">{say(PUBLISHING.loading)}</p> : <FailureNotice failure={failure} />;
  const { published, fault, waiting, mayPrepare } = view;
  const newest = published.at(-1);
  return (
    <div class="publishing">
      <p>{say(PUBLISHING.lead)}</p>
      {fault !== undefined && (
        <Banner tone="danger" title={say(PUBLISHING.fault, { number: String(fault) })} urgent>
          <p>{say(PUBLISHING.faultText)}</p>
        </Banner>
      )}
      <p>
        {newest === undefined
          ? say(PUBLISHING.none)
          : say(PUBLISHING.newest, {
              period: periodName(newest.snapshot.period, words, speech),
              day: day(newest.publishedOn),
              n: published.length,
            })}{" "}
        <a href={speech.language === "id" ? "/angka" : `/${speech.language}/figures`} target="_blank" rel="noreferrer">
          {say(PUBLISHING.page)}
        </a>
      </p>
      {failure !== undefined && <FailureNotice failure={failure} />}
      <p role="status" class="published-done">
        {done !== undefined && (
          <>
            <Icon name="check" /> {say(PUBLISHING[done])}
          </>
        )}
      </p>
      {waiting !== undefined && (
        <section>
          <h3>{say(PUBLISHING.waiting, { period: periodName(waiting.snapshot.period, words, speech) })}</h3>
          <p>
            {waiting.isOwn
              ? say(PUBLISHING.ownWaiting)
              : say(PUBLISHING.preparedBy, { name: speech.name(waiting.preparedBy), day: day(waiting.preparedOn) })}
          </p>
          <Preview snapshot={waiting.snapshot} />
          <p class="actions">
            {!waiting.isOwn && (
              <button
                type="button"
                class="button primary"
                disabled={busy}
                onClick={() =>
                  act("confirmed", () => ask("confirmFigures", { hash: waiting.hash, today: speech.today() }))
                }
              >
                {say(PUBLISHING.confirm)}
              </button>
            )}
            <button
              type="button"
              class="button"
              disabled={busy}
              onClick={() => act("dropped", () => ask("dropFigures", {}))}
            >
              {say(PUBLISHING.drop)}
            </button>
          </p>
        </section>
      )}
      {waiting === undefined && counting === undefined && done === undefined && <p>{say(PUBLISHING.nothingWaits)}</p>}
      {waiting === undefined && counting !== undefined && mayPrepare && fault === undefined && (
        <Preparing {...counting} ask={ask} view={view} onProposed={() => act("proposed", async () => {})} />
      )}
    </div>
  );
}
