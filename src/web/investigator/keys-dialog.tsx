import type { Texts } from "../../words/text.ts";
import { CloseButton, Dialog } from "./parts/dialog.tsx";
import { useSpeech } from "../screen/speech.ts";
import { FRAME } from "./parts/words.ts";

const KEYS: readonly (readonly [keys: readonly string[], what: Texts])[] = [
  [["J", "K", "↓", "↑"], FRAME.keysMove],
  [["Enter"], FRAME.keysOpen],
  [["X"], FRAME.keysPick],
  [["T"], FRAME.keysAssign],
  [["A"], FRAME.keysClaim],
  [["L"], FRAME.keysLabel],
  [["/"], FRAME.keysSearch],
  [["Esc"], FRAME.keysBack],
  [["P", "N"], FRAME.keysNeighbours],
  [["?"], FRAME.keysHelp],
];

export type KeysDialogProps = {
  readonly letters: boolean;
  readonly onLetters: (letters: boolean) => void;
  readonly onClose: () => void;
};

export function KeysDialog({ letters, onLetters, onClose }: KeysDialogProps) {
  const { say } = useSpeech();
  return (
    <Dialog title={say(FRAME.keysTitle)} onClose={onClose}>
      <dl class="keys">
        {KEYS.map(([keys, what]) => (
          <div key={keys.join(" ")}>
            <dt>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{say(what)}</dd>
          </div>
        ))}
      </dl>
      <label class="tick">
        <input
          type="checkbox"
          checked={letters}
          aria-describedby="letters-hint"
          onChange={({ currentTarget }) => onLetters(currentTarget.checked)}
        />
        {say(FRAME.keysSingle)}
      </label>
      <p class="hint" id="letters-hint">
        {say(FRAME.keysSingleHint)}
      </p>
      <p class="actions">
        <CloseButton onClose={onClose} />
      </p>
    </Dialog>
  );
}
