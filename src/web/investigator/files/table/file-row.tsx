/** One row of the list of a case's files: the one place from which a file is looked at or leaves the vault. */
import { Author, type AuthorProps } from "../../parts/author.tsx";
import { FailureNotice } from "../../parts/notices.tsx";
import { useSpeech } from "../../../screen/speech.ts";
import type { Downloads, FileState } from "../downloads.ts";
import { FetchBar } from "../fetch-bar.tsx";
import { Fingerprint, SavedAs, TypeAndSize, Warnings } from "../file-facts.tsx";
import { type CaseFileEntry, fileAnchor, goTo, messageAnchor } from "../file-list.ts";
import { FileName, shownName } from "../file-name.tsx";
import { NamedButton } from "../named-button.tsx";
import { mayPreview, whyNoPreview } from "../preview/preview-rules.ts";
import { FILES } from "../words.ts";

export type FileRowProps = Pick<AuthorProps, "view" | "member"> &
  CaseFileEntry & { readonly downloads: Downloads; readonly onPreview: () => void };

export function FileRow({ file, place, entry, view, member, downloads, onPreview }: FileRowProps) {
  const { say, day } = useSpeech();
  const { handle } = view.row;
  const state = downloads.of(handle, place);
  const { known } = state;
  const sentOn = day(entry.storedOn);
  return (
    <li id={fileAnchor(place)} class="file-row">
      <p class="file-row-head">
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
        onStop={() => downloads.stop(handle, place)}
        onPreview={mayPreview(file, known) ? onPreview : undefined}
        onCheck={() => void downloads.open(handle, place, file)}
        onSave={() => downloads.save(handle, place, file)}
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
        <FetchBar name={name} progress={job.progress} size={size} onStop={onStop} />
      ) : (
        <>
          {obstacle !== undefined && <p class="muted">{say(obstacle)}</p>}
          <p class="actions">
            {onPreview ? (
              <NamedButton text={FILES.preview} name={name} look="go" onClick={onPreview} />
            ) : (
              known === undefined && <NamedButton text={FILES.check} name={name} look="go" onClick={onCheck} />
            )}
            <NamedButton text={FILES.download} name={name} icon="download" onClick={onSave} />
          </p>
        </>
      )}
      <div role="status">
        {job?.is === "stopped" && <p class="muted">{say(FILES.cancelled)}</p>}
        {job?.is === "saved" && (
          <p>
            <SavedAs name={job.name} />
          </p>
        )}
      </div>
      {job?.is === "failed" && <FailureNotice failure={job.failure} />}
    </>
  );
}
