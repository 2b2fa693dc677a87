/** The own account: second factors, sessions, the six words; for leads and administrators their colleagues' factors. */
import { CloseButton, Dialog } from "../parts/dialog.tsx";
import { useSpeech } from "../../screen/speech.ts";
import type { Ask } from "../vault/vault-client.ts";
import type { SignedIn } from "../vault/messages/vault.ts";
import { Colleagues } from "./colleagues.tsx";
import { Factors } from "./factors.tsx";
import { NewWords } from "./new-words.tsx";
import { OwnKeys } from "./own-keys.tsx";
import { Sessions } from "./sessions.tsx";
import { ACCOUNT } from "./words.ts";

export type AccountDialogProps = {
  readonly ask: Ask;
  readonly member: SignedIn;
  /** The words were changed, and with them every session has ended */
  readonly onNewWords: () => void;
  readonly onClose: () => void;
};

export function AccountDialog({ ask, member, onNewWords, onClose }: AccountDialogProps) {
  const { say } = useSpeech();
  return (
    <Dialog title={say(ACCOUNT.title)} look="account" fills onClose={onClose}>
      <Factors ask={ask} heading="h3" />
      <Sessions ask={ask} />
      <OwnKeys ask={ask} />
      <NewWords ask={ask} onChanged={onNewWords} />
      {member.roles.some((role) => role === "lead" || role === "administrator") && (
        <Colleagues ask={ask} isAdministrator={member.roles.includes("administrator")} />
      )}
      <p class="actions">
        <CloseButton onClose={onClose} />
      </p>
    </Dialog>
  );
}
