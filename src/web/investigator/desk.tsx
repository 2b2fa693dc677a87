/** Inside the vault: casework, or the sentence that this member's roles open no case. */
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { isCaseworker } from "../../protocol/rules/casework.ts";
import { ROLE_NAMES } from "../../words/glossary.ts";
import { keepFocus } from "../shared/kept-focus.ts";
import { AccountSlot } from "./account/account-slot.tsx";
import { OwnKeysNotice } from "./account/own-keys-notice.tsx";
import { Casework, type CaseworkProps } from "./casework.tsx";
import { DeskHeader } from "./desk-header.tsx";
import { IdleWarning } from "./entrance/idle-warning.tsx";
import { WARNING_MS, useIdleLock } from "./entrance/idle.ts";
import { FactorNotices } from "./entrance/factor-notices.tsx";
import { SignInAlarms } from "./entrance/sign-in-notices.tsx";
import { WithLaw } from "./law/with-law.tsx";
import { NoticesSlot } from "./notices/notices-slot.tsx";
import { TrailSlot } from "./trail/trail-slot.tsx";
import { OfficeScreen } from "./office/office-screen.tsx";
import { OpeningSlot } from "./opening/opening-slot.tsx";
import { PublishingSlot } from "./publishing/publishing-slot.tsx";
import { OFFICE } from "./office/words.ts";
import { useBreakpoint } from "./parts/breakpoint.ts";
import { useSpeech } from "../screen/speech.ts";
import { FRAME } from "./parts/words.ts";
import { useAsk } from "./vault/use-ask.ts";

export function Desk(props: CaseworkProps) {
  const [mustAdd, setMustAdd] = useState(props.member.told.mustAddFactor);
  if (mustAdd) return <Plain {...props} firstFactor={() => setMustAdd(false)} />;
  if (!isCaseworker(props.member.roles)) return <Plain {...props} />;
  return (
    <WithLaw ask={props.vault.ask}>
      <Casework {...props} />
    </WithLaw>
  );
}

type PlainProps = CaseworkProps & {
  /** Where a second factor must come first: there is one now */
  readonly firstFactor?: () => void;
};

/** Administrators and custodians have a vault, but no case is sealed to them; nor is one opened before a second factor. */
function Plain({ vault, member, onLanguage, onLeave, onTrail, firstFactor }: PlainProps) {
  const { say } = useSpeech();
  const breakpoint = useBreakpoint();
  const { leftMs, stayOpen } = useIdleLock(() => onLeave({ why: "idle", texts: 0 }));
  const [isAccount, setAccount] = useState(false);
  const ask = useAsk(vault, () => onLeave({ why: "session-ended", texts: 0 }));
  const place = useRef<HTMLElement>(null);
  useLayoutEffect(() => (place.current === null ? undefined : keepFocus(place.current, "h1")), []);
  return (
    <div class={`desk-frame ${breakpoint}`}>
      <DeskHeader
        member={member}
        leftMs={leftMs}
        onLanguage={onLanguage}
        onAccount={firstFactor === undefined ? () => setAccount(true) : undefined}
        onLock={() => onLeave({ why: "lock", texts: 0 })}
        onSignOut={() => onLeave({ why: "sign-out", texts: 0 })}
      />
      {leftMs <= WARNING_MS && <IdleWarning leftMs={leftMs} texts={0} onStay={stayOpen} />}
      <main id="content" class="plain-page" ref={place}>
        {firstFactor === undefined ? (
          <>
            <SignInAlarms alarms={member.alarms} />
            <FactorNotices told={member.told} />
            <OwnKeysNotice
              ask={ask}
              isDue={member.isKeyDue}
              when={isAccount ? "account" : undefined}
              onOpen={() => setAccount(true)}
            />
            <h1>{say(FRAME.noCaseworkTitle)}</h1>
            <p>{say(FRAME.noCaseworkText, { roles: member.roles.map((role) => say(ROLE_NAMES[role])).join(", ") })}</p>
            {member.isRehearsal && <OpeningSlot ask={ask} isSteward={member.stating !== undefined} />}
            {member.roles.includes("administrator") && <NoticesSlot shows="failing" ask={ask} />}
            {member.roles.includes("custodian") && <PublishingSlot ask={ask} />}
            <h2>{say(OFFICE.open)}</h2>
            <OfficeScreen ask={ask} isSteward={member.stating !== undefined} />
            <TrailSlot shows="office" ask={ask} onAccepted={onTrail} />
          </>
        ) : (
          <AccountSlot shows="first" ask={ask} onDone={firstFactor} />
        )}
      </main>
      {isAccount && (
        <AccountSlot
          shows="dialog"
          ask={ask}
          member={member}
          onNewWords={() => onLeave({ why: "new-words", texts: 0 })}
          onClose={() => setAccount(false)}
        />
      )}
    </div>
  );
}
