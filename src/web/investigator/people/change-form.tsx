/** What both dialogs share: whom, why, and how the attempt went. */
import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { Dialog } from "../parts/dialog.tsx";
import { FailureNotice } from "../parts/notices.tsx";
import { ReasonField } from "../parts/fields/reason-field.tsx";
import { useSpeech } from "../../screen/speech.ts";
import type { WriteResult } from "../writing/case-work.ts";
import { useWriting } from "../writing/use-writing.ts";
import { READERS } from "./words.ts";

export type ChangeFormProps = {
  readonly title: string;
  readonly submit: string;
  /** Whether somebody is chosen */
  readonly chosen: boolean;
  readonly mayGo?: boolean;
  readonly reason: string | undefined;
  readonly onReason: (reason: string | undefined) => void;
  readonly write: (reason: string) => Promise<WriteResult>;
  readonly onDone: () => void;
  readonly onClose: () => void;
  /** Given whether to say that nobody is chosen */
  readonly children: (isMissing: boolean) => ComponentChildren;
};

export function ChangeForm(props: ChangeFormProps) {
  const { title, submit, chosen, mayGo = true, reason = "", onReason, write, onDone, onClose, children } = props;
  const { say } = useSpeech();
  const [tried, setTried] = useState(false);
  const writing = useWriting(
    () => write(reason),
    () => {
      onReason(undefined);
      onDone();
    },
  );
  const lacksReason = reason.trim() === "";
  return (
    <Dialog title={title} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          if (chosen && mayGo && !lacksReason) writing.submit();
        }}
      >
        {writing.failure !== undefined && <FailureNotice failure={writing.failure} />}
        {writing.newer !== undefined && (
          <p class="hint alarm" role="alert">
            {say(READERS.conflict)}
          </p>
        )}
        {children(tried && !chosen)}
        <ReasonField
          id="readers-reason"
          label={READERS.reason}
          hint={READERS.reasonHint}
          fault={tried && lacksReason ? READERS.reasonMissing : undefined}
          value={reason}
          busy={writing.busy}
          onValue={onReason}
        />
        <p class="actions">
          <button type="submit" class="button primary" aria-disabled={writing.busy || !mayGo}>
            {writing.busy ? say(READERS.busy) : submit}
          </button>
          <button type="button" class="button" onClick={onClose}>
            {say(READERS.cancel)}
          </button>
        </p>
      </form>
    </Dialog>
  );
}
