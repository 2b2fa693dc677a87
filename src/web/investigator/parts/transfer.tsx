import type { ComponentChildren } from "preact";
import type { ApiErrorCode } from "../../../client/line/http.ts";
import type { Texts } from "../../../words/text.ts";
import { Trouble } from "./notices.tsx";
import { useSpeech } from "../../screen/speech.ts";

export type TransferProps = {
  /** What it is, for those who listen */
  readonly label: string;
  readonly doneBytes: number;
  readonly allBytes: number;
  /** Says `{done}` of `{all}`. */
  readonly text: Texts;
  readonly trouble: ApiErrorCode | undefined;
  readonly stop: Texts;
  readonly onStop: () => void;
  readonly children?: ComponentChildren;
};

/** Bytes on their way: how far they are, a button that ends it, and why nothing moves at present. */
export function Transfer({ label, doneBytes, allBytes, text, trouble, stop, onStop, children }: TransferProps) {
  const { say, size } = useSpeech();
  return (
    <>
      <p class="actions">
        <progress aria-label={label} max={Math.max(1, allBytes)} value={doneBytes} />
        <span>{say(text, { done: size(doneBytes), all: size(allBytes) })}</span>
        <button type="button" class="button" onClick={onStop}>
          {say(stop)}
        </button>
      </p>
      {children}
      <Trouble code={trouble} />
    </>
  );
}
