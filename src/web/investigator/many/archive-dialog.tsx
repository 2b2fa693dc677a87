/** Into the archive, each case with a reason of its own: what is typed here each reporter reads, and it cannot be taken back. */
import { useState } from "preact/hooks";
import { rulesOf } from "../../../protocol/rules/casework.ts";
import { CloseButton, Dialog } from "../parts/dialog.tsx";
import { useSpeech } from "../../screen/speech.ts";
import type { ListRow } from "../list/list-rows.ts";
import { ARCHIVING } from "./words.ts";
import type { Many } from "./use-many.ts";

export type ArchiveDialogProps = {
  readonly rows: readonly ListRow[];
  readonly many: Pick<Many, "texts">;
  readonly onArchive: (reasons: readonly { readonly handle: string; readonly text: string }[]) => void;
  readonly onClose: () => void;
};

export function ArchiveDialog({ rows, many, onArchive, onClose }: ArchiveDialogProps) {
  const { say } = useSpeech();
  const [isTried, setTried] = useState(false);
  const [isSure, setSure] = useState(false);
  const movable = rows.filter(({ state }) => rulesOf(state).moves.includes("archived"));
  const others = rows.length - movable.length;
  // Who has burnt the inbox comes back to none.
  const readers = movable.filter(({ burnt }) => !burnt).length;
  const reasonOf = (handle: string) => (many.texts.of(handle).archiving ?? "").trim();
  const missing = movable.filter(({ handle }) => reasonOf(handle) === "");
  const submit = (event: Event) => {
    event.preventDefault();
    setTried(true);
    if (missing.length === 0 && isSure && movable.length > 0)
      onArchive(movable.map(({ handle }) => ({ handle, text: reasonOf(handle) })));
  };
  return (
    <Dialog title={say(ARCHIVING.title, { n: movable.length })} look="archive" onClose={onClose}>
      <form onSubmit={submit}>
        <p>
          <strong>{say(ARCHIVING.goesTo, { n: readers })}</strong> {say(ARCHIVING.noWayBack)}
        </p>
        {others > 0 && <p class="muted">{say(ARCHIVING.others, { n: others })}</p>}
        <ol class="reasons">
          {movable.map(({ handle, summary, registerNumber }) => {
            const isMissing = isTried && reasonOf(handle) === "";
            return (
              <li key={handle} class="field">
                <label for={`reason-${handle}`}>
                  <bdi>{summary?.title ?? ""}</bdi> <span class="register muted">{registerNumber}</span>
                </label>
                {isMissing && (
                  <p class="field-error" id={`reason-${handle}-error`}>
                    {say(ARCHIVING.reasonMissing)}
                  </p>
                )}
                <textarea
                  id={`reason-${handle}`}
                  rows={2}
                  value={many.texts.of(handle).archiving ?? ""}
                  aria-invalid={isMissing}
                  aria-describedby={isMissing ? `reason-${handle}-error` : undefined}
                  onInput={({ currentTarget }) => many.texts.change(handle, { archiving: currentTarget.value })}
                />
              </li>
            );
          })}
        </ol>
        <label class="tick">
          <input type="checkbox" checked={isSure} onChange={({ currentTarget }) => setSure(currentTarget.checked)} />
          {say(ARCHIVING.sure, { n: readers })}
        </label>
        {isTried && (missing.length > 0 || !isSure) && (
          <p class="field-error" role="alert">
            {missing.length > 0 ? say(ARCHIVING.missing, { n: missing.length }) : say(ARCHIVING.notSure)}
          </p>
        )}
        <p class="actions">
          <button type="submit" class="button primary">
            {say(ARCHIVING.submit, { n: movable.length })}
          </button>
          <CloseButton onClose={onClose} />
        </p>
      </form>
    </Dialog>
  );
}
