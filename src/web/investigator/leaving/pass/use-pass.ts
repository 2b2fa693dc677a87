import { type Passing, useOnePass } from "../../parts/one-pass.ts";
import type { PassAsk } from "../../vault/messages/leaving.ts";
import type { Ask } from "../../vault/vault-client.ts";
import type { CaseRow, PassedView } from "../../vault/messages/vault.ts";

export type Pass = Passing<{
  readonly asked: PassAsk;
  /** Undefined until it is known how many cases there are */
  readonly of: number | undefined;
  /** How it ended for each */
  readonly passed: readonly PassedView[];
}>;

export function usePass(ask: Ask, onRow: (row: CaseRow) => void) {
  const { run, ...rest } = useOnePass<Pick<Pass, "asked" | "of" | "passed">>();
  return {
    ...rest,
    run: (asked: PassAsk) =>
      run({ asked, of: undefined, passed: [] }, async (signal, see) => {
        await ask("passOver", asked, {
          signal,
          onProgress({ of, passed: one }) {
            if (one?.row !== undefined) onRow(one.row);
            see(({ passed }) => ({ of, passed: one === undefined ? passed : [...passed, one] }));
          },
        });
        return "over";
      }),
  };
}
