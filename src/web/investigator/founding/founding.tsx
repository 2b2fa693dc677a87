/** A server that belongs to nobody yet becomes an office: what is next on this device, and all nine steps beside it. */
import { useLayoutEffect, useRef } from "preact/hooks";
import type { CeremonyCode } from "../../../client/ceremony/refusal.ts";
import { CEREMONY_FAILURES } from "../../../words/changes.ts";
import { keepFocus } from "../../shared/kept-focus.ts";
import { Banner, FailureNotice } from "../parts/notices.tsx";
import { useSpeech } from "../../screen/speech.ts";
import { Founded } from "./founded.tsx";
import { Exchanged } from "./line.tsx";
import { makeFoundingKey } from "./memory.ts";
import { Panel, type PanelProps } from "./panel.tsx";
import { NextStep, StepList } from "./step-list.tsx";
import { stepsOf } from "./steps.ts";
import { Stranger } from "./stranger.tsx";
import { passOf, useFounding } from "./use-founding.ts";
import { useMemory } from "./use-memory.ts";
import { FOUNDING } from "./words.ts";

function Refused({ code, onAnew }: { readonly code: CeremonyCode; readonly onAnew: () => void }) {
  const { say } = useSpeech();
  const title = say(CEREMONY_FAILURES[code]);
  if (code === "other-request") return <Exchanged title={title} onAnew={onAnew} />;
  return <Banner tone="danger" title={title} urgent />;
}

export type FoundingProps = Pick<PanelProps, "ask" | "keep" | "kept">;

export function Founding({ ask, keep, kept }: FoundingProps) {
  const { say } = useSpeech();
  const { memory, remember } = useMemory();
  const { told, failure, refresh } = useFounding(ask, memory);
  const place = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => (place.current === null ? undefined : keepFocus(place.current, "h2")), []);
  const pass = passOf(memory);
  const view = told !== undefined && "founding" in told ? told.founding : undefined;
  const poster = told !== undefined && "poster" in told ? told.poster : undefined;
  const states = stepsOf(view, poster !== undefined);
  const claim = async (code: string): Promise<void> => {
    // Kept first: if the answer does not arrive, the same key asks again.
    const founderKey = memory.claimingKey ?? makeFoundingKey();
    remember({ claimingKey: founderKey });
    await ask("claimFounding", { key: founderKey, agreed: undefined, code });
    remember({ founderKey, claimingKey: undefined });
  };
  return (
    <div class="founding-columns">
      <div class="founding-now" ref={place}>
        <h1>{say(FOUNDING.title)}</h1>
        <NextStep states={states} />
        {failure !== undefined && <FailureNotice failure={failure} />}
        {told === undefined && failure === undefined && <p role="status">{say(FOUNDING.loading)}</p>}
        {poster !== undefined && <Founded poster={poster} name={memory.own?.name} />}
        {view !== undefined && pass !== undefined && (
          <Panel
            ask={ask}
            pass={pass}
            view={view}
            memory={memory}
            remember={remember}
            refresh={refresh}
            keep={keep}
            kept={kept}
          />
        )}
        {told !== undefined &&
          "stranger" in told &&
          (pass === undefined ? (
            <Stranger onCode={claim} />
          ) : (
            <>
              <h2>{say(FOUNDING.unknownTitle)}</h2>
              <p>{say(FOUNDING.unknown)}</p>
              <button
                type="button"
                class="button"
                // Who has joined here stays: with the new code on the wall the same keys go on.
                onClick={() =>
                  remember({ founderKey: undefined, joiningKey: undefined, agreed: undefined, shown: undefined })
                }
              >
                {say(FOUNDING.forget)}
              </button>
            </>
          ))}
        {told !== undefined && "refused" in told && (
          <Refused code={told.refused} onAnew={() => remember({ agreed: undefined, shown: undefined })} />
        )}
      </div>
      <StepList states={states} />
    </div>
  );
}
