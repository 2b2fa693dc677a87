/** Files that a message has brought, of either side: what the sender says of them, and the way out of the vault. */
import { useState } from "preact/hooks";
import { FileName, shownName } from "./file-name.tsx";
import { sizeText } from "./file-size.ts";
import { Icon } from "./icons.tsx";
import { FailureNotice } from "./notices.tsx";
import { useSpeech } from "./speech.ts";
import type { Download, Downloads } from "./use-downloads.ts";
import type { EntryView, FileView } from "./vault-messages.ts";
import { FILES } from "./words/files.ts";

export type MessageFilesProps = {
  readonly handle: string;
  readonly entry: EntryView;
  readonly files: readonly FileView[];
  readonly downloads: Downloads;
};

export function MessageFiles({ handle, entry: { direction, sequence }, files, downloads }: MessageFilesProps) {
  const { say } = useSpeech();
  return (
    <div class="message-files">
      <ul class="files">
        {files.map((file) => {
          const place = { direction, sequence, id: file.id };
          return (
            <MessageFile
              key={file.id}
              file={file}
              download={downloads.of(handle, place)}
              onStart={() => downloads.start(handle, place, file)}
              onStop={() => downloads.stop(handle, place)}
            />
          );
        })}
      </ul>
      {direction === "reporter" && <p class="hint">{say(FILES.leavesVault)}</p>}
    </div>
  );
}

type MessageFileProps = {
  readonly file: FileView;
  readonly download: Download | undefined;
  readonly onStart: () => void;
  readonly onStop: () => void;
};

function MessageFile({ file, download, onStart, onStop }: MessageFileProps) {
  const speech = useSpeech();
  const { say } = speech;
  const { name, type, size } = file;
  return (
    <li>
      <div class="file-row">
        <p>
          <Icon name="clip" /> <FileName name={name} />{" "}
          <span class="muted">
            {sizeText(size, speech)}
            {type !== "" && `, ${say(FILES.claimedType, { type })}`}
          </span>
        </p>
        {download?.is === "running" ? (
          <button type="button" class="button" onClick={onStop}>
            {say(FILES.cancel)}
          </button>
        ) : (
          <button type="button" class="button" onClick={onStart}>
            <Icon name="download" /> {say(FILES.download)}
            <span class="unseen">
              {" "}
              <bdi>{shownName(name)}</bdi>
            </span>
          </button>
        )}
      </div>
      {download?.is === "running" && (
        <p class="actions">
          <progress aria-label={shownName(name)} max={Math.max(1, size)} value={download.bytes} />
          <span>{say(FILES.opening, { done: sizeText(download.bytes, speech), all: sizeText(size, speech) })}</span>
        </p>
      )}
      <div role="status">
        {download?.is === "stopped" && <p class="muted">{say(FILES.cancelled)}</p>}
        {download?.is === "saved" && (
          <p>
            <Icon name="check" /> {say(FILES.saved)} <bdi>{download.name}</bdi>
          </p>
        )}
      </div>
      {download?.is === "saved" && <Fingerprint sha256={download.sha256} />}
      {download?.is === "failed" && <FailureNotice failure={download.failure} />}
    </li>
  );
}

/** In groups, as one compares it with a colleague; copied without them. */
function Fingerprint({ sha256 }: { readonly sha256: string }) {
  const { say } = useSpeech();
  const [copied, setCopied] = useState<boolean | undefined>(undefined);
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(sha256);
      setCopied(true);
    } catch {
      // Not allowed here, or an address without https: it stands there, to be selected.
      setCopied(false);
    }
  };
  return (
    <p class="fingerprint">
      <span class="muted">{say(FILES.fingerprint)}</span> <code>{sha256.replace(/.{4}(?=.)/gu, "$& ")}</code>{" "}
      <button type="button" class="link" onClick={() => void copy()}>
        {say(FILES.copy)}
      </button>{" "}
      <span role="status">{copied !== undefined && say(copied ? FILES.copied : FILES.notCopied)}</span>
    </p>
  );
}
