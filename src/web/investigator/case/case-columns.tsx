/** An opened case, side by side: report and files, conversation and notes, what is known of it; above them the next step. */
import type { ComponentChildren } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { CaseFiles, type CaseFilesProps } from "../files/table/file-table.tsx";
import type { Loads } from "../list/load.ts";
import type { OfficeCalendar } from "../list/next-deadline.ts";
import { type OpenedCaseProps, movesOf } from "../writing/opened-case.ts";
import { CaseFileSlot } from "../case-file/case-file-slot.tsx";
import type { Ask } from "../vault/vault-client.ts";
import { CaseDetails } from "./case-details.tsx";
import { Conversation } from "./conversation.tsx";
import { JudgingSlot, isJudging } from "../judging/rail/judging-slot.tsx";
import { NextStep } from "./next-step.tsx";
import { Notes } from "./notes.tsx";
import { Report } from "./report.tsx";

export type CaseColumnsProps = OpenedCaseProps &
  CaseFilesProps & {
    readonly calendar: OfficeCalendar;
    readonly newMessages: number;
    readonly loads: Loads;
    readonly letters: boolean;
    readonly belonging: ComponentChildren;
    readonly ask: Ask;
    /** Drafts as they are by now are sealed when it resolves */
    readonly keepDrafts: () => Promise<void>;
  };

export function CaseColumns(props: CaseColumnsProps) {
  const { calendar, newMessages, belonging, downloads, zips, loads, letters, ask, keepDrafts, ...opened } = props;
  const { view, member, work, draft, onDraft } = opened;
  const refer = () => onDraft({ move: { to: "referred", outcome: undefined, text: "" } });
  const answerField = useRef<HTMLTextAreaElement>(null);
  const [writes, setWrites] = useState(0);
  // From the next step one goes to the box: after it is drawn, wherever the screen has it.
  useEffect(() => {
    if (writes > 0) answerField.current?.focus();
  }, [writes]);
  const report = (
    <div class="case-left" tabIndex={0} role="group" aria-labelledby="report-title">
      <Report view={view} />
      <CaseFiles view={view} member={member} downloads={downloads} zips={zips} />
    </div>
  );
  if (isJudging(opened))
    return (
      <div class="case-columns judging">
        <JudgingSlot place="screen" {...opened} />
        {report}
      </div>
    );
  return (
    <div class="case-columns">
      <NextStep {...opened} calendar={calendar} onWrite={() => setWrites(writes + 1)} />
      {report}
      <div class="case-middle">
        <Conversation {...opened} profiles={calendar.profiles} newMessages={newMessages} answerField={answerField} />
        <Notes {...opened} />
      </div>
      <CaseDetails ask={ask} {...opened} calendar={calendar} loads={loads} letters={letters}>
        {belonging}
        <CaseFileSlot
          ask={ask}
          view={view}
          member={member}
          work={work}
          downloads={downloads}
          draft={draft}
          onDraft={onDraft}
          keepDrafts={keepDrafts}
          onRefer={movesOf(view).includes("referred") ? refer : undefined}
        />
      </CaseDetails>
    </div>
  );
}
