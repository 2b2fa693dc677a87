/** What is wrong with a case or a message, in plain words and with what to do. */
import type { MemberCaseAlarm } from "../../../client/casework/opened-case.ts";
import { Banner } from "../parts/notices.tsx";
import { useSpeech } from "../../screen/speech.ts";
import { MEMBER_CASE_ALARMS, MESSAGE_ALARMS } from "../../../words/alarms.ts";
import { adviceFor, toldOfMessage } from "../../../words/told.ts";
import type { EntryView } from "../vault/messages/vault.ts";
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
export function MessageAlarms({ entry: { alarms, message } }: { readonly entry: EntryView }) {
  const { say } = useSpeech();
  return (
    <>
      {alarms.map((alarm) => {
        const told = toldOfMessage(MESSAGE_ALARMS, alarm, message);
        const advice = adviceFor("member", told, say);
        return (
          <Banner
            key={alarm}
            tone={alarm === "outside-channel" || alarm === "acknowledgement" ? "warn" : "danger"}
            title={say(told.happened)}
          >
            {advice !== "" && <p>{advice}</p>}
          </Banner>
        );
      })}
    </>
  );
}
