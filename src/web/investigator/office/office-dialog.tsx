import { CloseButton, Dialog } from "../parts/dialog.tsx";
import { useSpeech } from "../../screen/speech.ts";
import { OfficeScreen, type OfficeScreenProps } from "./office-screen.tsx";
import { OFFICE } from "./words.ts";

export function OfficeDialog({ onClose, ...office }: OfficeScreenProps & { readonly onClose: () => void }) {
  const { say } = useSpeech();
  return (
    <Dialog title={say(OFFICE.open)} look="office-dialog" fills onClose={onClose}>
      <OfficeScreen {...office} />
      <p class="actions">
        <CloseButton onClose={onClose} />
      </p>
    </Dialog>
  );
}
