/** Above the list: cases were opened with the recovery key, or it is time to rehearse it again. One that never was is said where it stands. */
import { useEffect, useState } from "preact/hooks";
import { Banner } from "../parts/notices.tsx";
import { useSpeech } from "../../screen/speech.ts";
import type { RecoveryView } from "../vault/messages/recovery.ts";
import type { Ask } from "../vault/vault-client.ts";
import { OFFICE } from "./words.ts";

export type RecoveryNoticeProps = {
  readonly ask: Ask;
  /** Asked anew whenever it changes: in a dialog it may have been done */
  readonly when: unknown;
  readonly onOffice: () => void;
};

export function RecoveryNotice({ ask, when, onOffice }: RecoveryNoticeProps) {
  const { say, day, today } = useSpeech();
  const [view, setView] = useState<RecoveryView | undefined>(undefined);
  useEffect(() => {
    // Where it cannot be asked for, other questions say so; this one waits for the next time.
    if (when === undefined) ask("readRecovery", { today: today() }).then(setView, () => {});
  }, [when]);
  const { openedOn, rehearsedOn, due } = view ?? {};
  const isLate = rehearsedOn !== undefined && due !== "not-yet";
  if (openedOn === undefined && !isLate) return null;
  const title =
    openedOn === undefined
      ? say(OFFICE.rehearse, { day: day(rehearsedOn ?? "") })
      : say(OFFICE.recovered, { day: day(openedOn) });
  return (
    <Banner tone={openedOn === undefined ? "warn" : "danger"} title={title}>
      <p>{say(openedOn === undefined ? OFFICE.rehearseText : OFFICE.recoveredText)}</p>
      <button type="button" class="button" onClick={onOffice}>
        {say(OFFICE.open)}
      </button>
    </Banner>
  );
}
