/** The one pass in which the recovery key is whole: how far it is, how it ended for each case, and stopping it. */
import { useRef, useState } from "preact/hooks";
import type { CeremonyCode } from "../../../../client/ceremony/refusal.ts";
import { type Ask, type PageFailure, pageFailureOf } from "../../vault/vault-client.ts";
import type { RecoveredView, VaultCalls } from "../../vault/vault-messages.ts";

export type RecoveryPass = {
  readonly is: "running" | "stopped" | "over";
  /** Heads that were tried so far */
  readonly heads: number;
  /** Undefined until all heads were tried */
  readonly of: number | undefined;
  readonly unopened: number;
  /** Each case once, as it stands now */
  readonly recovered: readonly RecoveredView[];
  readonly failure: PageFailure | undefined;
  readonly refused: CeremonyCode | undefined;
};

const NOTHING: RecoveryPass = {
  is: "running",
  heads: 0,
  of: undefined,
  unopened: 0,
  recovered: [],
  failure: undefined,
  refused: undefined,
};

export function useRecovering(ask: Ask) {
  const [pass, setPass] = useState<RecoveryPass | undefined>(undefined);
  const stopping = useRef<AbortController | undefined>(undefined);

  const run = async (asked: VaultCalls["recoverCases"]["ask"]): Promise<void> => {
    const controller = new AbortController();
    stopping.current = controller;
    let now = NOTHING;
    const show = (change: Partial<RecoveryPass>): void => {
      now = { ...now, ...change };
      setPass(now);
    };
    show({});
    try {
      const answer = await ask("recoverCases", asked, {
        signal: controller.signal,
        onProgress(told) {
          if (!("recovered" in told)) return show(told);
          // One of those that name each other is told twice.
          const others = now.recovered.filter(({ handle }) => handle !== told.recovered.handle);
          show({ recovered: [...others, told.recovered] });
        },
      });
      if ("refused" in answer) show({ is: "stopped", refused: answer.refused as CeremonyCode });
      else show({ is: controller.signal.aborted ? "stopped" : "over" });
    } catch (error) {
      show({ is: "stopped", failure: controller.signal.aborted ? undefined : pageFailureOf(error) });
    }
    return undefined;
  };

  return {
    pass,
    run: (asked: VaultCalls["recoverCases"]["ask"]) => void run(asked),
    stop: () => stopping.current?.abort(),
    forget: () => setPass(undefined),
  };
}
