import { useState } from "preact/hooks";
import { Banner } from "../parts/notices.tsx";
import { useSpeech } from "../parts/speech.ts";
import { FRAME } from "../parts/words.ts";
import type { SignedIn } from "../vault/vault-messages.ts";
import { SIGN_IN_ALARMS, SIGN_IN_ALARM_ADVICE } from "./words.ts";

/** What signing in has found out: alarms above every screen, and once that this device remembers nothing yet. */
export function SignInNotices({ member, isOverList }: { readonly member: SignedIn; readonly isOverList: boolean }) {
  const { say } = useSpeech();
  const [isFirstUse, setIsFirstUse] = useState(member.firstUseHere);
  return (
    <>
      {member.alarms.map((alarm) => (
        <Banner key={alarm} tone="danger" title={say(SIGN_IN_ALARMS[alarm])} urgent>
          <p>{say(SIGN_IN_ALARM_ADVICE[alarm])}</p>
        </Banner>
      ))}
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
