/** Files chosen for an answer: which, how large, and how far they have come. */
import { useRef, useState } from "preact/hooks";
import { MAX_FILE_BYTES } from "../../../crypto/file-cells.ts";
import { MAX_FILES_A_CASE } from "../../../protocol/limits.ts";
import { type AnswerFile, answerFile, otherWay } from "./answer-files.ts";
import { FileName, shownName } from "./file-name.tsx";
import { HiddenData } from "./hidden-data.tsx";
import { Icon } from "../parts/icons.tsx";
import { Trouble } from "../parts/notices.tsx";
import { useSpeech } from "../parts/speech.ts";
import type { SendingProgress } from "../vault/vault-messages.ts";
import { FILES, HIDDEN } from "./words.ts";

const LARGEST = "1 GB";

export type AttachmentsProps = {
  readonly files: readonly AnswerFile[];
  /** Files that the case has already */
  readonly others: number;
  /** Undefined while nothing is being sent */
  readonly sending: ReadonlyMap<number, SendingProgress> | undefined;
  readonly onFiles: (files: readonly AnswerFile[]) => void;
  /** What has arrived of it is not wanted any more. */
  readonly onDrop: (file: AnswerFile) => void;
  readonly onStop: () => void;
};

export function Attachments({ files, others, sending, onFiles, onDrop, onStop }: AttachmentsProps) {
  const { say, size } = useSpeech();
  const input = useRef<HTMLInputElement>(null);
  const [refused, setRefused] = useState<{ tooLarge: readonly string[]; tooMany: readonly string[] } | undefined>();

  const add = (chosen: readonly File[]): void => {
    const tooLarge = chosen.filter(({ size }) => size > MAX_FILE_BYTES);
    const fitting = chosen.filter(({ size }) => size <= MAX_FILE_BYTES);
    const room = Math.max(0, MAX_FILES_A_CASE - others - files.length);
    const nameOf = ({ name }: File) => name;
    setRefused({ tooLarge: tooLarge.map(nameOf), tooMany: fitting.slice(room).map(nameOf) });
    onFiles([...files, ...fitting.slice(0, room).map(answerFile)]);
  };
  // What is sent may be smaller than what was chosen.
  const total = files.reduce((sum, { number, original }) => sum + (sending?.get(number)?.size ?? original.size), 0);
  const stored = [...(sending?.values() ?? [])].reduce((sum, { storedBytes }) => sum + storedBytes, 0);
  const trouble = [...(sending?.values() ?? [])].find((progress) => progress.trouble !== undefined)?.trouble;
  return (
    <div class="attachments">
      {files.length > 0 && (
        <ul class="files" aria-label={say(FILES.attached)}>
          {files.map((chosen) => (
            <li key={chosen.row}>
              <Icon name="clip" /> <FileName name={chosen.original.name} />{" "}
              <span class="muted">{size(chosen.original.size)}</span>{" "}
              {sending === undefined && (
                <button
                  type="button"
                  class="link"
                  aria-label={say(FILES.removeLabel, { name: shownName(chosen.original.name) })}
                  onClick={() => {
                    onFiles(files.filter((one) => one !== chosen));
                    onDrop(chosen);
                  }}
                >
                  {say(FILES.remove)}
                </button>
              )}{" "}
              <HiddenData
                file={chosen}
                onOtherWay={
                  sending === undefined
                    ? () => {
                        onFiles(files.map((one) => (one === chosen ? otherWay(one) : one)));
                        onDrop(chosen);
                      }
                    : undefined
                }
              />
            </li>
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
          <input
            ref={input}
            type="file"
            multiple
            hidden
            onChange={({ currentTarget }) => {
              add([...(currentTarget.files ?? [])]);
              // The same file may be chosen again after it was taken off.
              currentTarget.value = "";
            }}
          />
          <button
            type="button"
            class="button"
            aria-describedby={files.length > 0 ? "file-limits" : undefined}
            onClick={() => input.current?.click()}
          >
            <Icon name="clip" /> {say(FILES.attach)}
          </button>
          {files.length > 0 && (
            <span class="hint" id="file-limits">
              {say(FILES.limits, { n: MAX_FILES_A_CASE, size: LARGEST })} {say(HIDDEN.visible)}
            </span>
          )}
        </p>
      ) : (
        files.length > 0 && (
          <>
            <p class="actions">
              <progress aria-label={say(FILES.attached)} max={Math.max(1, total)} value={stored} />
              <span>{say(FILES.sending, { done: size(stored), all: size(total) })}</span>
              <button type="button" class="button" onClick={onStop}>
                {say(FILES.stop)}
              </button>
            </p>
            <p class="hint">{say(FILES.stay)}</p>
            <Trouble code={trouble} />
          </>
        )
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
