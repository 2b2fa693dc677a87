/** A few lines that say why: described by the hint above them and, once somebody tried without, by what is missing. */
import type { Ref } from "preact";
import { useState } from "preact/hooks";
import type { Texts } from "../../../../words/text.ts";
import { FieldError } from "./field-error.tsx";
import { useSpeech } from "../../../screen/speech.ts";

export type ReasonFieldProps = {
  /** Its own, and of what stands above it the beginning */
  readonly id: string;
  readonly label: Texts;
  readonly hint: Texts;
  /** What is wrong, where something is */
  readonly fault: Texts | undefined;
  readonly rows?: number;
  readonly value: string;
  readonly busy?: boolean;
  readonly field?: Ref<HTMLTextAreaElement>;
  readonly onValue: (value: string) => void;
};

export function ReasonField(props: ReasonFieldProps) {
  const { id, label, hint, fault, rows = 2, value, busy = false, field = null, onValue } = props;
  const { say } = useSpeech();
  return (
    <div class="field">
      <label for={id}>{say(label)}</label>
      <p class="hint" id={`${id}-hint`}>
        {say(hint)}
      </p>
      {fault !== undefined && <FieldError id={`${id}-error`} text={fault} />}
      <textarea
        ref={field}
        id={id}
        rows={rows}
        dir="auto"
        autocomplete="off"
        value={value}
        readOnly={busy}
        aria-invalid={fault !== undefined}
        aria-describedby={fault === undefined ? `${id}-hint` : `${id}-error ${id}-hint`}
        onInput={({ currentTarget }) => onValue(currentTarget.value)}
      />
    </div>
  );
}

/** A reason without which nothing is done, of a form that asks for nothing else. */
export function useReason(onReason: (reason: string) => void) {
  const [value, onValue] = useState("");
  const [isTried, setTried] = useState(false);
  const reason = value.trim();
  return {
    value,
    onValue,
    /** Somebody tried without */
    isMissing: isTried && reason === "",
    onSubmit: (event: Event) => {
      event.preventDefault();
      setTried(true);
      if (reason !== "") onReason(reason);
    },
  };
}
