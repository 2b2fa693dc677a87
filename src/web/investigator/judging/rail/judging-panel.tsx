/** The rail's part for judging: urgent protection, suggestions, the sheet, tasks, and the ways to the other forms. */
import { useEffect, useRef, useState } from "preact/hooks";
import { protectionUrgency, unansweredRequest } from "../../../../client/casework/protection.ts";
import { awaitsSecond } from "../../../../client/casework/sheets.ts";
import { sayCode } from "../../../../words/codes.ts";
import { UNKNOWN } from "../../../../words/glossary.ts";
import { PROTECTION_URGENCY_NAMES, RESULT_NAMES } from "../../../../words/judging.ts";
import { Icon } from "../../parts/icons.tsx";
import { useOffice } from "../../parts/office.ts";
import { useSpeech } from "../../../screen/speech.ts";
import type { OpenedCaseProps } from "../../writing/opened-case.ts";
import { ExposureDialog } from "../protection/exposure-dialog.tsx";
import { SheetSummary } from "../sheet/sheet-summary.tsx";
import { Suggestions } from "../suggestions/suggestions.tsx";
import { Tasks } from "../tasks/tasks.tsx";
import { Decisions } from "./decisions.tsx";
import { PANEL } from "../words.ts";

export function JudgingPanel(opened: OpenedCaseProps) {
  const { view, draft, onDraft } = opened;
  const { say } = useSpeech();
  const [asks, setAsks] = useState(false);
  const place = useRef<HTMLElement>(null);
  const wasOpen = useRef(draft.form !== undefined);
  // The form has gone, and with it the focus.
  useEffect(() => {
    if (wasOpen.current) place.current?.focus();
    wasOpen.current = false;
  }, []);
  const { protection, complaint, result, sheets } = view.casework;
  const { secondFromTotal } = useOffice().judging;
  const isJudged = sheets.now !== undefined && !awaitsSecond(sheets.now, secondFromTotal);
  const urgency = protectionUrgency(view.conversation, protection);
  const isNew = unansweredRequest(view.conversation, protection) !== undefined;
  const typed = ["sheet", "protection", "complaint", "result"].filter((name) => draft.forms?.[name] !== undefined);
  return (
    <section ref={place} class="judging-panel" tabIndex={-1} aria-label={say(PANEL.title)}>
      {/* A danger within a day stands above the whole case. */}
      {urgency !== undefined && urgency !== "now" && (
        <p class="soon">
          <Icon name="warning" />{" "}
          <strong>
            {say(isNew ? PANEL.protectionAsked : PANEL.protectionOpen, {
              urgency: sayCode(say, PROTECTION_URGENCY_NAMES, urgency, UNKNOWN.code),
            })}
          </strong>
        </p>
      )}
      {typed.length > 0 && <p class="soon">{say(PANEL.unsaved)}</p>}
      {!isJudged && <SheetSummary {...opened} />}
      <Suggestions {...opened} title={<h2>{say(PANEL.suggestions)}</h2>} />
      <Tasks {...opened} />
      {/* What is to be done comes first; what was judged is long, and looked up. */}
      {isJudged && <SheetSummary {...opened} />}
      <div class="rail-head">
        <h2>{say(PANEL.more)}</h2>
      </div>
      <ul class="form-links">
        <li>
          <button type="button" class="link" onClick={() => onDraft({ form: "protection" })}>
            {say(protection.now === undefined ? PANEL.protectionNew : PANEL.protection)}
          </button>
        </li>
        <li>
          <button type="button" class="link" onClick={() => onDraft({ form: "complaint" })}>
            {say(complaint.now === undefined ? PANEL.complaintNew : PANEL.complaint)}
          </button>
        </li>
        <li>
          <button type="button" class="link" onClick={() => onDraft({ form: "result" })}>
            {result.now?.content.result === undefined || result.now.content.result === null
              ? say(PANEL.resultNew)
              : say(PANEL.result, { result: sayCode(say, RESULT_NAMES, result.now.content.result, UNKNOWN.code) })}
          </button>
        </li>
        {view.writable.notes && (
          <li>
            <button type="button" class="link" onClick={() => setAsks(true)}>
              {say(PANEL.exposure)}
            </button>
          </li>
        )}
      </ul>
      <Decisions view={view} />
      {asks && <ExposureDialog {...opened} onClose={() => setAsks(false)} />}
    </section>
  );
}
