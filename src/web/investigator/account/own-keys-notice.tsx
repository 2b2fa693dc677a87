/** Above the desk: a role that waits for the own signature, and a key that is due. */
import { useEffect, useState } from "preact/hooks";
import { Banner } from "../parts/notices.tsx";
import { useSpeech } from "../../screen/speech.ts";
import { FRAME } from "../parts/words.ts";
import type { OwnKeysView } from "../vault/messages/account.ts";
import type { Ask } from "../vault/vault-client.ts";

export type OwnKeysNoticeProps = {
  readonly ask: Ask;
  readonly isDue: boolean;
  /** Asked anew whenever it becomes undefined again: in a dialog it may have been done */
  readonly when: unknown;
  readonly onOpen: () => void;
};

export function OwnKeysNotice({ ask, isDue, when, onOpen }: OwnKeysNoticeProps) {
  const { say } = useSpeech();
  const [view, setView] = useState<Pick<OwnKeysView, "wished" | "waiting"> | undefined>(undefined);
  useEffect(() => {
    // What cannot be asked for is no notice; the account says why.
    if (when === undefined) ask("readOwnKeys", {}).then(setView, () => {});
  }, [when]);
  const isWished = view?.wished !== undefined;
  if (!isWished && (!isDue || view?.waiting !== undefined)) return null;
  return (
    <Banner tone="warn" title={say(isWished ? FRAME.roleWished : FRAME.keyDue)}>
      <p>{say(isWished ? FRAME.roleWishedText : FRAME.keyDueText)}</p>
      <button type="button" class="button" onClick={onOpen}>
        {say(FRAME.ownKeys)}
      </button>
    </Banner>
  );
}
