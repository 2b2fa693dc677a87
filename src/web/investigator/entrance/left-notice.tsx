import { Banner } from "../parts/notices.tsx";
import { useSpeech } from "../parts/speech.ts";
import { SIGN_IN } from "./words.ts";

/** Why nobody is inside any more, and how many texts went with it. */
export type Leaving = { readonly why: "lock" | "idle" | "session-ended" | "sign-out"; readonly textsLost: number };

const LEFT = {
  lock: SIGN_IN.lockedByHand,
  idle: SIGN_IN.lockedByIdleness,
  "session-ended": SIGN_IN.sessionEnded,
  "sign-out": SIGN_IN.signedOut,
} as const;

export function LeftNotice({ left }: { readonly left: Leaving }) {
  const { say } = useSpeech();
  return (
    <Banner tone={left.textsLost > 0 ? "warn" : "plain"} title={say(LEFT[left.why])} urgent>
      {left.textsLost > 0 && <p>{say(SIGN_IN.textsLost, { n: left.textsLost })}</p>}
      <p>{say(SIGN_IN.nothingKept)}</p>
    </Banner>
  );
}
