/** The list of cases or one of them, and what both need: header, locking, drafts, files on their way. */
import { useCallback, useMemo, useRef, useState } from "preact/hooks";
import type { DaysOff, Profiles } from "../../protocol/rules/deadlines.ts";
import { AccountSlot } from "./account/account-slot.tsx";
import { OwnKeysNotice } from "./account/own-keys-notice.tsx";
import { CaseScreen } from "./case/case-screen.tsx";
import { neighboursOf } from "./case/neighbours.ts";
import { useOpenCase } from "./case/open-case.ts";
import { EnteringSlot } from "./entering/entering-slot.tsx";
import { ENTERING_HANDLE } from "./entering/handle.ts";
import { ENTERED } from "./entering/words.ts";
import { DeskHeader } from "./desk-header.tsx";
import { IdleWarning } from "./entrance/idle-warning.tsx";
import { WARNING_MS, useIdleLock } from "./entrance/idle.ts";
import { LeaveDialog } from "./entrance/leave-dialog.tsx";
import type { Leaving } from "./entrance/left-notice.tsx";
import { SignInNotices } from "./entrance/sign-in-notices.tsx";
import { useDownloads } from "./files/downloads.ts";
import { useZips } from "./files/zip/use-zips.ts";
import { selectFound } from "./finding/found-cases.ts";
import { BelongingSlot } from "./finding/belonging/belonging-slot.tsx";
import { PublishingSlot } from "./publishing/publishing-slot.tsx";
import { FiguresSlot } from "./figures/figures-slot.tsx";
import { EvaluatingSlot } from "./evaluating/evaluating-slot.tsx";
import { FoundRows, NothingFound } from "./finding/found-rows.tsx";
import { useFinding } from "./finding/use-finding.ts";
import { LawSlot } from "./law/law-slot.tsx";
import { LeavingSlot } from "./leaving/pass/leaving-slot.tsx";
import { holdingOf, useLeavers } from "./leaving/use-leavers.ts";
import { KeysDialog } from "./keys-dialog.tsx";
import { FIRST_SELECTION, selectCases } from "./list/case-selection.ts";
import { ListScreen } from "./list-screen.tsx";
import { listRows } from "./list/list-rows.ts";
import { loadsOf } from "./list/load.ts";
import { ListTableSlot } from "./list/table/list-table-slot.tsx";
import { useSavedViews } from "./list/views/saved-views.ts";
import { MANY_HANDLE, useMany } from "./many/use-many.ts";
import { MANY } from "./many/words.ts";
import { dateRows } from "./list/next-deadline.ts";
import { useCases } from "./list/use-cases.ts";
import { useAnnouncing } from "./notices/announcing.ts";
import { RecoveryNotice } from "./office/recovery-notice.tsx";
import { OpeningSlot } from "./opening/opening-slot.tsx";
import { OfficeDialog } from "./office/office-dialog.tsx";
import { TrailDialog } from "./trail/trail-dialog.tsx";
import { NoticesSlot } from "./notices/notices-slot.tsx";
import { useBreakpoint } from "./parts/breakpoint.ts";
import { READERS } from "./people/words.ts";
import { InterestsSlot } from "./people/interests/interests-slot.tsx";
import type { ChooseLanguage } from "../screen/language-switch.tsx";
import type { Place } from "./parts/places.tsx";
import { Silence } from "./parts/silence.tsx";
import { useShortcuts } from "./parts/shortcuts.ts";
import { useSpeech } from "../screen/speech.ts";
import { FRAME, PLACES } from "./parts/words.ts";
import { useAsk } from "./vault/use-ask.ts";
import type { Vault } from "./vault/vault-client.ts";
import type { SeenLog } from "../../crypto/secret/vault.ts";
import type { SignedIn } from "./vault/messages/vault.ts";
import { INTERESTS_HANDLE, LEDGER_HANDLE, useDrafts } from "./writing/drafts.ts";
import { type KeptWork, type Work, useKeptWork } from "./writing/kept-work.ts";

export type CaseworkProps = {
  readonly vault: Vault;
  readonly member: SignedIn;
  readonly daysOff: DaysOff;
  readonly profiles: Profiles;
  /** The office's own words for cases, as it proposes them */
  readonly labels: readonly string[];
  readonly onLanguage: ChooseLanguage;
  readonly onLeave: (leaving: Leaving) => void;
  /** From before this page's vault was locked */
  readonly work: Work;
  readonly onKept: (kept: KeptWork) => void;
  /** The audit trail that the member has accepted */
  readonly onTrail: (seen: SeenLog) => void;
};

export function Casework({
  vault,
  member,
  daysOff,
  profiles,
  labels,
  onLanguage,
  onLeave,
  work,
  onKept,
  onTrail,
}: CaseworkProps) {
  const { say, today } = useSpeech();
  const drafts = useDrafts(work.drafts);
  const breakpoint = useBreakpoint();
  const ask = useAsk(vault, () => void leaveAtOnce("session-ended"));
  const downloads = useDownloads(ask);
  const zips = useZips(downloads);
  const list = useCases(ask);
  const isCountable = list.isWhole && !list.loading;
  useAnnouncing(list.news);
  // By the day on which the list was asked for last: a desk may stand open over midnight.
  const calendar = useMemo(() => ({ daysOff, profiles, today: today() }), [daysOff, profiles, list.rows]);
  const [place, setPlace] = useState<Place>("cases");
  const [selection, setSelection] = useState(work.selection ?? FIRST_SELECTION);
  const { handle, last, open, close } = useOpenCase(work.handle);
  const now = useMemo(() => ({ drafts: drafts.kept, selection, handle }), [drafts.kept, selection, handle]);
  const sealNow = useKeptWork(vault.ask, now, drafts.texts, onKept);
  const seal = useRef(sealNow);
  seal.current = sealNow;
  const keepDrafts = useCallback(async () => {
    // What was just set is drawn first, and then sealed.
    await new Promise((resolve) => setTimeout(resolve));
    await seal.current();
  }, []);
  const isLeaving = useRef(false);
  const leaveAtOnce = async (why: Leaving["why"]): Promise<void> => {
    if (isLeaving.current) return;
    isLeaving.current = true;
    if (why !== "sign-out") await sealNow();
    onLeave({ why, texts: drafts.texts });
  };
  const [dialog, setDialog] = useState<
    | "keys"
    | "notices"
    | "interests"
    | "table"
    | "account"
    | "office"
    | "trail"
    | "law"
    | "publishing"
    | "leaving"
    | "sign-out"
    | undefined
  >(undefined);
  const leads = member.roles.includes("lead");
  // Asked again behind each dialog: in one of them somebody may just have been suspended.
  const left = useLeavers(ask, leads && dialog === undefined, dialog);
  const holding = useMemo(() => holdingOf(left?.leavers ?? [], list.rows), [left, list.rows]);
  const [leaver, setLeaver] = useState<string | undefined>(undefined);
  const [letters, setLetters] = useState(true);
  // What was being entered before a lock is gone on with.
  const [isEntering, setEntering] = useState(() => drafts.of(ENTERING_HANDLE).entering !== undefined);
  const { leftMs, stayOpen } = useIdleLock(() => void leaveAtOnce("idle"));
  useShortcuts({ "?": () => setDialog("keys") }, letters);

  const signOut = () => (drafts.texts > 0 ? setDialog("sign-out") : void leaveAtOnce("sign-out"));
  // Ten thousand rows are not gone through again for each letter of an answer.
  const all = useMemo(() => listRows(dateRows(list.rows, member.channels, calendar), calendar), [list.rows, calendar]);
  const looking = useMemo(() => ({ me: member.memberId, today: calendar.today }), [calendar]);
  const isAsking = selection.query.trim() !== "";
  const finding = useFinding(ask, list, selection.query);
  const found = useMemo(
    () => (isAsking ? selectFound(all, selection, looking, finding.ranks) : undefined),
    [all, selection, looking, finding.ranks],
  );
  const shown = useMemo(() => found?.rows ?? selectCases(all, selection, looking), [all, selection, looking, found]);
  const loads = useMemo(() => loadsOf(all), [all]);
  const many = useMany(ask, list.update, drafts);
  const saved = useSavedViews(ask);
  /** Of what is typed outside a case */
  const titleOf = (handle: string): string | undefined => {
    if (handle === ENTERING_HANDLE) return say(ENTERED.title);
    if (handle === LEDGER_HANDLE) return say(PLACES.evaluation);
    if (handle === INTERESTS_HANDLE) return say(READERS.ownInterests);
    return handle === MANY_HANDLE ? say(MANY.assign) : undefined;
  };
  const rowOf = (wanted: string) => list.rows.find((row) => row.handle === wanted);

  return (
    <div class={`desk-frame ${breakpoint}${handle === undefined ? "" : " case-open"}`}>
      <a class="skip" href="#content" onClick={focusContent}>
        {say(FRAME.skip)}
      </a>
      <DeskHeader
        member={member}
        leftMs={leftMs}
        onLanguage={onLanguage}
        places={{
          place,
          onPlace: (wanted) => {
            setPlace(wanted);
            if (handle !== undefined) close();
          },
        }}
        onNotices={() => setDialog("notices")}
        onAccount={() => setDialog("account")}
        onLock={() => void leaveAtOnce("lock")}
        onSignOut={signOut}
      />
      <Silence line={vault.line} />
      {leftMs <= WARNING_MS && <IdleWarning leftMs={leftMs} texts={drafts.texts} onStay={stayOpen} />}
      <main id="content" tabIndex={-1} class={handle === undefined ? SCREENS[place] : "case-screen"}>
        {handle === undefined && (
          <OwnKeysNotice ask={ask} isDue={member.isKeyDue} when={dialog} onOpen={() => setDialog("account")} />
        )}
        <SignInNotices member={member} isOverList={handle === undefined} onStatement={() => setDialog("office")} />
        {leads && <RecoveryNotice ask={ask} when={dialog} onOffice={() => setDialog("office")} />}
        {handle === undefined && !isEntering && member.isRehearsal && (
          <OpeningSlot ask={ask} isSteward={member.stating !== undefined} />
        )}
        {handle === undefined && place === "figures" ? (
          <FiguresSlot
            ask={ask}
            rows={list.rows}
            loading={!isCountable}
            channels={member.channels}
            onLaw={() => setDialog("law")}
            onPublish={leads ? () => setDialog("publishing") : undefined}
            onOpen={open}
          />
        ) : handle === undefined && place === "evaluation" ? (
          <EvaluatingSlot
            ask={ask}
            rows={list.rows}
            loading={!isCountable}
            member={member}
            draft={drafts.of(LEDGER_HANDLE)}
            onDraft={(change) => drafts.change(LEDGER_HANDLE, change)}
          />
        ) : handle === undefined && isEntering ? (
          <EnteringSlot
            ask={ask}
            member={member}
            draft={drafts.of(ENTERING_HANDLE)}
            onDraft={(change) => drafts.change(ENTERING_HANDLE, change)}
            onStored={list.lookAgain}
            onOpen={(entered) => {
              setEntering(false);
              open(entered);
            }}
            onBack={() => setEntering(false)}
          />
        ) : handle === undefined ? (
          <ListScreen
            list={list}
            onEnter={() => setEntering(true)}
            onInterests={() => setDialog("interests")}
            onTable={() => setDialog("table")}
            leaving={
              left && {
                holding,
                onOpen: (one) => {
                  setLeaver(one);
                  setDialog("leaving");
                },
              }
            }
            onOffice={() => setDialog("office")}
            onTrail={() => setDialog("trail")}
            all={all}
            shown={shown}
            looking={looking}
            selection={selection}
            onSelection={setSelection}
            member={member}
            loads={loads}
            many={many}
            saved={saved}
            officeLabels={labels}
            current={last}
            letters={letters}
            narrow={breakpoint !== "wide"}
            onOpen={open}
            onKeys={() => setDialog("keys")}
            searching={
              found && {
                rows: (props) => (
                  <FoundRows {...props} ask={ask} finding={finding} all={found.rows.length} inView={found.inView} />
                ),
                nothing: (onClear) => <NothingFound finding={finding} onClear={onClear} />,
              }
            }
          />
        ) : (
          <CaseScreen
            key={handle}
            ask={ask}
            handle={handle}
            member={member}
            calendar={calendar}
            row={rowOf(handle)}
            draft={drafts.of(handle)}
            onDraft={(change) => drafts.change(handle, change)}
            keepDrafts={keepDrafts}
            onRow={list.update}
            downloads={downloads}
            zips={zips}
            loads={loads}
            letters={letters}
            neighbours={neighboursOf(handle, shown)}
            onOpen={open}
            onBack={close}
            belonging={(view, load) => (
              <BelongingSlot
                ask={ask}
                view={view}
                rows={list.rows}
                finding={finding}
                draft={drafts.of(handle)}
                onDraft={(change) => drafts.change(handle, change)}
                onOpen={open}
                onLinked={load}
                onChoose={(handles) => {
                  setSelection({ ...FIRST_SELECTION, query: view.row.registerNumber });
                  many.clear();
                  many.pickAll(handles);
                  close();
                }}
              />
            )}
          />
        )}
      </main>
      {dialog === "keys" && (
        <KeysDialog letters={letters} onLetters={setLetters} onClose={() => setDialog(undefined)} />
      )}
      {dialog === "table" && (
        <ListTableSlot ask={ask} member={member} rows={shown} onClose={() => setDialog(undefined)} />
      )}
      {dialog === "notices" && <NoticesSlot shows="wishes" ask={ask} onClose={() => setDialog(undefined)} />}
      {dialog === "office" && (
        <OfficeDialog ask={ask} isSteward={member.stating !== undefined} onClose={() => setDialog(undefined)} />
      )}
      {dialog === "trail" && <TrailDialog ask={ask} onAccepted={onTrail} onClose={() => setDialog(undefined)} />}
      {dialog === "law" && <LawSlot ask={ask} mayChange={leads} onClose={() => setDialog(undefined)} />}
      {dialog === "publishing" && (
        <PublishingSlot
          ask={ask}
          counting={{ rows: list.rows, loading: !isCountable, channels: member.channels }}
          onClose={() => setDialog(undefined)}
        />
      )}
      {dialog === "account" && (
        <AccountSlot
          shows="dialog"
          ask={ask}
          member={member}
          onNewWords={() => void leaveAtOnce("new-words")}
          onClose={() => setDialog(undefined)}
        />
      )}
      {dialog === "leaving" && left !== undefined && (
        <LeavingSlot
          ask={ask}
          member={member}
          view={left}
          holding={holding}
          leaver={leaver}
          onRow={list.update}
          onClose={() => setDialog(undefined)}
        />
      )}
      {dialog === "interests" && (
        <InterestsSlot
          shows="dialog"
          ask={ask}
          member={member}
          draft={drafts.of(INTERESTS_HANDLE)}
          onDraft={(change) => drafts.change(INTERESTS_HANDLE, change)}
          onClose={() => setDialog(undefined)}
        />
      )}
      {dialog === "sign-out" && (
        <LeaveDialog
          texts={drafts.texts}
          titles={drafts.handles.map((one) => titleOf(one) ?? rowOf(one)?.summary?.title ?? "")}
          onBack={() => setDialog(undefined)}
          onLeave={() => void leaveAtOnce("sign-out")}
        />
      )}
    </div>
  );
}

/** The class of what is shown where no case is open. */
const SCREENS: Readonly<Record<Place, string>> = {
  cases: "list-screen",
  figures: "figures-place",
  evaluation: "figures-place",
};

/** Not by the address: what stands behind the # would stay in the browser's history. */
function focusContent(event: MouseEvent): void {
  event.preventDefault();
  document.getElementById("content")?.focus();
}
