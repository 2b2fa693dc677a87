/** Something that a page asks the vault for: busy meanwhile, and told where it fails. */
import { useState } from "preact/hooks";
import { useLock } from "./lock.ts";
import { type PageFailure, pageFailureOf } from "../vault/vault-client.ts";

export type Work = {
  readonly busy: boolean;
  readonly failure: PageFailure | undefined;
  /** One thing at a time; what fails is told. True where it was done */
  readonly run: (work: () => Promise<void>) => void;
};

export function useWork(): Work {
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<PageFailure | undefined>(undefined);
  const oneAtATime = useLock();
  const run = async (work: () => Promise<void>): Promise<void> => {
    setBusy(true);
    setFailure(undefined);
    try {
      await work();
    } catch (error) {
      setFailure(pageFailureOf(error));
    } finally {
      setBusy(false);
    }
  };
  return { busy, failure, run: (work) => void oneAtATime(() => run(work)) };
}
