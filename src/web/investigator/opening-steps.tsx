/** How far the opening of the vault has come, in words. */
import { Icon } from "./icons.tsx";
import type { Stage } from "./sign-in.tsx";
import { type Words, useSpeech } from "./speech.ts";
import { SIGN_IN } from "./words/sign-in.ts";

const STEPS: readonly { readonly stage: Stage; readonly words: Words; readonly remark?: Words }[] = [
  { stage: "loading", words: SIGN_IN.stepLoading },
  { stage: "stretching", words: SIGN_IN.stepStretching, remark: SIGN_IN.onThisDevice },
  { stage: "logging-in", words: SIGN_IN.stepLoggingIn, remark: SIGN_IN.passphraseStays },
  { stage: "checking-directory", words: SIGN_IN.stepDirectory, remark: SIGN_IN.byRoots },
];

export function OpeningSteps({ stage, slow }: { readonly stage: Stage; readonly slow: boolean }) {
  const { say } = useSpeech();
  const at = STEPS.findIndex((step) => step.stage === stage);
  const current = STEPS[at];
  return (
    <>
      <ol class="steps">
        {STEPS.map((step, index) => (
          <li
            key={step.stage}
            class={index === at ? "current" : undefined}
            aria-current={index === at ? "step" : undefined}
          >
            <Icon name={index < at ? "check" : index === at ? "key" : "waiting"} />
            <span>{say(step.words)}</span>
            <span class="muted">
              {step.stage === "stretching" && slow && index === at
                ? say(SIGN_IN.aboutAMinute)
                : step.remark && say(step.remark)}
            </span>
            <span class="unseen">
              {say(index < at ? SIGN_IN.done : index === at ? SIGN_IN.underWay : SIGN_IN.waiting)}
            </span>
          </li>
        ))}
      </ol>
      <progress max={STEPS.length} value={at + 0.5} aria-label={say(SIGN_IN.opening)} />
      <p class="unseen" role="status">
        {current && say(current.words)}
      </p>
    </>
  );
}
