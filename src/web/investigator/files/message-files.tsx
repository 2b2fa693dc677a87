/** Files that a message has brought, each a short line that leads to its row: there one looks at it or downloads it. */
import { fileAnchor, goTo } from "./file-list.ts";
import { FileName } from "./file-name.tsx";
import { Icon } from "../parts/icons.tsx";
import { useSpeech } from "../../screen/speech.ts";
import type { FileView } from "../vault/messages/files.ts";
import type { EntryView } from "../vault/messages/vault.ts";

export type MessageFilesProps = { readonly entry: EntryView; readonly files: readonly FileView[] };

export function MessageFiles({ entry: { direction, sequence }, files }: MessageFilesProps) {
  const speech = useSpeech();
  return (
    <ul class="message-files">
      {files.map(({ id, name, size }) => (
        <li key={id}>
          <Icon name="clip" />
          <span>
            <button type="button" class="link" onClick={() => goTo(fileAnchor({ direction, sequence, id }))}>
              <FileName name={name} />
            </button>{" "}
            <span class="muted">{speech.size(size)}</span>
          </span>
        </li>
      ))}
    </ul>
  );
}
