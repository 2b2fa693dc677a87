/** A file of a stranger, shown in a frame that can reach nothing; or why it is not. */
import { useEffect, useRef, useState } from "preact/hooks";
import type { FileType } from "../../../../evidence/types.ts";
import { PREVIEW_KINDS, type PreviewFailure } from "../../../shared/preview.ts";
import { shownName } from "../file-name.tsx";
import { Banner } from "../../parts/notices.tsx";
import { openFrame } from "./preview-frame.ts";
import { whyNoPreview } from "./preview-rules.ts";
import { useSpeech } from "../../../screen/speech.ts";
import { PREVIEW, PREVIEW_ENDS } from "../words.ts";

/** Why there is nothing to see. `silent`: it hangs, and was closed. */
export type PreviewEnd = PreviewFailure | "silent";

export type PreviewProps = {
  readonly file: Blob;
  /** By content; where `canPreview` says no there is no frame, and the reason instead */
  readonly type: FileType;
  readonly name: string;
  /** With it there is a button that closes, and Escape does the same */
  readonly onClose?: () => void;
  /** `shown` once, or why not; the component says it in words itself */
  readonly onReport?: (report: "shown" | PreviewEnd) => void;
};

type Progress =
  | { readonly is: "opening" }
  | { readonly is: "shown"; readonly height: number }
  | { readonly is: "ended"; readonly why: PreviewEnd };

/** A page of PDF and a film are fitted into the frame; all else says how tall it is. */
const FILLS_FRAME: readonly (string | undefined)[] = ["pdf", "video"];

export function Preview({ file, type, name, onClose, onReport }: PreviewProps) {
  const { say, language } = useSpeech();
  const host = useRef<HTMLDivElement>(null);
  const [progress, setProgress] = useState<Progress>({ is: "opening" });
  const props = useRef({ onClose, onReport });
  props.current = { onClose, onReport };
  const title = say(PREVIEW.title, { name: shownName(name) });
  const refusal = whyNoPreview(type, file.size);

  useEffect(() => {
    if (host.current === null || refusal !== undefined) return undefined;
    host.current.scrollIntoView({ block: "nearest" });
    setProgress({ is: "opening" });
    let isReported = false;
    const report = (what: "shown" | PreviewEnd): void => {
      if (!isReported || what !== "shown") props.current.onReport?.(what);
      isReported = true;
    };
    const end = (why: PreviewEnd): void => {
      close();
      setProgress({ is: "ended", why });
      report(why);
    };
    const close = openFrame(host.current, { file, type, language, title }, (word) => {
      if (word.says === "shown") {
        // Whoever has just asked for it sees it, and a browser draws nothing for frames that are out of sight.
        if (!isReported) requestAnimationFrame(() => host.current?.scrollIntoView({ block: "nearest" }));
        setProgress({ is: "shown", height: word.height });
        report("shown");
      }
      if (word.says === "failed") end(word.why);
      if (word.says === "silent") end("silent");
      if (word.says === "leave") props.current.onClose?.();
    });
    return close;
  }, [file, type, language, title, refusal]);

  useReturnOfFocus();
  const height = progress.is === "shown" && !FILLS_FRAME.includes(PREVIEW_KINDS[type]) ? `${progress.height}px` : "";
  return (
    <section
      class="preview"
      aria-label={title}
      onKeyDown={(event) => {
        if (event.key !== "Escape" || onClose === undefined) return;
        event.stopPropagation();
        onClose();
      }}
    >
      {onClose !== undefined && (
        <button type="button" class="button preview-close" onClick={onClose}>
          {say(PREVIEW.close)}
        </button>
      )}
      <p class="muted" role="status">
        {refusal !== undefined ? say(refusal) : progress.is === "opening" && say(PREVIEW.opening)}
      </p>
      {refusal === undefined && <div ref={host} class={`preview-frame ${progress.is}`} style={{ blockSize: height }} />}
      {progress.is === "ended" && (
        <Banner tone="warn" title={say(PREVIEW.failed)} urgent>
          <p>{say(PREVIEW_ENDS[progress.why])}</p>
        </Banner>
      )}
    </section>
  );
}

/** What goes takes the focus along if it was inside; then it goes back to what opened it. */
function useReturnOfFocus(): void {
  useEffect(() => {
    const opener = document.activeElement;
    return () => {
      const isLost = document.activeElement === null || document.activeElement === document.body;
      if (isLost && opener instanceof HTMLElement && opener.isConnected) opener.focus();
    };
  }, []);
}
