/** Inside the vault: header, locking, and either the list or one case. */
import { useCallback, useEffect, useMemo, useRef, useState } from "preact/hooks";
import { type DaysOff, todayHere } from "../shared/deadlines.ts";
import { isCaseworker } from "../../protocol/casework.ts";
import { ROLE_NAMES } from "../../words/glossary.ts";
import type { ChooseLanguage, Leaving } from "./app.tsx";
import { CaseScreen } from "./case/case-screen.tsx";
import { FIRST_SELECTION, selectCases } from "./list/case-selection.ts";
import { DeskHeader } from "./desk-header.tsx";
import { useDrafts } from "./writing/drafts.ts";
import { IdleWarning } from "./entrance/idle-warning.tsx";
import { WARNING_MS, useIdleLock } from "./entrance/idle.ts";
import { KeysDialog } from "./keys-dialog.tsx";
import { LeaveDialog } from "./entrance/leave-dialog.tsx";
import { ListScreen } from "./list/list-screen.tsx";
import { dateRows } from "./list/next-deadline.ts";
import { Banner } from "./parts/notices.tsx";
import { useShortcuts } from "./parts/shortcuts.ts";
import { useSpeech } from "./parts/speech.ts";
import { type Ask, useCases } from "./list/use-cases.ts";
import { useFiles } from "./files/use-files.ts";
import { useZips } from "./files/use-zips.ts";
import { useOpenCase } from "./case/open-case.ts";
import { useRoom } from "./use-room.ts";
import { type Vault, VaultError } from "./vault/vault-client.ts";
import type { SignedIn } from "./vault/vault-messages.ts";
import { FRAME } from "./parts/words.ts";
import { SIGN_IN_ALARMS } from "../../words/alarms.ts";
import { adviceFor } from "../../words/told.ts";

export type DeskProps = {
  readonly vault: Vault;
  readonly member: SignedIn;
  readonly daysOff: DaysOff;
  readonly onLanguage: ChooseLanguage;
  readonly onLeave: (leaving: Leaving) => void;
};

export function Desk(props: DeskProps) {
  return isCaseworker(props.member.roles) ? <Casework {...props} /> : <NoCasework {...props} />;
}

function Casework({ vault, member, daysOff, onLanguage, onLeave }: DeskProps) {
  const { say } = useSpeech();
  const drafts = useDrafts();
  const room = useRoom();
  const ask = useAsk(vault, () => onLeave({ why: "session-ended", textsLost: drafts.texts }));
  const files = useFiles(ask);
  const zips = useZips(files);
  const list = useCases(ask, vault.listen);
  // By the day on which the list was asked for last: a desk may stand open over midnight.
  const calendar = useMemo(() => ({ daysOff, today: todayHere() }), [daysOff, list.rows]);
  const [selection, setSelection] = useState(FIRST_SELECTION);
  const { handle, last, open, close } = useOpenCase();
  const [dialog, setDialog] = useState<"keys" | "lock" | "sign-out" | undefined>(undefined);
  const [letters, setLetters] = useState(true);
  const [firstUse, setFirstUse] = useState(member.firstUseHere);
  const { leftMs, stayOpen } = useIdleLock(() => onLeave({ why: "idle", textsLost: drafts.texts }));
  useShortcuts({ "?": () => setDialog("keys") }, letters);
  useWarningBeforeUnload(drafts.texts > 0);

  const leave = (why: "lock" | "sign-out") => (drafts.texts > 0 ? setDialog(why) : onLeave({ why, textsLost: 0 }));
  // Ten thousand rows are not gone through again for each letter of an answer.
  const dated = useMemo(() => dateRows(list.rows, member.channels, calendar), [list.rows, calendar]);
  const shown = useMemo(() => selectCases(dated, selection), [dated, selection]);
  const at = shown.findIndex((row) => row.handle === handle);

  return (
    <div class={`desk-frame ${room}${handle === undefined ? "" : " case-open"}`}>
      <a class="skip" href="#content" onClick={focusContent}>
        {say(FRAME.skip)}
      </a>
      <DeskHeader
        member={member}
        leftMs={leftMs}
        onLanguage={onLanguage}
        onLock={() => leave("lock")}
        onSignOut={() => leave("sign-out")}
      />
      {leftMs <= WARNING_MS && <IdleWarning leftMs={leftMs} texts={drafts.texts} onStay={stayOpen} />}
      <main id="content" tabIndex={-1} class={handle === undefined ? "list-screen" : "case-screen"}>
        {member.alarms.map((alarm) => (
          <Banner key={alarm} tone="danger" title={say(SIGN_IN_ALARMS[alarm].happened)} urgent>
            <p>{adviceFor("member", SIGN_IN_ALARMS[alarm], say)}</p>
          </Banner>
        ))}
        {firstUse && handle === undefined && (
          <Banner tone="plain" title={say(FRAME.firstUseTitle)}>
            <p>{say(FRAME.firstUseText)}</p>
            <button type="button" class="button" onClick={() => setFirstUse(false)}>
              {say(FRAME.understood)}
            </button>
          </Banner>
        )}
        {handle === undefined ? (
          <ListScreen
            list={list}
            dated={dated}
            shown={shown}
            selection={selection}
            onSelection={setSelection}
            channels={member.channels}
            current={last}
            letters={letters}
            narrow={room !== "wide"}
            onOpen={open}
            onKeys={() => setDialog("keys")}
          />
        ) : (
          <CaseScreen
            key={handle}
            ask={ask}
            handle={handle}
            member={member}
            calendar={calendar}
            row={list.rows.find((row) => row.handle === handle)}
            draft={drafts.of(handle)}
            onDraft={(change) => drafts.change(handle, change)}
            onRow={list.update}
            files={files}
            zips={zips}
            letters={letters}
            neighbours={{
              at,
              of: shown.length,
              previous: shown[at - 1]?.handle,
              next: at < 0 ? undefined : shown[at + 1]?.handle,
            }}
            onOpen={open}
            onBack={close}
          />
        )}
      </main>
      {dialog === "keys" && (
        <KeysDialog letters={letters} onLetters={setLetters} onClose={() => setDialog(undefined)} />
      )}
      {(dialog === "lock" || dialog === "sign-out") && (
        <LeaveDialog
          why={dialog}
          texts={drafts.texts}
          titles={drafts.handles.map((one) => list.rows.find((row) => row.handle === one)?.summary?.title ?? "")}
          onBack={() => setDialog(undefined)}
          onLeave={() => onLeave({ why: dialog, textsLost: drafts.texts })}
        />
      )}
    </div>
  );
}

/** Administrators and custodians have a vault, but no case is sealed to them. */
function NoCasework({ member, onLanguage, onLeave }: DeskProps) {
  const { say } = useSpeech();
  const room = useRoom();
  const { leftMs, stayOpen } = useIdleLock(() => onLeave({ why: "idle", textsLost: 0 }));
  return (
    <div class={`desk-frame ${room}`}>
      <DeskHeader
        member={member}
        leftMs={leftMs}
        onLanguage={onLanguage}
        onLock={() => onLeave({ why: "lock", textsLost: 0 })}
        onSignOut={() => onLeave({ why: "sign-out", textsLost: 0 })}
      />
      {leftMs <= WARNING_MS && <IdleWarning leftMs={leftMs} texts={0} onStay={stayOpen} />}
      <main id="content" class="plain-page">
        <h1>{say(FRAME.noCaseworkTitle)}</h1>
        <p>{say(FRAME.noCaseworkText, { roles: member.roles.map((role) => say(ROLE_NAMES[role])).join(", ") })}</p>
      </main>
    </div>
  );
}

/** Asks the vault; a session that the server has ended takes everything else with it. */
function useAsk(vault: Vault, onSessionEnded: () => void): Ask {
  const ended = useRef(onSessionEnded);
  ended.current = onSessionEnded;
  return useCallback(
    async (call, ask, ports) => {
      try {
        return await vault.ask(call, ask, ports);
      } catch (error) {
        if (error instanceof VaultError && error.failure.kind === "api" && error.failure.code === "not-signed-in")
          ended.current();
        throw error;
      }
    },
    [vault],
  );
}

function useWarningBeforeUnload(wanted: boolean): void {
  useEffect(() => {
    if (!wanted) return undefined;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener("beforeunload", warn);
    return () => removeEventListener("beforeunload", warn);
  }, [wanted]);
}

/** Not by the address: what stands behind the # would stay in the browser's history. */
function focusContent(event: MouseEvent): void {
  event.preventDefault();
  document.getElementById("content")?.focus();
}
