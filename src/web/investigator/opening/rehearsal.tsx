/** Until the office is open: what has been rehearsed, what is missing and whose turn it is; then the button that opens it. */
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { REHEARSAL_STEPS } from "../../../protocol/rehearsal.ts";
import { keepFocus } from "../../shared/kept-focus.ts";
import { Icon } from "../parts/icons.tsx";
import { Banner, FailureNotice } from "../parts/notices.tsx";
import { useSpeech } from "../../screen/speech.ts";
import { useWork } from "../parts/use-work.ts";
import type { Ask } from "../vault/vault-client.ts";
import type { VaultCalls } from "../vault/messages/vault.ts";
import { OPENING } from "./words.ts";

type OpeningView = VaultCalls["readOpening"]["answer"];

export type RehearsalProps = {
  readonly ask: Ask;
  /** Whether this member may open it */
  readonly isSteward: boolean;
};

export function Rehearsal(props: RehearsalProps) {
  const place = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => (place.current === null ? undefined : keepFocus(place.current, "h2")), []);
  return (
    <div ref={place}>
      <Steps {...props} />
    </div>
  );
}

function Steps({ ask, isSteward }: RehearsalProps) {
  const { say, day } = useSpeech();
  const [view, setView] = useState<OpeningView | undefined>(undefined);
  const { busy, failure, run } = useWork();
  const look = () => run(async () => setView(await ask("readOpening", {})));
  useEffect(look, []);
  const failed = failure !== undefined && <FailureNotice failure={failure} />;
  if (view === undefined) return failed || null;
  const { steps, openedOn } = view;
  if (steps === null)
    return openedOn === null ? null : (
      <Banner tone="plain" title={say(OPENING.opened, { day: day(openedOn) })} urgent />
    );
  const missing = REHEARSAL_STEPS.filter((step) => !steps[step]);
  return (
    <section class="opening-rehearsal" aria-labelledby="rehearsal-title">
      <h2 id="rehearsal-title">
        <Icon name="hourglass" /> {say(OPENING.title)}
      </h2>
      <p>{say(OPENING.lead)}</p>
      {failed}
      <ol>
        {REHEARSAL_STEPS.map((step) => (
          <li key={step} class={steps[step] ? "done" : undefined}>
            <span class="mark">{steps[step] && <Icon name="check" />}</span>
            <div>
              <p>
                <strong>{say(OPENING.steps[step])}</strong>{" "}
                <span class="muted">({say(steps[step] ? OPENING.isDone : OPENING.isMissing)})</span>
              </p>
              {!steps[step] && (
                <p>
                  {say(OPENING.what[step])}{" "}
                  <span class="muted">{say(OPENING.turn, { who: say(OPENING.who[step]) })}</span>
                </p>
              )}
            </div>
          </li>
        ))}
      </ol>
      <div class="stack" role="status">
        {missing.length > 0 ? (
          <p>{say(OPENING.missing, { n: missing.length })}</p>
        ) : (
          <>
            <p>{say(OPENING.changes)}</p>
            <p>{say(OPENING.stays)}</p>
            {!isSteward && <p class="muted">{say(OPENING.others)}</p>}
          </>
        )}
      </div>
      <div class="actions">
        {missing.length === 0 && isSteward && (
          <button
            type="button"
            class="button primary"
            disabled={busy}
            onClick={() => run(async () => setView(await ask("openOffice", {})))}
          >
            {say(OPENING.open)}
          </button>
        )}
        <button type="button" class="button" disabled={busy} onClick={look}>
          <Icon name="refresh" /> {say(OPENING.look)}
        </button>
      </div>
    </section>
  );
}
