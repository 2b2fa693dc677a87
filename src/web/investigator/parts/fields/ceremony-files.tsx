/** Files of a ceremony, which come and go on sticks: chosen, saved, and what is said of those that are not taken. */
import type { Texts } from "../../../../words/text.ts";
import { useSpeech } from "../../../screen/speech.ts";
import { saveBytes } from "../../../shared/save-blob.ts";
import { Icon } from "../icons.tsx";
import { Banner } from "../notices.tsx";

export type FileFieldProps = {
  readonly label: Texts;
  /** Its class */
  readonly name: string;
  readonly several?: boolean;
  readonly busy: boolean;
  /** Not read yet: whoever reads them tells what fails (`bytesOf`) */
  readonly onFiles: (files: readonly File[]) => void;
};

export function FileField({ label, name, several = false, busy, onFiles }: FileFieldProps) {
  const { say } = useSpeech();
  return (
    <p class="field">
      <label>
        {say(label)}{" "}
        <input
          type="file"
          class={name}
          accept=".json"
          multiple={several}
          disabled={busy}
          onChange={({ currentTarget }) => onFiles([...(currentTarget.files ?? [])])}
        />
      </label>
    </p>
  );
}

export type SaveFileProps = {
  readonly label: Texts;
  readonly file: Uint8Array;
  /** Under which it is saved */
  readonly name: string;
  /** The button's classes */
  readonly look?: string;
};

export function SaveFile({ label, file, name, look = "button primary" }: SaveFileProps) {
  const { say } = useSpeech();
  return (
    <button type="button" class={look} onClick={() => saveBytes(file, name)}>
      <Icon name="download" /> {say(label)}
    </button>
  );
}

/** What is not taken, and why; nothing where nothing was refused. */
export function Refused({ title, why }: { readonly title: Texts; readonly why: Texts | undefined }) {
  const { say } = useSpeech();
  if (why === undefined) return null;
  return (
    <Banner tone="danger" title={say(title)} urgent>
      <p>{say(why)}</p>
    </Banner>
  );
}
