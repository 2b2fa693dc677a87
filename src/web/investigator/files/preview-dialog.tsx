/** One file, wide: fetched whole first, then shown if it can be shown safely, and never in part. */
import type { Texts } from "../../../words/text.ts";
import { useEffect, useState } from "preact/hooks";
import { FetchMeter, NamedButton } from "./file-row.tsx";
import { type CaseFileEntry, placeKey } from "./file-list.ts";
import { Dialog } from "../parts/dialog.tsx";
import { Fingerprint, TypeAndSize, Warnings } from "./file-facts.tsx";
import { FileName } from "./file-name.tsx";
import type { DeskIcon } from "../parts/icon-names.ts";
import { Icon } from "../parts/icons.tsx";
import { FailureNotice } from "../parts/notices.tsx";
import { whyNoPreview } from "./preview-rules.ts";
import { Preview } from "./preview.tsx";
import { useSpeech } from "../parts/speech.ts";
import type { Files } from "./use-files.ts";
import { FILES } from "./words.ts";

export type PreviewDialogProps = CaseFileEntry & {
  readonly handle: string;
  readonly files: Files;
  readonly onPrevious: (() => void) | undefined;
  readonly onNext: (() => void) | undefined;
  readonly onClose: () => void;
};

export function PreviewDialog({ handle, file, place, files, onPrevious, onNext, onClose }: PreviewDialogProps) {
  const { say } = useSpeech();
  const { known } = files.of(handle, place);
  return (
    <Dialog title={<FileName name={file.name} />} look="preview-dialog" onClose={onClose}>
      <p class="preview-actions">
        <TypeAndSize file={file} known={known} />
        <span class="actions">
          {(onPrevious ?? onNext) && (
            <>
              <Step icon="back" words={FILES.previousFile} onClick={onPrevious} />
              <Step icon="forward" words={FILES.nextFile} onClick={onNext} />
            </>
          )}
          <button type="button" class="button" autofocus onClick={onClose}>
            {say(FILES.close)}
          </button>
        </span>
      </p>
      <OpenedFile key={placeKey(place)} {...{ handle, file, place, files, onClose }} />
    </Dialog>
  );
}

function OpenedFile({
  handle,
  file,
  place,
  files,
  onClose,
}: Pick<PreviewDialogProps, "handle" | "file" | "place" | "files" | "onClose">) {
  const { say } = useSpeech();
  const [whole, setWhole] = useState<Blob | undefined>(undefined);
  const { known, job } = files.of(handle, place);
  const [isOpening, setIsOpening] = useState(true);
  useEffect(() => {
    if (!isOpening) return undefined;
    let isWanted = true;
    void files.open(handle, place, file).then((blob) => {
      if (!isWanted) return;
      isWanted = false;
      setWhole(blob);
      setIsOpening(false);
    });
    return () => {
      if (isWanted) files.stop(handle, place);
      isWanted = false;
    };
  }, [isOpening]);
  /** It was being downloaded when one came to it. */
  const isIdle = !isOpening && whole === undefined && job?.is !== "running" && job?.is !== "failed";
  const obstacle = known && whole && whyNoPreview(known.type, whole.size);
  return (
    <>
      {known && <Warnings known={known} />}
      {job?.is === "running" && (
        <FetchMeter name={file.name} progress={job.progress} size={file.size} onStop={onClose} />
      )}
      {isIdle && (
        <p class="actions">
          <NamedButton words={FILES.preview} name={file.name} look="go" onClick={() => setIsOpening(true)} />
        </p>
      )}
      {job?.is === "failed" && <FailureNotice failure={job.failure} />}
      {whole !== undefined && known !== undefined && (
        <>
          <p class="actions">
            <NamedButton
              words={FILES.download}
              name={file.name}
              icon="download"
              onClick={() => files.save(handle, place, file, whole)}
            />
          </p>
          <p class="done" role="status">
            {job?.is === "saved" && (
              <>
                <Icon name="check" /> {say(FILES.saved)} <bdi>{job.name}</bdi>
              </>
            )}
          </p>
          {obstacle === undefined ? (
            <Preview file={whole} type={known.type} name={file.name} onClose={onClose} />
          ) : (
            <p>
              {say(obstacle)} {say(FILES.downloadInstead)}
            </p>
          )}
          <Fingerprint sha256={known.sha256} />
        </>
      )}
    </>
  );
}

/** At the first and the last it stays, asleep: a button that goes would take the focus along. */
function Step({
  icon,
  words,
  onClick,
}: {
  readonly icon: DeskIcon;
  readonly words: Texts;
  readonly onClick: (() => void) | undefined;
}) {
  const { say } = useSpeech();
  return (
    <button
      type="button"
      class="button square"
      aria-label={say(words)}
      title={say(words)}
      aria-disabled={onClick === undefined}
      onClick={onClick}
    >
      <Icon name={icon} />
    </button>
  );
}
