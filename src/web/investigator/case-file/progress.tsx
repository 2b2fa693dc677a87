import { useSpeech } from "../../screen/speech.ts";
import { TwelveWords } from "../../screen/twelve-words.tsx";
import { Icon } from "../parts/icons.tsx";
import { Banner, FailureNotice } from "../parts/notices.tsx";
import type { Making } from "./use-making.ts";
import { DIALOG } from "./words.ts";

type ProgressProps = {
  readonly making: Making | undefined;
  /** Words of the key that signs */
  readonly signer: readonly string[];
  readonly onStop: () => void;
};

export function Progress({ making, signer, onStop }: ProgressProps) {
  const { say } = useSpeech();
  return (
    <div role="status">
      {making?.is === "recording" && <p>{say(DIALOG.recording)}</p>}
      {making?.is === "making" && (
        <p class="actions">
          <progress aria-label={say(DIALOG.title)} max={Math.max(1, making.all)} value={making.done} />
          <span>{say(DIALOG.making, { done: making.done, all: making.all })}</span>
          <button type="button" class="button" onClick={onStop}>
            {say(DIALOG.stop)}
          </button>
        </p>
      )}
      {making?.is === "stopped" && <p class="muted">{say(DIALOG.stopped)}</p>}
      {making?.is === "conflict" && <Banner tone="warn" title={say(DIALOG.conflict)} urgent />}
      {making?.is === "saved" && (
        <>
          <p>
            <Icon name="check" /> <strong>{say(DIALOG.saved, { name: making.name })}</strong>
          </p>
          <p>{say(DIALOG.savedText)}</p>
          {signer.length > 0 && (
            <details>
              <summary>{say(DIALOG.signer)}</summary>
              <p>{say(DIALOG.signerText)}</p>
              <TwelveWords words={signer} />
            </details>
          )}
          {making.unclean > 0 && <Banner tone="warn" title={say(DIALOG.uncleanLeft, { n: making.unclean })} />}
          {making.absent > 0 && <Banner tone="warn" title={say(DIALOG.absent, { n: making.absent })} />}
        </>
      )}
      {making?.is === "failed" && <FailureNotice failure={making.failure} />}
    </div>
  );
}
