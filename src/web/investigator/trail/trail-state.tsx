/** How far the trail was checked, or what is wrong with it, and accepting it as it is. */
import { SIGN_IN_ALARMS } from "../../../words/alarms.ts";
import { adviceFor } from "../../../words/told.ts";
import { useSpeech } from "../../screen/speech.ts";
import { Banner } from "../parts/notices.tsx";
import type { TrailHead } from "../vault/messages/trail.ts";
import { TRAIL } from "./words.ts";

export type TrailStateProps = {
  readonly head: TrailHead;
  readonly busy: boolean;
  /** None where it is accepted elsewhere */
  readonly onAccept?: () => void;
};

export function TrailState({ head, busy, onAccept }: TrailStateProps) {
  const { say, day, today, number } = useSpeech();
  const size = number(head.size);
  if (head.alarm === undefined) return <p role="status">{say(TRAIL.checked, { size, day: day(today()) })}</p>;
  return (
    <Banner tone="danger" title={say(SIGN_IN_ALARMS[head.alarm].happened)} urgent>
      <p>{adviceFor("member", SIGN_IN_ALARMS[head.alarm], say)}</p>
      <p>{say(TRAIL.seen, { size })}</p>
      {onAccept !== undefined && (
        <>
          <p>{say(TRAIL.acceptText)}</p>
          <button type="button" class="button" disabled={busy} onClick={onAccept}>
            {say(TRAIL.accept)}
          </button>
        </>
      )}
    </Banner>
  );
}
