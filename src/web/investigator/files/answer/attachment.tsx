import { Icon } from "../../parts/icons.tsx";
import { useSpeech } from "../../../screen/speech.ts";
import { FileName, shownName } from "../file-name.tsx";
import { FILES } from "../words.ts";
import { type AnswerFile, otherWay } from "./answer-files.ts";
import { HiddenData } from "./hidden-data.tsx";

export type AttachmentProps = {
  readonly file: AnswerFile;
  /** Undefined while it is being sent, and called without a file when it shall not go */
  readonly onChange: ((changed: AnswerFile | undefined) => void) | undefined;
};

/** One of the files: what was found in it beside its content, and which of its two ways it goes. */
export function Attachment({ file, onChange }: AttachmentProps) {
  const { say, size } = useSpeech();
  const { name } = file.original;
  return (
    <li>
      <Icon name="clip" /> <FileName name={name} /> <span class="muted">{size(file.original.size)}</span>{" "}
      {onChange && (
        <button
          type="button"
          class="link"
          aria-label={say(FILES.removeLabel, { name: shownName(name) })}
          onClick={() => onChange(undefined)}
        >
          {say(FILES.remove)}
        </button>
      )}{" "}
      <HiddenData file={file} onOtherWay={onChange && (() => onChange(otherWay(file)))} />
    </li>
  );
}
