import { Transfer } from "../../parts/transfer.tsx";
import { useSpeech } from "../../../screen/speech.ts";
import type { SendingProgress } from "../../vault/messages/files.ts";
import { FILES } from "../words.ts";
import type { AnswerFile } from "./answer-files.ts";

/** How far each file has come, by its number */
export type SendingByNumber = ReadonlyMap<number, SendingProgress>;

export type SendingBarProps = {
  readonly files: readonly AnswerFile[];
  readonly sending: SendingByNumber;
  readonly onStop: () => void;
};

/** All files of an answer on their way. */
export function SendingBar({ files, sending, onStop }: SendingBarProps) {
  const { say } = useSpeech();
  const progress = [...sending.values()];
  return (
    <Transfer
      label={say(FILES.attached)}
      doneBytes={progress.reduce((sum, { storedBytes }) => sum + storedBytes, 0)}
      // What is sent may be smaller than what was chosen.
      allBytes={files.reduce((sum, { number, original }) => sum + (sending.get(number)?.size ?? original.size), 0)}
      text={FILES.sending}
      trouble={progress.find(({ trouble }) => trouble !== undefined)?.trouble}
      stop={FILES.stop}
      onStop={onStop}
    >
      <p class="hint">{say(FILES.stay)}</p>
    </Transfer>
  );
}
