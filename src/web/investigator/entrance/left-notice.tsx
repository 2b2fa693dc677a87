import { Banner } from "../parts/notices.tsx";
import { useSpeech } from "../../screen/speech.ts";
import { SIGN_IN } from "./words.ts";

/** Why nobody is inside any more, and how many texts were not sent. */
export type Leaving = {
  readonly why: "lock" | "idle" | "session-ended" | "sign-out" | "new-words";
  readonly texts: number;
};

/** The same, with how many of them are kept sealed */
export type Left = Leaving & { readonly kept: number };

const LEFT = {
  lock: SIGN_IN.lockedByHand,
  idle: SIGN_IN.lockedByIdleness,
  "session-ended": SIGN_IN.sessionEnded,
  "sign-out": SIGN_IN.signedOut,
  "new-words": SIGN_IN.newWords,
} as const;

export function LeftNotice({ left }: { readonly left: Left }) {
  const { say } = useSpeech();
  const lost = Math.max(0, left.texts - left.kept);
  return (
    <Banner tone={lost > 0 ? "warn" : "plain"} title={say(LEFT[left.why])} urgent>
      {lost > 0 && <p>{say(SIGN_IN.textsLost, { n: lost })}</p>}
      {left.kept > 0 && <p>{say(SIGN_IN.textsKept, { n: left.kept })}</p>}
      <p>{say(SIGN_IN.nothingKept)}</p>
    </Banner>
  );
}
