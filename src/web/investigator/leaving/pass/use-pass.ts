/** One pass over all cases: how far it is, how it ended for each, and stopping it. */
import { useRef, useState } from "preact/hooks";
import type { PassAsk } from "../../vault/leaving-messages.ts";
import { type Ask, type PageFailure, pageFailureOf } from "../../vault/vault-client.ts";
import type { CaseRow, PassedView } from "../../vault/vault-messages.ts";

export type Pass = {
  readonly asked: PassAsk;
  /** Undefined until it is known how many cases there are */
  readonly of: number | undefined;
  readonly passed: readonly PassedView[];
  readonly is: "running" | "stopped" | "over";
  /** Why it ended before its end */
  readonly failure: PageFailure | undefined;
};

export function usePass(ask: Ask, onRow: (row: CaseRow) => void) {
  const [pass, setPass] = useState<Pass | undefined>(undefined);
  const stopping = useRef<AbortController | undefined>(undefined);

  const run = async (asked: PassAsk): Promise<void> => {
    const controller = new AbortController();
    stopping.current = controller;
    let now: Pass = { asked, of: undefined, passed: [], is: "running", failure: undefined };
    const show = (change: Partial<Pass>): void => {
      now = { ...now, ...change };
      setPass(now);
    };
    show({});
    try {
      await ask("passOver", asked, {
        signal: controller.signal,
        onProgress({ of, passed }) {
          if (passed?.row !== undefined) onRow(passed.row);
          show({ of, passed: passed === undefined ? now.passed : [...now.passed, passed] });
        },
      });
      show({ is: controller.signal.aborted ? "stopped" : "over" });
    } catch (error) {
      show({ is: "stopped", failure: controller.signal.aborted ? undefined : pageFailureOf(error) });
    }
  };

  return {
    pass,
    run: (asked: PassAsk) => void run(asked),
    stop: () => stopping.current?.abort(),
    forget: () => setPass(undefined),
  };
}
