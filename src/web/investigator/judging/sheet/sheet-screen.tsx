/** The triage sheet: the report is weighed, never its reporter's motive; each number with its reason. */
import type { SheetContent } from "../../../../client/casework/sheets.ts";
import { HIGHEST_TOTAL, type Score, totalOf } from "../../../../protocol/rules/triage.ts";
import { SCORE_MEANINGS } from "../../../../words/judging.ts";
import type { Texts } from "../../../../words/text.ts";
import { FieldError } from "../../parts/fields/field-error.tsx";
import { useOffice } from "../../parts/office.ts";
import { useSpeech } from "../../../screen/speech.ts";
import type { OpenedCaseProps } from "../../writing/opened-case.ts";
import { FormScreen } from "../form/form-screen.tsx";
import { type FieldFault, type Scored, faultsIn, idOf, withValue } from "../form/record-field.ts";
import { Numbers } from "../form/record-fields.tsx";
import { useRecordForm } from "../form/use-record-form.ts";
import { Suggestions } from "../suggestions/suggestions.tsx";
import { SHEET } from "../words.ts";
import {
  ELEMENT_FIELDS,
  RECOMMENDATION_FIELDS,
  SCORE_FIELDS,
  SHEET_FIELDS,
  TEXT_FIELDS,
  sheetForm,
} from "../fields/sheet-fields.ts";

const FORM_NAME = "sheet";

export function SheetScreen(opened: OpenedCaseProps) {
  const { view } = opened;
  const { say } = useSpeech();
  const { secondFromTotal } = useOffice().judging;
  const form = useRecordForm(opened, sheetForm(view.answers));
  const { content, onContent, writing } = form;
  const total = totalOf(content.scores);
  const isHigh = total >= secondFromTotal;
  const lacking = faultsIn(SCORE_FIELDS, content).length;
  return (
    <FormScreen
      name={FORM_NAME}
      title={SHEET.title}
      lead={SHEET.lead}
      save={SHEET.save}
      form={form}
      fields={SHEET_FIELDS}
      view={view}
      refuse={({ recommendation }) =>
        recommendation.action !== null && recommendation.reason.trim() === "" ? SHEET.recommendationMissing : undefined
      }
      sum={
        <>
          <strong>
            {say(isHigh ? SHEET.sumHigh : SHEET.sum, { total: String(total), most: String(HIGHEST_TOTAL) })}
          </strong>
          <span class="second">
            {say(SHEET.second, { total: String(secondFromTotal) })}
            {lacking > 0 && <span class="soon"> {say(SHEET.reasonsLacking, { n: lacking })}</span>}
          </span>
        </>
      }
    >
      {(draw, faults) => (
        <>
          <Scores content={content} onContent={onContent} busy={writing.busy} faults={faults} />
          <Suggestions {...opened} />
          <fieldset class="field elements">
            <legend>{say(SHEET.elements)}</legend>
            {draw(ELEMENT_FIELDS)}
          </fieldset>
          {draw(TEXT_FIELDS)}
          {draw(RECOMMENDATION_FIELDS)}
        </>
      )}
    </FormScreen>
  );
}

type ScoresProps = {
  readonly content: SheetContent;
  readonly onContent: (content: SheetContent) => void;
  readonly busy: boolean;
  readonly faults: readonly FieldFault[];
};

function Scores({ content, onContent, busy, faults }: ScoresProps) {
  const { say } = useSpeech();
  return (
    <div class="scores">
      <p class="muted scores-head" aria-hidden="true">
        <span>{say(SHEET.headElement)}</span>
        <span>{say(SHEET.headScore)}</span>
        <span>{say(SHEET.headReason)}</span>
      </p>
      {SCORE_FIELDS.map((field) => {
        const { score, reason } = content.scores[field.code];
        const id = idOf(FORM_NAME, field);
        const fault = faults.find((one) => one.field === field)?.text;
        const set = (value: Scored) => onContent(withValue(content, field.path, value));
        return (
          <div key={field.code} class="score-row" role="group" aria-labelledby={`${id}-name`}>
            <p>
              <strong id={`${id}-name`}>{say(field.name)}</strong>
              <span class="second" role="status">
                {score === null ? say(SHEET.notScored) : say(meaningOf(field.code, score))}
              </span>
            </p>
            <Numbers
              name={`${id}-number`}
              label={field.name}
              value={score}
              onValue={(number) => set({ score: number, reason })}
            />
            <div class="field">
              {fault && <FieldError id={`${id}-error`} text={fault} />}
              <input
                id={id}
                type="text"
                dir="auto"
                autocomplete="off"
                aria-label={`${say(SHEET.headReason)}: ${say(field.name)}`}
                aria-invalid={fault !== undefined}
                aria-describedby={fault && `${id}-error`}
                placeholder={say(SHEET.reasonPlaceholder)}
                readOnly={busy}
                value={reason}
                onInput={({ currentTarget }) => set({ score, reason: currentTarget.value })}
              />
            </div>
          </div>
        );
      })}
    </div>
  );
}

const NUMBERS = ["one", "two", "three", "four"] as const;

/** What a number of the scale means; another client may have written one that is none of it. */
function meaningOf(code: Score, score: number): Texts {
  const number = NUMBERS[score - 1];
  return number === undefined ? SHEET.notScored : SCORE_MEANINGS[code][number];
}
