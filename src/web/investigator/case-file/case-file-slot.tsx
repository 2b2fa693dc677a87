/** The button that begins a case file, and where its dialog stands. */
import { useState } from "preact/hooks";
import { loadCaseFile, readDelivery } from "../../shared/delivery.ts";
import { useSpeech } from "../../screen/speech.ts";
import type { DrawnPart } from "../parts/slots/drawn-part.tsx";
import { PartSlot, sourceOf } from "../parts/slots/part-slot.tsx";
import type { CaseFileDialogProps } from "./case-file-dialog.tsx";
import { FRAME } from "../parts/words.ts";

const SOURCE = sourceOf(() => loadCaseFile<DrawnPart<CaseFileDialogProps>>(readDelivery()));

export function CaseFileSlot(props: Omit<CaseFileDialogProps, "onClose">) {
  const { say } = useSpeech();
  // The desk was locked over words that nobody has noted: they come first.
  const [isOpen, setOpen] = useState(props.draft.unnoted !== undefined);
  return (
    <>
      <p class="case-file-begin">
        <button type="button" class="button" onClick={() => setOpen(true)}>
          {say(FRAME.caseFile)}
        </button>
      </p>
      {isOpen && <PartSlot source={SOURCE} name="case-file-slot" props={{ ...props, onClose: () => setOpen(false) }} />}
    </>
  );
}
