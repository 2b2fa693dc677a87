import { useState } from "preact/hooks";
import { DAY_MS, dayInUtc } from "../../../protocol/encoding/day.ts";
import { DIRECTORY_ALARM_DAYS } from "../../../protocol/limits.ts";
import { SIGN_IN_ALARMS } from "../../../words/alarms.ts";
import { adviceFor } from "../../../words/told.ts";
import { Banner } from "../parts/notices.tsx";
import { useSpeech } from "../../screen/speech.ts";
import { FRAME } from "../parts/words.ts";
import { OFFICE } from "../office/words.ts";
import { FactorNotices } from "./factor-notices.tsx";
import type { SignedIn } from "../vault/messages/vault.ts";

export function SignInAlarms({ alarms }: Pick<SignedIn, "alarms">) {
  const { say } = useSpeech();
  return (
    <>
      {alarms.map((alarm) => (
        <Banner key={alarm} tone="danger" title={say(SIGN_IN_ALARMS[alarm].happened)} urgent>
          <p>{adviceFor("member", SIGN_IN_ALARMS[alarm], say)}</p>
        </Banner>
      ))}
    </>
  );
}

/** What signing in has found out: alarms above every screen, and once that this device remembers nothing yet. */
export function SignInNotices({
  member,
  isOverList,
  onStatement,
}: {
  readonly member: SignedIn;
  readonly isOverList: boolean;
  readonly onStatement: () => void;
}) {
  const { say, day } = useSpeech();
  const [isFirstUse, setIsFirstUse] = useState(member.firstUseHere);
  const daysLeft = Math.floor((member.directoryExpires - Date.now()) / DAY_MS);
  return (
    <>
      {daysLeft < DIRECTORY_ALARM_DAYS && (
        <Banner
          tone="warn"
          title={say(daysLeft < 1 ? FRAME.directoryRunsOutToday : FRAME.directoryRunsOut, {
            n: daysLeft,
            day: day(dayInUtc(member.directoryExpires)),
          })}
        >
          <p>{say(FRAME.directoryRunsOutText)}</p>
        </Banner>
      )}
      {member.stating?.isDue === true && (
        <Banner tone="warn" title={say(OFFICE.due, { stated: day(dayInUtc(member.stating.until)) })}>
          <p>{say(OFFICE.dueText)}</p>
          <button type="button" class="button" onClick={onStatement}>
            {say(OFFICE.open)}
          </button>
        </Banner>
      )}
      <SignInAlarms alarms={member.alarms} />
      <FactorNotices told={member.told} />
      {member.endsInDays !== undefined && isOverList && (
        <Banner
          tone="warn"
          title={say(member.endsInDays < 1 ? FRAME.entryEndsToday : FRAME.entryEndsTitle, { n: member.endsInDays })}
        >
          <p>{say(FRAME.entryEndsText)}</p>
        </Banner>
      )}
      {isFirstUse && isOverList && (
        <Banner tone="plain" title={say(FRAME.firstUseTitle)}>
          <p>{say(FRAME.firstUseText)}</p>
          <button type="button" class="button" onClick={() => setIsFirstUse(false)}>
            {say(FRAME.understood)}
          </button>
        </Banner>
      )}
    </>
  );
}
