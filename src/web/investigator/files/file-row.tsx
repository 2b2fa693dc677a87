/** One row of the list of a case's files: the one place from which a file is looked at or leaves the vault. */
import type { Texts } from "../../../words/text.ts";
import { whyNoPreview } from "./preview-rules.ts";
import type { FetchProgress } from "./fetching.ts";
import { Author, type AuthorProps } from "../case/author.tsx";
import { type CaseFileEntry, fileAnchor, goTo, mayPreview, messageAnchor } from "./file-list.ts";
import { Fingerprint, TypeAndSize, Warnings } from "./file-facts.tsx";
import { FileName, shownName } from "./file-name.tsx";
import type { DeskIcon } from "../parts/icon-names.ts";
import { Icon } from "../parts/icons.tsx";
import { FailureNotice, Trouble } from "../parts/notices.tsx";
import { useSpeech } from "../parts/speech.ts";
import type { FileState, Files } from "./use-files.ts";
import { FILES } from "./words.ts";

export type CaseFileProps = Pick<AuthorProps, "view" | "member"> &
  CaseFileEntry & { readonly files: Files; readonly onPreview: () => void };

export function CaseFile({ file, place, entry, view, member, files, onPreview }: CaseFileProps) {
  const { say, day } = useSpeech();
  const { handle } = view.row;
  const state = files.of(handle, place);
  const { known } = state;
  const sentOn = day(entry.storedOn);
  return (
    <li id={fileAnchor(place)} class="case-file">
      <p class="case-file-head">
        <FileName name={file.name} /> <TypeAndSize file={file} known={known} />
      </p>
      <p class="muted">
        <Author entry={entry} view={view} member={member} />,{" "}
        <button
          type="button"
          class="link"
          aria-label={say(FILES.withMessageLabel, { day: sentOn, name: shownName(file.name) })}
          onClick={() => goTo(messageAnchor(place))}
        >
          {say(FILES.withMessage, { day: sentOn })}
        </button>
      </p>
      {known && (
        <>
          <Warnings known={known} />
          <Fingerprint sha256={known.sha256} />
        </>
      )}
      <FileJob
        name={file.name}
        size={file.size}
        state={state}
        onStop={() => files.stop(handle, place)}
        onPreview={mayPreview(file, state) ? onPreview : undefined}
        onCheck={() => void files.open(handle, place, file)}
        onSave={() => files.save(handle, place, file)}
      />
    </li>
  );
}

type FileJobProps = {
  readonly name: string;
  readonly size: number;
  readonly state: FileState;
  readonly onStop: () => void;
  readonly onPreview: (() => void) | undefined;
  readonly onCheck: () => void;
  readonly onSave: () => void;
};

/** The buttons, or how far it has come, and how it ended. */
function FileJob({ name, size, state: { known, job }, onStop, onPreview, onCheck, onSave }: FileJobProps) {
  const { say } = useSpeech();
  const obstacle = known && whyNoPreview(known.type, size);
  return (
    <>
      {job?.is === "running" ? (
        <FetchMeter name={name} progress={job.progress} size={size} onStop={onStop} />
      ) : (
        <>
          {obstacle !== undefined && <p class="muted">{say(obstacle)}</p>}
          <p class="actions">
            {onPreview ? (
              <NamedButton words={FILES.preview} name={name} look="go" onClick={onPreview} />
            ) : (
              known === undefined && <NamedButton words={FILES.check} name={name} look="go" onClick={onCheck} />
            )}
            <NamedButton words={FILES.download} name={name} icon="download" onClick={onSave} />
          </p>
        </>
      )}
      <div role="status">
        {job?.is === "stopped" && <p class="muted">{say(FILES.cancelled)}</p>}
        {job?.is === "saved" && (
          <p>
            <Icon name="check" /> {say(FILES.saved)} <bdi>{job.name}</bdi>
          </p>
        )}
      </div>
      {job?.is === "failed" && <FailureNotice failure={job.failure} />}
    </>
  );
}

export function FetchMeter({
  name,
  progress: { bytes, trouble },
  size,
  onStop,
}: {
  readonly name: string;
  readonly progress: FetchProgress;
  readonly size: number;
  readonly onStop: () => void;
}) {
  const speech = useSpeech();
  const { say } = speech;
  return (
    <>
      <p class="actions">
        <progress aria-label={shownName(name)} max={Math.max(1, size)} value={bytes} />
        <span>{say(FILES.opening, { done: speech.size(bytes), all: speech.size(size) })}</span>
        <button type="button" class="button" onClick={onStop}>
          {say(FILES.cancel)}
        </button>
      </p>
      <Trouble code={trouble} />
    </>
  );
}

/** Those who listen hear which file it is for. */
export function NamedButton({
  words,
  name,
  icon,
  look = "",
  onClick,
}: {
  readonly words: Texts;
  readonly name: string;
  readonly icon?: DeskIcon;
  readonly look?: "go" | "";
  readonly onClick: () => void;
}) {
  const { say } = useSpeech();
  return (
    <button type="button" class={`button ${look}`.trim()} onClick={onClick}>
      {icon && <Icon name={icon} />} {say(words)}
      <span class="visually-hidden">
        {" "}
        <bdi>{shownName(name)}</bdi>
      </span>
    </button>
  );
}
