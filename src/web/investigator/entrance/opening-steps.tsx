/** How far the opening of the vault has come, in words. */
import type { Texts } from "../../../words/text.ts";
import { useEffect, useState } from "preact/hooks";
import type { SignInStep } from "../../../client/member/entry/sign-in.ts";
import { Icon } from "../parts/icons.tsx";
import type { Speech } from "../../../words/speech.ts";
import { useSpeech } from "../../screen/speech.ts";
import { SIGN_IN } from "./words.ts";

/** "loading" before the worker can hear. */
type Stage = "loading" | SignInStep;

const STEPS: readonly { readonly stage: Stage; readonly title: Texts; readonly remark?: Texts }[] = [
  { stage: "loading", title: SIGN_IN.stepLoading },
  { stage: "stretching", title: SIGN_IN.stepStretching, remark: SIGN_IN.onThisDevice },
  { stage: "logging-in", title: SIGN_IN.stepLoggingIn, remark: SIGN_IN.passphraseStays },
  { stage: "checking-directory", title: SIGN_IN.stepDirectory, remark: SIGN_IN.byRoots },
];

/** Before this part is done, the time left would be a guess. */
const ENOUGH_DONE = 0.04;

export type OpeningProgress = {
  readonly stage: Stage;
  /** How much of the stage, 0…1, where that is known */
  readonly done: number | undefined;
};

export function OpeningSteps({ stage, done }: OpeningProgress) {
  const { say } = useSpeech();
  const elapsed = useSeconds(stage);
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
            <Icon name={index < at ? "check" : index === at ? "key" : "received"} />
            <span>{say(step.title)}</span>
            <span class="muted">
              {index === at && done !== undefined ? partText(done, elapsed, say) : step.remark && say(step.remark)}
            </span>
            <span class="visually-hidden">
              {say(index < at ? SIGN_IN.done : index === at ? SIGN_IN.underWay : SIGN_IN.waiting)}
            </span>
          </li>
        ))}
      </ol>
      <progress max={STEPS.length} value={at + (done ?? 0)} aria-label={say(SIGN_IN.opening)} />
      <p class="visually-hidden" role="status">
        {current && say(current.title)}
      </p>
    </>
  );
}

/** Whole seconds since this stage began. */
function useSeconds(stage: Stage): number {
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    const began = performance.now();
    setSeconds(0);
    const timer = setInterval(() => setSeconds(Math.floor((performance.now() - began) / 1_000)), 1_000);
    return () => clearInterval(timer);
  }, [stage]);
  return seconds;
}

function partText(done: number, elapsed: number, say: Speech["say"]): string {
  const n = Math.floor(done * 100);
  if (done < ENOUGH_DONE) return say(SIGN_IN.partDone, { n });
  return say(SIGN_IN.timeLeft, { n, time: timeText(Math.ceil((elapsed * (1 - done)) / done), say) });
}

function timeText(seconds: number, say: Speech["say"]): string {
  if (seconds < 60) return say(SIGN_IN.seconds, { n: seconds });
  return say(SIGN_IN.minutes, { n: Math.floor(seconds / 60), seconds: seconds % 60 });
}
