/** Figures of any period, counted by the worker of the figures from the cases of the list. */
import { useEffect, useState } from "preact/hooks";
import type { FigureCalendar } from "../../../client/figures/figure-case.ts";
import type { Counting, Figures } from "../../../client/figures/figures.ts";
import { type AskWorker, openWorker } from "../../shared/ask-worker.ts";
import type { FiguresCalls } from "../figures/figures-messages.ts";
import { sourceOf } from "../figures/use-figures.ts";
import { VaultError } from "../vault/vault-client.ts";
import type { CaseRow } from "../vault/messages/vault.ts";

export type Count = (counting: Counting) => Promise<Figures>;

/** Undefined until the list is whole and the worker has it. */
export function useCounter(
  start: () => Promise<Worker>,
  rows: readonly CaseRow[] | undefined,
  calendar: FigureCalendar,
): Count | undefined {
  const [count, setCount] = useState<Count | undefined>(undefined);
  useEffect(() => {
    if (rows === undefined) return undefined;
    let worker: AskWorker<FiguresCalls> | undefined;
    let isHere = true;
    void (async () => {
      worker = await openWorker<FiguresCalls, undefined>(
        start,
        () => new VaultError({ kind: "page", code: "not-loaded" }),
      );
      const opened = worker;
      await opened.ask("take", { sources: rows.map(sourceOf), calendar });
      if (isHere) setCount(() => async (counting: Counting) => (await opened.ask("count", counting)).figures);
      else opened.end();
    })().catch(() => {});
    return () => {
      isHere = false;
      worker?.end();
    };
  }, [rows, calendar]);
  return count;
}
