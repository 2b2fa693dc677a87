/** One file, wide: fetched whole first, then shown if it can be shown safely, and never in part. */
import type { Texts } from "../../../../words/text.ts";
import { useEffect, useState } from "preact/hooks";
import type { Downloads } from "../downloads.ts";
import { FetchBar } from "../fetch-bar.tsx";
import { NamedButton } from "../named-button.tsx";
import { type CaseFileEntry, placeKey } from "../file-list.ts";
import { Dialog } from "../../parts/dialog.tsx";
import { Fingerprint, SavedAs, TypeAndSize, Warnings } from "../file-facts.tsx";
import { FileName } from "../file-name.tsx";
import type { DeskIcon } from "../../parts/icon-names.ts";
import { Icon } from "../../parts/icons.tsx";
import { FailureNotice } from "../../parts/notices.tsx";
import { whyNoPreview } from "./preview-rules.ts";
import { Preview } from "./preview.tsx";
import { useSpeech } from "../../../screen/speech.ts";
import { FILES } from "../words.ts";

export type PreviewDialogProps = CaseFileEntry & {
  readonly handle: string;
  readonly downloads: Downloads;
  readonly onPrevious: (() => void) | undefined;
  readonly onNext: (() => void) | undefined;
  readonly onClose: () => void;
};

export function PreviewDialog({ handle, file, place, downloads, onPrevious, onNext, onClose }: PreviewDialogProps) {
  const { say } = useSpeech();
  const { known } = downloads.of(handle, place);
  return (
    <Dialog title={<FileName name={file.name} />} look="preview-dialog" onClose={onClose}>
      <p class="preview-actions">
        <TypeAndSize file={file} known={known} />
        <span class="actions">
          {(onPrevious ?? onNext) && (
            <>
              <NeighbourButton icon="back" label={FILES.previousFile} onClick={onPrevious} />
              <NeighbourButton icon="forward" label={FILES.nextFile} onClick={onNext} />
            </>
          )}
          <button type="button" class="button" autofocus onClick={onClose}>
            {say(FILES.close)}
          </button>
        </span>
      </p>
      <OpenedFile key={placeKey(place)} {...{ handle, file, place, downloads, onClose }} />
    </Dialog>
  );
}

function OpenedFile({
  handle,
  file,
  place,
  downloads,
  onClose,
}: Pick<PreviewDialogProps, "handle" | "file" | "place" | "downloads" | "onClose">) {
  const { say } = useSpeech();
  const [whole, setWhole] = useState<Blob | undefined>(undefined);
  const { known, job } = downloads.of(handle, place);
  const [isOpening, setIsOpening] = useState(true);
  useEffect(() => {
    if (!isOpening) return undefined;
    let isWanted = true;
    void downloads.open(handle, place, file).then((blob) => {
      if (!isWanted) return;
      isWanted = false;
      setWhole(blob);
      setIsOpening(false);
    });
    return () => {
      if (isWanted) downloads.stop(handle, place);
      isWanted = false;
    };
  }, [isOpening]);
  /** It was being downloaded when one came to it. */
  const isIdle = !isOpening && whole === undefined && job?.is !== "running" && job?.is !== "failed";
  const obstacle = known && whole && whyNoPreview(known.type, whole.size);
  return (
    <>
      {known && <Warnings known={known} />}
      {job?.is === "running" && <FetchBar name={file.name} progress={job.progress} size={file.size} onStop={onClose} />}
      {isIdle && (
        <p class="actions">
          <NamedButton text={FILES.preview} name={file.name} look="go" onClick={() => setIsOpening(true)} />
        </p>
      )}
      {job?.is === "failed" && <FailureNotice failure={job.failure} />}
      {whole !== undefined && known !== undefined && (
        <>
          <p class="actions">
            <NamedButton
              text={FILES.download}
              name={file.name}
              icon="download"
              onClick={() => downloads.save(handle, place, file, whole)}
            />
          </p>
          <p class="done" role="status">
            {job?.is === "saved" && <SavedAs name={job.name} />}
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
function NeighbourButton({
  icon,
  label,
  onClick,
}: {
  readonly icon: DeskIcon;
  readonly label: Texts;
  readonly onClick: (() => void) | undefined;
}) {
  const { say } = useSpeech();
  return (
    <button
      type="button"
      class="button square"
      aria-label={say(label)}
      title={say(label)}
      aria-disabled={onClick === undefined}
      onClick={onClick}
    >
      <Icon name={icon} />
    </button>
  );
}
