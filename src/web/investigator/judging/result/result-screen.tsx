/** Which class what was found has, where the law asks for it: internal, beside the outcome that the reporter is told. */
import type { RecordContent } from "../../../../protocol/records.ts";
import { ruleOf } from "../../../../protocol/law/law.ts";
import { RESULT_NAMES } from "../../../../words/judging.ts";
import { useOffice } from "../../parts/office.ts";
import { RuleNote } from "../../parts/rule-note.tsx";
import { useSpeech } from "../../../screen/speech.ts";
import type { OpenedCaseProps } from "../../writing/opened-case.ts";
import { FormScreen } from "../form/form-screen.tsx";
import type { RecordField } from "../form/record-field.ts";
import { type RecordFormOf, useRecordForm } from "../form/use-record-form.ts";
import { RESULT } from "../words.ts";

type ResultContent = Omit<Extract<RecordContent, { kind: "result" }>, "kind" | "after">;

const FIELDS: readonly RecordField[] = [
  { kind: "choice", path: ["result"], name: RESULT.class, names: RESULT_NAMES, none: RESULT.none },
  { kind: "text", path: ["reason"], name: RESULT.reason, hint: RESULT.reasonHint, required: true },
];

const FORM: RecordFormOf<ResultContent> = {
  name: "result",
  versionsIn: ({ casework: { result } }) =>
    [result.now, ...result.earlier].flatMap((version) =>
      version === undefined
        ? []
        : [
            {
              ...version,
              content: { result: version.content.result, reason: version.content.reason } as ResultContent,
            },
          ],
    ),
  fresh: { result: null, reason: "" },
  recordOf: ({ result, reason }, after) => ({ kind: "result", after, result, reason }),
};

export function ResultScreen(opened: OpenedCaseProps) {
  const { say } = useSpeech();
  const { law } = useOffice();
  const loss = ruleOf("uu30-loss-return", law);
  const form = useRecordForm(opened, FORM);
  return (
    <FormScreen
      name="result"
      title={RESULT.title}
      lead={RESULT.lead}
      save={RESULT.save}
      form={form}
      fields={FIELDS}
      view={opened.view}
    >
      {(draw) => (
        <>
          {draw(FIELDS)}
          <p class="second">{say(RESULT.source, { source: ruleOf("result-classes", law).source })}</p>
          {form.content.result === "administrative-fault-loss" && (
            <p class="second">{say(RESULT.loss, { n: String(loss.value), source: loss.source })}</p>
          )}
          <RuleNote rules={["result-classes", "uu30-loss-return"]} />
        </>
      )}
    </FormScreen>
  );
}
