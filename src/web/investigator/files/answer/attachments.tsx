/** Files chosen for an answer: which, how large, and how far they have come. */
import { useState } from "preact/hooks";
import { MAX_FILE_BYTES } from "../../../../crypto/file-cells.ts";
import { MAX_FILES_A_CASE } from "../../../../protocol/limits.ts";
import { FileButton } from "../../parts/fields/file-button.tsx";
import { useSpeech } from "../../../screen/speech.ts";
import { FileName } from "../file-name.tsx";
import { FILES, HIDDEN } from "../words.ts";
import { type AnswerFile, answerFile } from "./answer-files.ts";
import { Attachment } from "./attachment.tsx";
import { SendingBar, type SendingByNumber } from "./sending-bar.tsx";

const LARGEST = "1 GB";

export type AttachmentsProps = {
  readonly files: readonly AnswerFile[];
  /** Files that the case has already */
  readonly others: number;
  /** Undefined while nothing is being sent */
  readonly sending: SendingByNumber | undefined;
  readonly onFiles: (files: readonly AnswerFile[]) => void;
  /** What has arrived of it is not wanted any more. */
  readonly onDrop: (file: AnswerFile) => void;
  readonly onStop: () => void;
};

export function Attachments({ files, others, sending, onFiles, onDrop, onStop }: AttachmentsProps) {
  const { say } = useSpeech();
  const [refused, setRefused] = useState<{ tooLarge: readonly string[]; tooMany: readonly string[] } | undefined>();

  const add = (chosen: readonly File[]): void => {
    const tooLarge = chosen.filter(({ size }) => size > MAX_FILE_BYTES);
    const fitting = chosen.filter(({ size }) => size <= MAX_FILE_BYTES);
    const left = Math.max(0, MAX_FILES_A_CASE - others - files.length);
    const nameOf = ({ name }: File) => name;
    setRefused({ tooLarge: tooLarge.map(nameOf), tooMany: fitting.slice(left).map(nameOf) });
    onFiles([...files, ...fitting.slice(0, left).map(answerFile)]);
  };
  const replace = (old: AnswerFile, changed: AnswerFile | undefined): void => {
    onFiles(files.flatMap((one) => (one === old ? (changed ?? []) : one)));
    onDrop(old);
  };
  return (
    <div class="attachments">
      {files.length > 0 && (
        <ul class="files" aria-label={say(FILES.attached)}>
          {files.map((chosen) => (
            <Attachment
              key={chosen.row}
              file={chosen}
              onChange={sending === undefined ? (changed) => replace(chosen, changed) : undefined}
            />
          ))}
        </ul>
      )}
      {refused !== undefined && (
        <div role="status">
          <Refused title={say(FILES.tooLarge, { size: LARGEST })} names={refused.tooLarge} />
          <Refused title={say(FILES.tooMany, { n: MAX_FILES_A_CASE })} names={refused.tooMany} />
        </div>
      )}
      {sending === undefined ? (
        <p class="actions">
          <FileButton
            text={say(FILES.attach)}
            describedBy={files.length > 0 ? "file-limits" : undefined}
            onFiles={add}
          />
          {files.length > 0 && (
            <span class="hint" id="file-limits">
              {say(FILES.limits, { n: MAX_FILES_A_CASE, size: LARGEST })} {say(HIDDEN.visible)}
            </span>
          )}
        </p>
      ) : (
        files.length > 0 && <SendingBar files={files} sending={sending} onStop={onStop} />
      )}
    </div>
  );
}

function Refused({ title, names }: { readonly title: string; readonly names: readonly string[] }) {
  if (names.length === 0) return null;
  return (
    <>
      <p class="alarm">{title}</p>
      <ul>
        {names.map((name, index) => (
          <li key={index}>
            <FileName name={name} />
          </li>
        ))}
      </ul>
    </>
  );
}
