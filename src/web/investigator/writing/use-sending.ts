/** An answer with files between the button and the vault: how far they have come, and a way to stop. */
import { useEffect, useRef, useState } from "preact/hooks";
import type { SendingByNumber } from "../files/answer/sending-bar.tsx";
import type { SendingProgress } from "../vault/vault-messages.ts";

export type Sending = {
  /** By number of the file; empty until the first has begun */
  readonly progress: SendingByNumber;
  /** What a new sending tells how far it is, and the signal that ends it */
  readonly begin: () => { readonly onProgress: (progress: SendingProgress) => void; readonly signal: AbortSignal };
  readonly stop: () => void;
};

export function useSending(): Sending {
  const [progress, setProgress] = useState<Sending["progress"]>(new Map());
  const current = useRef(new AbortController());
  const stop = () => current.current.abort();
  // Elsewhere nobody would see it, and the vault writes into the case that is open.
  useEffect(() => stop, []);
  return {
    progress,
    begin() {
      const aborter = new AbortController();
      current.current = aborter;
      setProgress(new Map());
      return {
        onProgress: (now) => setProgress((before) => new Map(before).set(now.number, now)),
        signal: aborter.signal,
      };
    },
    stop,
  };
}
