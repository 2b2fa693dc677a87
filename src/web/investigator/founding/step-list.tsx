/** Always in sight: which step is next and for whom, and all nine of them. */
import { Icon } from "../parts/icons.tsx";
import { useSpeech } from "../../screen/speech.ts";
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
  const { say, list } = useSpeech();
  const { now, beside } = nextSteps(states);
  const numberOf = (step: (typeof STEP_NAMES)[number]) => STEP_NAMES.indexOf(step) + 1;
  return (
    <div class="founding-next" role="status">
      <p>
        <strong>{say(STEPS.now, { n: numberOf(now), step: say(STEPS.names[now]), who: say(STEPS.who[now]) })}</strong>
      </p>
      {beside.length > 0 && (
        <p class="muted">{say(STEPS.beside, { steps: list(beside.map((step) => String(numberOf(step)))) })}</p>
      )}
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
            <li key={step} data-state={state} aria-current={state === "now" ? "step" : undefined}>
              <span class="mark">{mark !== undefined && <Icon name={mark} />}</span>
              <span>
                {say(STEPS.names[step])} <span class="muted">({say(STATE_WORDS[state])})</span>
                {(state === "now" || state === "beside") && (
                  <span class="second">{say(STEPS.turn, { who: say(STEPS.who[step]) })}</span>
                )}
              </span>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
