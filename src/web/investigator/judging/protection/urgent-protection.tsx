import { protectionUrgency, unansweredRequest } from "../../../../client/casework/protection.ts";
import { PROTECTION_URGENCY_NAMES } from "../../../../words/judging.ts";
import { Banner } from "../../parts/notices.tsx";
import { useSpeech } from "../../../screen/speech.ts";
import type { OpenedCaseProps } from "../../writing/opened-case.ts";
import { PANEL } from "../words.ts";

/** Somebody is in danger within a day: above everything else in the case. */
export function UrgentProtection({ view, draft, onDraft }: Pick<OpenedCaseProps, "view" | "draft" | "onDraft">) {
  const { say } = useSpeech();
  const { protection } = view.casework;
  if (protectionUrgency(view.conversation, protection) !== "now" || draft.form === "protection") return null;
  const isNew = unansweredRequest(view.conversation, protection) !== undefined;
  const urgency = say(PROTECTION_URGENCY_NAMES.now);
  return (
    <div class="case-alarms">
      <Banner tone="danger" title={say(isNew ? PANEL.protectionAsked : PANEL.protectionOpen, { urgency })}>
        <button type="button" class="button" onClick={() => onDraft({ form: "protection" })}>
          {say(protection.now === undefined ? PANEL.protectionNew : PANEL.protection)}
        </button>
      </Banner>
    </div>
  );
}
