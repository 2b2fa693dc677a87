import { CloseButton, Dialog } from "../parts/dialog.tsx";
import { useSpeech } from "../parts/speech.ts";
import type { Ask } from "../vault/vault-client.ts";
import { StatementPanel } from "./statement-panel.tsx";
import { OFFICE } from "./words.ts";

export function StatementDialog({ ask, onClose }: { readonly ask: Ask; readonly onClose: () => void }) {
  const { say } = useSpeech();
  return (
    <Dialog title={say(OFFICE.title)} onClose={onClose}>
      <StatementPanel ask={ask} />
      <p class="actions">
        <CloseButton onClose={onClose} />
      </p>
    </Dialog>
  );
}
