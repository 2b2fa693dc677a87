import { CloseButton, Dialog } from "../parts/dialog.tsx";
import { FRAME } from "../parts/words.ts";
import { useSpeech } from "../../screen/speech.ts";
import type { OfficeTrailProps } from "./office-trail.tsx";
import { TrailPart } from "./trail-slot.tsx";

type TrailDialogProps = OfficeTrailProps & { readonly onClose: () => void };

export function TrailDialog({ onClose, ...props }: TrailDialogProps) {
  const { say } = useSpeech();
  return (
    <Dialog title={say(FRAME.trail)} look="trail-dialog" fills onClose={onClose}>
      <TrailPart shows="office" {...props} />
      <p class="actions">
        <CloseButton onClose={onClose} />
      </p>
    </Dialog>
  );
}
