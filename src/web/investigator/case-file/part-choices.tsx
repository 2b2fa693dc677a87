/** Which internal notes and which files of the case go along. */
import { useSpeech } from "../../screen/speech.ts";
import { FileName } from "../files/file-name.tsx";
import { filesOf, placeKey } from "../files/file-list.ts";
import { Banner } from "../parts/notices.tsx";
import { toggled } from "../parts/toggled.ts";
import type { CaseView } from "../vault/messages/vault.ts";
import type { Choices } from "./choices.ts";
import { DIALOG } from "./words.ts";

export type PartChoicesProps = {
  readonly view: CaseView;
  readonly choices: Choices;
  readonly onChange: (changed: Partial<Choices>) => void;
};

/** Enough to know which it is */
const BEGINNING = 120;

export function NoteChoices({ view, choices: { notes }, onChange }: PartChoicesProps) {
  const { say, day, name } = useSpeech();
  const all = view.notes.filter(({ effective, message }) => effective && message?.kind === "text");
  return (
    <fieldset class="ticks">
      <legend>{say(DIALOG.notes)}</legend>
      {all.length === 0 && <p class="muted">{say(DIALOG.noNotes)}</p>}
      {all.map(({ sequence, storedOn, author = "", message }) => (
        <label key={sequence} class="tick">
          <input
            type="checkbox"
            checked={notes.includes(sequence)}
            onChange={() => onChange({ notes: toggled(notes, sequence) })}
          />
          <span>
            <bdi>{message?.kind === "text" ? message.text.slice(0, BEGINNING) : ""}</bdi>
            <span class="second">
              {day(storedOn)}, <bdi>{name(view.names[author])}</bdi>
            </span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}

export function FileChoices({ view, choices, onChange }: PartChoicesProps) {
  const { say, size } = useSpeech();
  const { files, hiddenFiles, reporter, unclean } = choices;
  const all = filesOf(view);
  const isOfReporter = all.some(
    ({ place }) => place.direction === "reporter" && files.includes(placeKey(place)) && reporter === "left-out",
  );
  return (
    <fieldset class="ticks">
      <legend>{say(DIALOG.files)}</legend>
      <p class="hint">
        {say(all.length === 0 ? DIALOG.noFiles : reporter === "included" ? DIALOG.filesHintIncluded : DIALOG.filesHint)}{" "}
        {all.length > 0 && say(DIALOG.filesInside)}
      </p>
      {all.map(({ file, place }) => {
        const key = placeKey(place);
        const isHidden = hiddenFiles.includes(key);
        return (
          <div key={key} class="case-file-row">
            <label class="tick">
              <input
                type="checkbox"
                checked={files.includes(key) && !isHidden}
                disabled={isHidden}
                onChange={() => onChange({ files: toggled(files, key) })}
              />
              <span>
                <FileName name={file.name} />
                <span class="second">
                  {say(place.direction === "reporter" ? DIALOG.fromReporter : DIALOG.fromOffice)}, {size(file.size)}
                </span>
              </span>
            </label>
            <label class="tick">
              <input
                type="checkbox"
                checked={isHidden}
                onChange={() => onChange({ hiddenFiles: toggled(hiddenFiles, key) })}
              />
              <span>{say(DIALOG.hideFile)}</span>
            </label>
          </div>
        );
      })}
      {files.length > 0 && reporter === "left-out" && (
        <label class="tick">
          <input type="checkbox" checked={unclean} onChange={() => onChange({ unclean: !unclean })} />
          <span>
            {say(DIALOG.unclean)}
            <span class="second">{say(DIALOG.uncleanHint)}</span>
          </span>
        </label>
      )}
      {isOfReporter && <Banner tone="warn" title={say(DIALOG.filesRisk)} />}
    </fieldset>
  );
}
