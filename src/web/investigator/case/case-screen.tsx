/** One case: head, next step, report, conversation, internal notes, and what else is known of it. */
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { AlarmBanners } from "./alarm-banners.tsx";
import { CaseDetails } from "./case-details.tsx";
import { CaseFiles } from "../files/file-table.tsx";
import { CaseHead } from "./case-head.tsx";
import { type CaseWork, useCaseWork } from "./case-work.ts";
import { Conversation } from "./conversation.tsx";
import type { Draft } from "../writing/drafts.ts";
import type { Calendar } from "../list/next-deadline.ts";
import { NextStep } from "./next-step.tsx";
import { Notes } from "./notes.tsx";
import { FailureNotice } from "../parts/notices.tsx";
import { Report } from "./report.tsx";
import { useShortcuts } from "../parts/shortcuts.ts";
import { useSpeech } from "../parts/speech.ts";
import type { Ask } from "../list/use-cases.ts";
import type { Files } from "../files/use-files.ts";
import type { Zips } from "../files/use-zips.ts";
import type { CaseRow, CaseView, SignedIn } from "../vault/vault-messages.ts";
import { CASE } from "./words.ts";

export type Neighbours = {
  readonly at: number;
  readonly of: number;
  readonly previous: string | undefined;
  readonly next: string | undefined;
};

export type CaseScreenProps = {
  readonly ask: Ask;
  readonly handle: string;
  readonly member: SignedIn;
  readonly calendar: Calendar;
  /** As the list has it; undefined when the list has let go of it */
  readonly row: CaseRow | undefined;
  readonly draft: Draft;
  readonly onDraft: (change: Partial<Draft>) => void;
  readonly onRow: (row: CaseRow) => void;
  readonly files: Files;
  readonly zips: Zips;
  readonly letters: boolean;
  readonly neighbours: Neighbours;
  readonly onOpen: (handle: string) => void;
  readonly onBack: () => void;
};

/** What every part of an opened case needs. */
export type CasePart = {
  readonly view: CaseView;
  readonly member: SignedIn;
  readonly draft: Draft;
  readonly onDraft: (change: Partial<Draft>) => void;
  readonly work: CaseWork;
};

export function CaseScreen({
  ask,
  handle,
  member,
  calendar,
  row,
  draft,
  onDraft,
  onRow,
  files,
  zips,
  letters,
  neighbours,
  onOpen,
  onBack,
}: CaseScreenProps) {
  const { say } = useSpeech();
  // Before opening counts them as read.
  const newMessages = useMemo(() => row?.newMessages ?? 0, []);
  const work = useCaseWork(ask, handle, onRow);
  const heading = useRef<HTMLHeadingElement>(null);
  const answerField = useRef<HTMLTextAreaElement>(null);
  const [writes, setWrites] = useState(0);
  useEffect(() => heading.current?.focus(), []);
  // From the next step one goes to the box: after it is drawn, wherever the screen has it.
  useEffect(() => {
    if (writes > 0) answerField.current?.focus();
  }, [writes]);

  const { previous, next } = neighbours;
  useShortcuts(
    {
      Escape: onBack,
      p: () => previous !== undefined && onOpen(previous),
      n: () => next !== undefined && onOpen(next),
    },
    letters,
  );

  const { view, failure } = work;
  const part: CasePart | undefined = view && { view, member, draft, onDraft, work };
  return (
    <>
      <CaseHead
        heading={heading}
        row={view?.row ?? row}
        view={view}
        neighbours={neighbours}
        onOpen={onOpen}
        onBack={onBack}
      />
      {failure !== undefined && (
        <div class="case-failure">
          <FailureNotice failure={failure}>
            <button type="button" class="button" onClick={work.load}>
              {say(CASE.refresh)}
            </button>
          </FailureNotice>
        </div>
      )}
      {part === undefined ? (
        failure === undefined && (
          <p class="empty muted" role="status">
            {say(CASE.opening)}
          </p>
        )
      ) : (
        <>
          <AlarmBanners alarms={part.view.alarms} onRefresh={work.load} />
          <div class="case-columns">
            <NextStep {...part} onWrite={() => setWrites(writes + 1)} />
            <div class="case-left" tabIndex={0} role="group" aria-labelledby="report-title">
              <Report view={part.view} />
              <CaseFiles view={part.view} member={member} files={files} zips={zips} />
            </div>
            <div class="case-middle">
              <Conversation {...part} newMessages={newMessages} answerField={answerField} />
              <Notes {...part} />
            </div>
            <CaseDetails {...part} calendar={calendar} />
          </div>
        </>
      )}
    </>
  );
}
