/** Published figures, fetched when somebody looks at them: a dialog over casework, a part of the page of custodians. */
import { useSpeech } from "../../screen/speech.ts";
import { CloseButton, Dialog } from "../parts/dialog.tsx";
import { drawnPart } from "../parts/slots/drawn-part.tsx";
import { PublishingPanel, type PublishingPanelProps } from "./publishing-panel.tsx";
import { PUBLISHING } from "./words.ts";

export type PublishingProps = PublishingPanelProps & {
  /** In a dialog where there is something to go back to */
  readonly onClose?: (() => void) | undefined;
};

function Publishing({ onClose, ...panel }: PublishingProps) {
  const { say } = useSpeech();
  if (onClose === undefined)
    return (
      <>
        <h2>{say(PUBLISHING.title)}</h2>
        <PublishingPanel {...panel} />
      </>
    );
  return (
    <Dialog title={say(PUBLISHING.title)} look="publishing-dialog" fills onClose={onClose}>
      <PublishingPanel {...panel} />
      <p class="actions">
        <CloseButton onClose={onClose} />
      </p>
    </Dialog>
  );
}

export const { draw, clear } = drawnPart(Publishing);
