import { Dialog } from "../parts/dialog.tsx";
import { useSpeech } from "../../screen/speech.ts";
import { FRAME } from "../parts/words.ts";

export type LeaveDialogProps = {
  readonly texts: number;
  readonly titles: readonly string[];
  readonly onBack: () => void;
  readonly onLeave: () => void;
};

/** Asked before texts are lost: whoever signs out leaves none behind. */
export function LeaveDialog({ texts, titles, onBack, onLeave }: LeaveDialogProps) {
  const { say } = useSpeech();
  return (
    <Dialog title={say(FRAME.leaveTitle)} onClose={onBack}>
      <p>{say(FRAME.leaveText, { n: texts })}</p>
      <p>{say(FRAME.leaveWhere)}</p>
      <ul>
        {titles.map((title) => (
          <li key={title}>
            <bdi>{title}</bdi>
          </li>
        ))}
      </ul>
      <p class="actions">
        <button type="button" class="button" onClick={onBack}>
          {say(FRAME.leaveBack)}
        </button>
        <button type="button" class="button destructive" onClick={onLeave}>
          {say(FRAME.leaveSignOut)}
        </button>
      </p>
    </Dialog>
  );
}
