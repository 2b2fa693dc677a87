/** Asked before a step that could show who the reporter is; the answers stay in the case. */
import { useState } from "preact/hooks";
import {
  EXPOSURE_ANSWERS,
  EXPOSURE_STEPS,
  type ExposureAnswer,
  type ExposureQuestion,
  type ExposureStep,
  doubtsIn,
  questionsBefore,
} from "../../../../protocol/rules/protection.ts";
import { EXPOSURE_ANSWER_NAMES, EXPOSURE_QUESTION_TEXTS, STEP_NAMES } from "../../../../words/judging.ts";
import { Dialog } from "../../parts/dialog.tsx";
import { Banner, FailureNotice } from "../../parts/notices.tsx";
import { useSpeech } from "../../../screen/speech.ts";
import { withForm } from "../../writing/drafts.ts";
import type { OpenedCaseProps } from "../../writing/opened-case.ts";
import { useWriting } from "../../writing/use-writing.ts";
import { EXPOSURE } from "../words.ts";

export type ExposureDialogProps = Pick<OpenedCaseProps, "draft" | "onDraft" | "work" | "view"> & {
  /** Undefined where the person chooses */
  readonly step?: ExposureStep;
  readonly onClose: () => void;
  /** What goes on once the answers are stored */
  readonly onDone?: () => void;
};

type Filled = {
  readonly step: ExposureStep;
  readonly answers: { readonly [Question in ExposureQuestion]?: ExposureAnswer };
  readonly text: string;
};

const NAME = "exposure";

export function ExposureDialog({ view, draft, onDraft, work, step, onClose, onDone }: ExposureDialogProps) {
  const { say } = useSpeech();
  const [tried, setTried] = useState(false);
  const kept = draft.forms?.[NAME]?.content as Filled | undefined;
  const filled: Filled = {
    answers: {},
    text: "",
    ...kept,
    step: step ?? kept?.step ?? EXPOSURE_STEPS[0],
  };
  const never = view.casework.protection.now?.content.never;
  const questions = questionsBefore(filled.step);
  const answers = questions.flatMap((question) => {
    const answer = filled.answers[question];
    return answer === undefined ? [] : [{ question, answer }];
  });
  const doubts = doubtsIn(answers);
  const lacking = questions.length - answers.length;
  const lacksWords = doubts.length > 0 && filled.text.trim() === "";
  const set = (changed: Partial<Filled>) =>
    onDraft(withForm(draft, NAME, { after: 0, content: { ...filled, ...changed } }));
  const writing = useWriting(
    () => work.writeRecord({ kind: "exposure", step: filled.step, answers, text: filled.text }),
    () => {
      onDraft(withForm(draft, NAME, undefined));
      onClose();
      onDone?.();
    },
  );
  return (
    <Dialog title={say(EXPOSURE.title)} look="exposure" onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          if (lacking === 0 && !lacksWords) writing.submit();
        }}
      >
        <p>{say(EXPOSURE.lead)}</p>
        {never !== undefined && never.trim() !== "" && (
          <Banner tone="warn" title={say(EXPOSURE.never)}>
            <p class="typed" dir="auto">
              {never}
            </p>
          </Banner>
        )}
        {writing.failure !== undefined && <FailureNotice failure={writing.failure} />}
        {step === undefined ? (
          <div class="field">
            <label for="exposure-step">{say(EXPOSURE.step)}</label>
            <select
              id="exposure-step"
              value={filled.step}
              onChange={({ currentTarget }) =>
                set({ step: EXPOSURE_STEPS.find((one) => one === currentTarget.value) ?? filled.step })
              }
            >
              {EXPOSURE_STEPS.map((one) => (
                <option key={one} value={one}>
                  {say(STEP_NAMES[one])}
                </option>
              ))}
            </select>
          </div>
        ) : (
          <p>
            <strong>{say(STEP_NAMES[step])}</strong>
          </p>
        )}
        {questions.map((question) => (
          <fieldset key={question} class="field question">
            <legend>{say(EXPOSURE_QUESTION_TEXTS[question])}</legend>
            <span class="answers">
              {EXPOSURE_ANSWERS.map((answer) => (
                <label key={answer} class="choice">
                  <input
                    type="radio"
                    name={`exposure-${question}`}
                    checked={filled.answers[question] === answer}
                    onChange={() => set({ answers: { ...filled.answers, [question]: answer } })}
                  />
                  {say(EXPOSURE_ANSWER_NAMES[answer])}
                </label>
              ))}
            </span>
            {doubts.includes(question) && <p class="soon">{say(EXPOSURE.doubt)}</p>}
          </fieldset>
        ))}
        <div class="field">
          <label for="exposure-text">{say(EXPOSURE.text)}</label>
          <p class="hint" id="exposure-hint">
            {say(EXPOSURE.textHint)}
          </p>
          <textarea
            id="exposure-text"
            rows={2}
            dir="auto"
            autocomplete="off"
            aria-describedby="exposure-hint"
            maxLength={2_000}
            value={filled.text}
            onInput={({ currentTarget }) => set({ text: currentTarget.value })}
          />
        </div>
        <p class="soon" role="status">
          {tried && lacking > 0 && say(EXPOSURE.lacking, { n: lacking })}
          {tried && lacking === 0 && lacksWords && say(EXPOSURE.lacksWords)}
        </p>
        <p class="actions">
          <button type="submit" class="button primary" aria-disabled={writing.busy}>
            {say(onDone === undefined ? EXPOSURE.save : EXPOSURE.saveAndGoOn)}
          </button>
          <button type="button" class="button" onClick={onClose}>
            {say(EXPOSURE.cancel)}
          </button>
        </p>
      </form>
    </Dialog>
  );
}
