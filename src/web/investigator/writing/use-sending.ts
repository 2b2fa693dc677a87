/** An answer with files between the button and the vault: how far they have come, and a way to stop. */
import { useEffect, useRef, useState } from "preact/hooks";
import type { SendingByNumber } from "../files/answer/sending-bar.tsx";
import type { SendingStep } from "../vault/messages/files.ts";

export type Sending = {
  /** By number of the file; empty until the first has begun */
  readonly progress: SendingByNumber;
  /** What a new sending tells how far it is, and the signal that ends it */
  readonly begin: () => { readonly onProgress: (step: SendingStep) => void; readonly signal: AbortSignal };
  readonly stop: () => void;
};

export function useSending(): Sending {
  const [progress, setProgress] = useState<Sending["progress"]>(new Map());
  const current = useRef(new AbortController());
  const isMessageGoing = useRef(false);
  const stop = () => current.current.abort();
  const leave = () => {
    // Files that go on elsewhere nobody would see. A message that is going arrives or not within seconds: cut off, it
    // might have, and its text would be here to be sent a second time.
    if (!isMessageGoing.current) stop();
  };
  useEffect(() => leave, []);
  return {
    progress,
    begin() {
      const aborter = new AbortController();
      current.current = aborter;
      isMessageGoing.current = false;
      setProgress(new Map());
      return {
        onProgress(step) {
          if (step === "message") isMessageGoing.current = true;
          else setProgress((before) => new Map(before).set(step.number, step));
        },
        signal: aborter.signal,
      };
    },
    stop,
  };
}
