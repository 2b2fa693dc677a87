/** One case: opened and checked on the way in, then shown, or why it is not. */
import type { VNode } from "preact";
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import type { Downloads } from "../files/downloads.ts";
import type { Zips } from "../files/zip/use-zips.ts";
import type { Loads } from "../list/load.ts";
import type { OfficeCalendar } from "../list/next-deadline.ts";
import { JudgingSlot } from "../judging/rail/judging-slot.tsx";
import { Banner, FailureNotice } from "../parts/notices.tsx";
import { InterestsSlot } from "../people/interests/interests-slot.tsx";
import { useShortcuts } from "../parts/shortcuts.ts";
import { useSpeech } from "../../screen/speech.ts";
import type { Ask } from "../vault/vault-client.ts";
import type { CaseRow, CaseView, SignedIn } from "../vault/messages/vault.ts";
import { ReceiptNotice } from "../promises/receipt-notice.tsx";
import { useCaseWork } from "../writing/case-work.ts";
import { type Draft, isInUse, typedIn } from "../writing/drafts.ts";
import { TypedTexts } from "../writing/set-aside.tsx";
import { AlarmBanners } from "./alarm-banners.tsx";
import { CaseColumns } from "./case-columns.tsx";
import { CaseHead } from "./case-head.tsx";
import { CaseNews } from "./case-news.tsx";
import { DiscardNotice } from "./discard-notice.tsx";
import type { Neighbours } from "./neighbours.ts";
import { READERS } from "../people/words.ts";
import { CASE } from "./words.ts";

export type CaseScreenProps = {
  readonly ask: Ask;
  readonly handle: string;
  readonly member: SignedIn;
  readonly calendar: OfficeCalendar;
  /** As the list has it; undefined when the list has let go of it */
  readonly row: CaseRow | undefined;
  readonly draft: Draft;
  readonly onDraft: (change: Partial<Draft>) => void;
  readonly keepDrafts: () => Promise<void>;
  readonly onRow: (row: CaseRow, quietly: boolean) => void;
  readonly downloads: Downloads;
  readonly zips: Zips;
  readonly letters: boolean;
  readonly loads: Loads;
  readonly neighbours: Neighbours;
  readonly onOpen: (handle: string) => void;
  readonly onBack: () => void;
  /** Other cases that belong to it */
  readonly belonging: (view: CaseView, load: () => void) => VNode;
};

export function CaseScreen({
  ask,
  handle,
  row,
  onRow,
  letters,
  neighbours,
  onOpen,
  onBack,
  belonging,
  ...given
}: CaseScreenProps) {
  const { say } = useSpeech();
  // Before opening counts them as read.
  const newMessages = useMemo(() => row?.newMessages ?? 0, []);
  const { draft, member } = given;
  const isTyping = {
    conversation: isInUse(draft, "answer") || draft.move !== undefined || draft.telling !== undefined,
    notes: isInUse(draft, "note"),
  };
  const work = useCaseWork(ask, handle, { row, me: member.memberId, isTyping, onRow });
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);

  const { previous, next } = neighbours;
  useShortcuts(
    {
      Escape: onBack,
      p: () => previous !== undefined && onOpen(previous),
      n: () => next !== undefined && onOpen(next),
    },
    letters,
  );

  const [isPassed, setPassed] = useState(false);
  const { view: opened, failure } = work;
  const isTouched = opened !== undefined && opened.interests.matches.length > 0 && !isPassed;
  const view = isTouched ? undefined : opened;
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
      <CaseNews work={work} />
      {work.isGone && (
        <div class="case-failure">
          <Banner tone="warn" title={say(CASE.gone)} urgent>
            <p>{say(CASE.goneText)}</p>
          </Banner>
          <TypedTexts texts={typedIn(draft)} />
        </div>
      )}
      {failure !== undefined && (
        <div class="case-failure">
          <FailureNotice failure={failure}>
            <button type="button" class="button" onClick={work.load}>
              {say(CASE.refresh)}
            </button>
          </FailureNotice>
          {view === undefined && <TypedTexts texts={typedIn(given.draft)} />}
        </div>
      )}
      {view !== undefined && (
        <>
          <AlarmBanners alarms={view.alarms} onRefresh={work.load} />
          {view.interests.alarm !== undefined && (
            <Banner tone="danger" title={say(READERS[`interests-${view.interests.alarm}`])} />
          )}
          <JudgingSlot place="urgent" {...given} view={view} work={work} />
          <DiscardNotice {...given} view={view} work={work} />
          <ReceiptNotice view={view} work={work} />
          <CaseColumns
            {...given}
            ask={ask}
            letters={letters}
            view={view}
            work={work}
            newMessages={newMessages}
            belonging={belonging(view, work.load)}
          />
        </>
      )}
      {isTouched && (
        <InterestsSlot
          shows="touched"
          {...given}
          view={opened}
          work={work}
          onPass={() => setPassed(true)}
          onBack={onBack}
        />
      )}
      {opened === undefined && failure === undefined && !work.isGone && (
        <p class="empty muted" role="status">
          {say(CASE.opening)}
        </p>
      )}
    </>
  );
}
