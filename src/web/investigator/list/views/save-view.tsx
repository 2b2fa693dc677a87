/** Naming what the list shows now, and forgetting views that were named before. */
import { useState } from "preact/hooks";
import { CloseButton, Dialog } from "../../parts/dialog.tsx";
import { useSpeech } from "../../../screen/speech.ts";
import type { Selection } from "../case-selection.ts";
import { LONGEST_NAME, type SavedViews } from "./saved-views.ts";
import { SAVED_VIEWS } from "../words.ts";

export type SaveViewProps = {
  readonly saved: SavedViews;
  readonly selection: Selection;
  readonly onClose: () => void;
};

export function SaveView({ saved, selection, onClose }: SaveViewProps) {
  const { say } = useSpeech();
  const [name, setName] = useState("");
  const [isTried, setTried] = useState(false);
  const isMissing = isTried && name.trim() === "";
  const submit = (event: Event) => {
    event.preventDefault();
    setTried(true);
    if (name.trim() === "") return;
    saved.save({ name: name.trim(), selection });
    onClose();
  };
  return (
    <Dialog title={say(SAVED_VIEWS.title)} onClose={onClose}>
      <form onSubmit={submit}>
        <div class="field">
          <label for="view-name">{say(SAVED_VIEWS.name)}</label>
          <p class="hint" id="view-name-hint">
            {say(SAVED_VIEWS.hint)}
          </p>
          {isMissing && (
            <p class="field-error" role="alert">
              {say(SAVED_VIEWS.nameMissing)}
            </p>
          )}
          <input
            id="view-name"
            maxLength={LONGEST_NAME}
            value={name}
            aria-describedby="view-name-hint"
            aria-invalid={isMissing}
            onInput={({ currentTarget }) => setName(currentTarget.value)}
          />
        </div>
        {saved.views.length > 0 && (
          <ul class="saved-views">
            {saved.views.map((view) => (
              <li key={view.name}>
                <bdi>{view.name}</bdi>
                <button type="button" class="link" onClick={() => saved.remove(view.name)}>
                  {say(SAVED_VIEWS.remove)} <span class="visually-hidden">{view.name}</span>
                </button>
              </li>
            ))}
          </ul>
        )}
        <p class="actions">
          <button type="submit" class="button primary">
            {say(SAVED_VIEWS.submit)}
          </button>
          <CloseButton onClose={onClose} />
        </p>
      </form>
    </Dialog>
  );
}
