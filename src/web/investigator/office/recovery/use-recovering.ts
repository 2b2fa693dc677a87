/** The one pass in which the recovery key is whole. */
import type { CeremonyCode } from "../../../../client/ceremony/refusal.ts";
import { type Passing, useOnePass } from "../../parts/one-pass.ts";
import type { Ask } from "../../vault/vault-client.ts";
import type { RecoveredView, VaultCalls } from "../../vault/messages/vault.ts";

type Seen = {
  /** Heads that were tried so far */
  readonly heads: number;
  /** Undefined until all heads were tried */
  readonly of: number | undefined;
  readonly unopened: number;
  /** Each case once, as it stands now */
  readonly recovered: readonly RecoveredView[];
  readonly refused: CeremonyCode | undefined;
};

export type RecoveryPass = Passing<Seen>;

const NOTHING: Seen = { heads: 0, of: undefined, unopened: 0, recovered: [], refused: undefined };

export function useRecovering(ask: Ask) {
  const { run, ...rest } = useOnePass<Seen>();
  return {
    ...rest,
    run: (asked: VaultCalls["recoverCases"]["ask"]) =>
      run(NOTHING, async (signal, see) => {
        const { refused } = await ask("recoverCases", asked, {
          signal,
          onProgress(told) {
            if (!("recovered" in told)) return see(() => told);
            const { recovered: one } = told;
            // One of those that name each other is told twice.
            see(({ recovered }) => ({ recovered: [...recovered.filter(({ handle }) => handle !== one.handle), one] }));
          },
        });
        if (refused === undefined) return "over";
        see(() => ({ refused }));
        return "stopped";
      }),
  };
}
