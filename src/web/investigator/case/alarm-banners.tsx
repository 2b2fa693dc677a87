/** What is wrong with a case or a message, in plain words and with what to do. */
import type { MemberCaseAlarm } from "../../../client/case/opened-case.ts";
import type { MessageAlarm } from "../../../client/case/chain.ts";
import { Banner } from "../parts/notices.tsx";
import { useSpeech } from "../parts/speech.ts";
import { MEMBER_CASE_ALARMS, MESSAGE_ALARMS } from "../../../words/alarms.ts";
import { adviceFor } from "../../../words/told.ts";
import { CASE } from "./words.ts";

export function AlarmBanners({
  alarms,
  onRefresh,
}: {
  readonly alarms: readonly MemberCaseAlarm[];
  readonly onRefresh: () => void;
}) {
  const { say } = useSpeech();
  if (alarms.length === 0) return null;
  return (
    <div class="case-alarms" role="alert">
      {alarms.map((alarm) => {
        const told = MEMBER_CASE_ALARMS[alarm];
        return (
          <Banner
            key={alarm}
            tone={alarm === "state-differs" || alarm === "wrap" ? "warn" : "danger"}
            title={say(told.happened)}
          >
            <p>{adviceFor("member", told, say)}</p>
          </Banner>
        );
      })}
      <button type="button" class="button" onClick={onRefresh}>
        {say(CASE.refresh)}
      </button>
    </div>
  );
}

/** In place, above the message that it is about. */
export function MessageAlarms({ alarms }: { readonly alarms: readonly MessageAlarm[] }) {
  const { say } = useSpeech();
  return (
    <>
      {alarms.map((alarm) => {
        const told = MESSAGE_ALARMS[alarm];
        return (
          <Banner key={alarm} tone={alarm === "outside-channel" ? "warn" : "danger"} title={say(told.happened)}>
            <p>{adviceFor("member", told, say)}</p>
          </Banner>
        );
      })}
    </>
  );
}
