/** The office's own words for cases: those of the office file, those in use, and new ones. */
import { useState } from "preact/hooks";
import { MAX_LABEL_CODE_POINTS, codePoints } from "../../../protocol/limits.ts";
import { CloseButton, Dialog } from "../parts/dialog.tsx";
import { useSpeech } from "../../screen/speech.ts";
import type { ListRow } from "../list/list-rows.ts";
import { LABELLING } from "./words.ts";

export type LabelDialogProps = {
  readonly rows: readonly ListRow[];
  /** What can be chosen: the office's, then those in use */
  readonly known: readonly string[];
  readonly onLabel: (add: readonly string[], remove: readonly string[]) => void;
  readonly onClose: () => void;
};

export function LabelDialog({ rows, known, onLabel, onClose }: LabelDialogProps) {
  const { say } = useSpeech();
  const [wanted, setWanted] = useState<ReadonlyMap<string, boolean>>(new Map());
  const [typed, setTyped] = useState("");
  const [made, setMade] = useState<readonly string[]>([]);
  const having = (label: string) => rows.filter(({ digest }) => digest?.labels.includes(label) === true).length;
  const labels = [...new Set([...known, ...made])];
  const isTooLong = codePoints(typed.trim()) > MAX_LABEL_CODE_POINTS;
  const want = (label: string, isOn: boolean) => setWanted((before) => new Map(before).set(label, isOn));
  const add = (): void => {
    const label = typed.trim();
    if (label === "" || isTooLong) return;
    setMade([...made, label]);
    want(label, true);
    setTyped("");
  };
  const submit = (event: Event) => {
    event.preventDefault();
    if (typed.trim() !== "") return add();
    const chosen = (isOn: boolean) => [...wanted].flatMap(([label, on]) => (on === isOn ? [label] : []));
    return onLabel(chosen(true), chosen(false));
  };
  return (
    <Dialog title={say(LABELLING.title, { n: rows.length })} onClose={onClose}>
      <form onSubmit={submit}>
        <fieldset class="persons">
          <legend>{say(LABELLING.known)}</legend>
          {labels.length === 0 && <p class="muted">{say(LABELLING.none)}</p>}
          {labels.map((label) => {
            const count = having(label);
            const isOn = wanted.get(label) ?? count === rows.length;
            return (
              <label key={label} class="choice">
                <input
                  type="checkbox"
                  checked={isOn}
                  ref={(box) => {
                    if (box) box.indeterminate = !wanted.has(label) && count > 0 && count < rows.length;
                  }}
                  onChange={({ currentTarget }) => want(label, currentTarget.checked)}
                />
                <bdi>{label}</bdi>
                {rows.length > 1 && (
                  <span class="load muted">{say(LABELLING.having, { n: count, of: rows.length })}</span>
                )}
              </label>
            );
          })}
        </fieldset>
        <div class="field">
          <label for="new-label">{say(LABELLING.add)}</label>
          <p class="hint" id="new-label-hint">
            {say(LABELLING.addHint, { n: MAX_LABEL_CODE_POINTS })}
          </p>
          <p class="actions">
            <input
              id="new-label"
              value={typed}
              aria-describedby="new-label-hint"
              aria-invalid={isTooLong}
              onInput={({ currentTarget }) => setTyped(currentTarget.value)}
            />
            <button type="button" class="button" onClick={add}>
              {say(LABELLING.addSubmit)}
            </button>
          </p>
        </div>
        <p class="actions">
          <button type="submit" class="button primary">
            {say(LABELLING.submit)}
          </button>
          <CloseButton onClose={onClose} />
        </p>
      </form>
    </Dialog>
  );
}
