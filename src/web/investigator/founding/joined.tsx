/** Whoever has joined and waits; or whose entry has not arrived yet, or was taken off the list. */
import { Banner, FailureNotice } from "../parts/notices.tsx";
import { useSpeech } from "../../screen/speech.ts";
import { useWork } from "../parts/use-work.ts";
import type { OwnJoining } from "./memory.ts";
import { JOIN } from "./words.ts";

export type JoinedProps = {
  readonly own: OwnJoining;
  readonly isListed: boolean;
  readonly onSend: () => Promise<void>;
  readonly onAgain: () => void;
};

export function Joined({ own, isListed, onSend, onAgain }: JoinedProps) {
  const { say } = useSpeech();
  const { busy, failure, run } = useWork();
  if (isListed)
    return (
      <>
        <h2>{say(JOIN.joinedTitle)}</h2>
        <p>{say(JOIN.joined)}</p>
      </>
    );
  const failed = failure !== undefined && <FailureNotice failure={failure} />;
  if (!own.isSent)
    return (
      <>
        <h2>{say(JOIN.title)}</h2>
        <p>{say(JOIN.sendAgain)}</p>
        {failed}
        <button type="button" class="button primary" disabled={busy} onClick={() => run(onSend)}>
          {say(JOIN.send)}
        </button>
      </>
    );
  return (
    <>
      <Banner tone="warn" title={say(JOIN.removedTitle)} urgent>
        <p>{say(JOIN.removed)}</p>
      </Banner>
      <button type="button" class="button" onClick={onAgain}>
        {say(JOIN.again)}
      </button>
    </>
  );
}
