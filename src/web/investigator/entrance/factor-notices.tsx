import { Banner } from "../parts/notices.tsx";
import { useSpeech } from "../../screen/speech.ts";
import type { SignedIn } from "../vault/messages/vault.ts";
import { SECOND_STEP, SIGN_IN } from "./words.ts";

/** What the member should hear of the own second factor: that somebody tried codes, that it is to be reset. */
export function FactorNotices({ told }: Pick<SignedIn, "told">) {
  const { say, day } = useSpeech();
  return (
    <>
      {told.wrongCodes > 0 && (
        <Banner tone="danger" title={say(SIGN_IN.wrongCodes, { n: told.wrongCodes })} urgent>
          <p>{say(SIGN_IN.wrongCodesText)}</p>
        </Banner>
      )}
      {told.resetOn !== null && (
        <Banner tone="danger" title={say(SECOND_STEP.resetTitle, { day: day(told.resetOn) })} urgent>
          <p>{say(SECOND_STEP.resetText)}</p>
        </Banner>
      )}
    </>
  );
}
