/** An answer with files between the button and the vault: how far they have come, and a way to stop. */
import { useEffect, useRef, useState } from "preact/hooks";
import type { SendingByNumber } from "../files/answer/sending-bar.tsx";
import type { SendingProgress } from "../vault/vault-messages.ts";

export type Sending = {
  /** By number of the file; empty until the first has begun */
  readonly progress: SendingByNumber;
  /** The vault's end of a new channel, and the signal that ends what goes through it */
  readonly begin: () => { readonly port: MessagePort; readonly signal: AbortSignal };
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
      const { port1: near, port2: port } = new MessageChannel();
      const aborter = new AbortController();
      current.current = aborter;
      setProgress(new Map());
      near.onmessage = ({ data }: MessageEvent<SendingProgress>) =>
        setProgress((before) => new Map(before).set(data.number, data));
      aborter.signal.addEventListener("abort", () => near.postMessage("stop"));
      return { port, signal: aborter.signal };
    },
    stop,
  };
}
