/** Always in sight: which step is next and for whom, and all nine of them. */
import { Icon } from "../parts/icons.tsx";
import { useSpeech } from "../parts/speech.ts";
import { STEP_NAMES, type StepState, type StepStates, nextSteps } from "./steps.ts";
import { STEPS } from "./words.ts";

const MARKS = { done: "check", now: "forward", beside: "hourglass", later: undefined } as const;
const STATE_WORDS = {
  done: STEPS.done,
  now: STEPS.current,
  beside: STEPS.meanwhile,
  later: STEPS.later,
} as const satisfies Readonly<Record<StepState, unknown>>;

export function NextStep({ states }: { readonly states: StepStates }) {
  const { say } = useSpeech();
  const { now, beside } = nextSteps(states);
  const told = (step: (typeof STEP_NAMES)[number]) => ({
    n: STEP_NAMES.indexOf(step) + 1,
    step: say(STEPS.names[step]),
    who: say(STEPS.who[step]),
  });
  return (
    <div class="next-step" role="status">
      <p>
        <strong>{say(STEPS.now, told(now))}</strong>
      </p>
      {beside.map((step) => (
        <p key={step} class="muted">
          {say(STEPS.beside, told(step))}
        </p>
      ))}
    </div>
  );
}

export function StepList({ states }: { readonly states: StepStates }) {
  const { say } = useSpeech();
  return (
    <section class="nine-steps" aria-labelledby="nine-steps">
      <h2 id="nine-steps">{say(STEPS.title)}</h2>
      <ol>
        {STEP_NAMES.map((step) => {
          const state = states[step];
          const mark = MARKS[state];
          return (
            <li key={step} class={state} aria-current={state === "now" ? "step" : undefined}>
              <span class="mark">{mark !== undefined && <Icon name={mark} />}</span>
              <span>
                {say(STEPS.names[step])} <span class="muted">({say(STATE_WORDS[state])})</span>
              </span>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
