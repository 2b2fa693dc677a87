/** An opened case, side by side: report and files, conversation and notes, what is known of it; above them the next step. */
import type { ComponentChildren } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { CaseFiles, type CaseFilesProps } from "../files/table/file-table.tsx";
import type { Loads } from "../list/load.ts";
import type { OfficeCalendar } from "../list/next-deadline.ts";
import type { OpenedCaseProps } from "../writing/opened-case.ts";
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
  };

export function CaseColumns(props: CaseColumnsProps) {
  const { calendar, newMessages, belonging, downloads, zips, loads, letters, ...opened } = props;
  const { view, member } = opened;
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
      <CaseDetails {...opened} calendar={calendar} loads={loads} letters={letters}>
        {belonging}
      </CaseDetails>
    </div>
  );
}
