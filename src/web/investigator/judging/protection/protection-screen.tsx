/** Protection: what the reporter asked, what the team judged and did; the newest request stands above, in the reporter's words. */
import { unansweredRequest } from "../../../../client/casework/protection.ts";
import { sayCode } from "../../../../words/codes.ts";
import { UNKNOWN } from "../../../../words/glossary.ts";
import { PROTECTION_URGENCY_NAMES } from "../../../../words/judging.ts";
import { Banner } from "../../parts/notices.tsx";
import { useSpeech } from "../../../screen/speech.ts";
import type { OpenedCaseProps } from "../../writing/opened-case.ts";
import { FormScreen } from "../form/form-screen.tsx";
import { useRecordForm } from "../form/use-record-form.ts";
import { PROTECTION } from "../words.ts";
import { ReferralSheet } from "./referral-sheet.tsx";
import {
  ASSESSMENT_FIELDS,
  CLOSED_FIELDS,
  PROTECTION_FIELDS,
  REQUEST_FIELDS,
  WISH_FIELDS,
  protectionForm,
} from "../fields/protection-fields.ts";

export function ProtectionScreen(opened: OpenedCaseProps) {
  const { view } = opened;
  const { say, day } = useSpeech();
  const form = useRecordForm(opened, protectionForm(view));
  const request = unansweredRequest(view.conversation, view.casework.protection);
  return (
    <FormScreen
      name="protection"
      title={PROTECTION.title}
      lead={PROTECTION.lead}
      save={PROTECTION.save}
      form={form}
      fields={PROTECTION_FIELDS}
      view={view}
    >
      {(draw) => (
        <>
          {request !== undefined && (
            <Banner
              tone={request.urgency === "now" ? "danger" : "warn"}
              title={say(PROTECTION.asked, {
                day: day(request.on),
                urgency: sayCode(say, PROTECTION_URGENCY_NAMES, request.urgency, UNKNOWN.code),
              })}
            >
              <p class="typed" dir="auto">
                {request.text}
              </p>
            </Banner>
          )}
          <h3>{say(PROTECTION.request)}</h3>
          {draw(REQUEST_FIELDS)}
          <h3>{say(PROTECTION.wishes)}</h3>
          {draw(WISH_FIELDS)}
          <h3>{say(PROTECTION.judged)}</h3>
          {draw(ASSESSMENT_FIELDS)}
          {draw(CLOSED_FIELDS)}
          <ReferralSheet content={form.content} view={view} work={opened.work} />
        </>
      )}
    </FormScreen>
  );
}
