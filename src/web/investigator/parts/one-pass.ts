/** One long pass of the vault over many cases: how far it is, how it ended, and stopping it. */
import { useRef, useState } from "preact/hooks";
import { type PageFailure, pageFailureOf } from "../vault/vault-client.ts";

export type Passing<Seen> = Seen & {
  readonly is: "running" | "stopped" | "over";
  /** Why it ended before its end; nothing where somebody stopped it */
  readonly failure: PageFailure | undefined;
};

type Work<Seen> = (
  signal: AbortSignal,
  see: (change: (now: Seen) => Partial<Seen>) => void,
) => Promise<"stopped" | "over">;

export function useOnePass<Seen>() {
  const [pass, setPass] = useState<Passing<Seen> | undefined>(undefined);
  const stopping = useRef<AbortController | undefined>(undefined);

  const work = async (first: Seen, of: Work<Seen>): Promise<void> => {
    const controller = new AbortController();
    stopping.current = controller;
    let now: Passing<Seen> = { ...first, is: "running", failure: undefined };
    const show = (next: Passing<Seen>): void => setPass((now = next));
    show(now);
    try {
      const end = await of(controller.signal, (change) => show({ ...now, ...change(now) }));
      show({ ...now, is: controller.signal.aborted ? "stopped" : end });
    } catch (error) {
      show({ ...now, is: "stopped", failure: controller.signal.aborted ? undefined : pageFailureOf(error) });
    }
  };

  return {
    pass,
    run: (first: Seen, of: Work<Seen>) => void work(first, of),
    stop: () => stopping.current?.abort(),
    forget: () => setPass(undefined),
  };
}
