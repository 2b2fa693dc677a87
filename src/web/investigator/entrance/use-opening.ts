/** The vault on its way from a name and a passphrase to open, and what can end that. */
import { useEffect, useRef, useState } from "preact/hooks";
import { startWorker } from "../../shared/delivery-worker.ts";
import type { Delivery } from "../../shared/delivery.ts";
import {
  type Ask,
  type PageFailure,
  type Vault,
  type VaultLine,
  pageFailureOf,
  startVault,
} from "../vault/vault-client.ts";
import { useLock } from "../parts/lock.ts";
import type { SignedIn } from "../vault/vault-messages.ts";
import { forgetDirectory, recallDirectory, rememberDirectory } from "./device-memory.ts";
import type { OpeningProgress } from "./opening-steps.tsx";
import { sessionEnded } from "./session.ts";

export type Opening = {
  /** Undefined while nothing is being opened */
  readonly progress: OpeningProgress | undefined;
  readonly failure: PageFailure | undefined;
  /** Of the vault that is being opened */
  readonly line: VaultLine | undefined;
  readonly open: (name: string, passphrase: string) => void;
  readonly cancel: () => void;
  /** Where nobody has stated that the directory holds, and who signs in can */
  readonly ask: Ask | undefined;
  /** Lets go of what this device remembers, where that cannot be read. */
  readonly forgetMemory: () => void;
};

export type OnOpened = (name: string, vault: Vault, member: SignedIn) => Promise<void>;

/** `onEnded`: it was cancelled or has failed, and one may type again. */
export function useOpening(delivery: Delivery, onOpened: OnOpened, onEnded: () => void): Opening {
  const [progress, setProgress] = useState<OpeningProgress | undefined>(undefined);
  const [failure, setFailure] = useState<PageFailure | undefined>(undefined);
  const [line, setLine] = useState<VaultLine | undefined>(undefined);
  const [ask, setAsk] = useState<Ask | undefined>(undefined);
  const drop = useRef(() => {});
  const oneAtATime = useLock();
  useEffect(() => () => drop.current(), []);

  const open = async (name: string, passphrase: string): Promise<void> => {
    let isDropped = false;
    let vault: Vault | undefined;
    // One that stayed for its one thing.
    drop.current();
    drop.current = () => {
      isDropped = true;
      vault?.close();
    };
    setFailure(undefined);
    setAsk(undefined);
    setProgress({ stage: "loading", done: undefined });
    try {
      const { roots, builtAt } = delivery;
      const device = recallDirectory(roots);
      await sessionEnded();
      vault = await startVault(() => startWorker(delivery, "worker"));
      if (isDropped) return vault.close();
      setLine(vault.line);
      const member = await vault.ask(
        "signIn",
        { name, passphrase, roots, builtAt, device },
        { onProgress: ({ step, done }) => setProgress({ stage: step, done }) },
      );
      rememberDirectory(roots, member.memberId, member.memory);
      drop.current = () => {};
      await onOpened(name, vault, member);
    } catch (error) {
      if (isDropped) return;
      setProgress(undefined);
      const failed = pageFailureOf(error);
      const isSteward = failed.kind === "directory" && failed.isSteward === true;
      // That vault stays for the one thing that it can do; the next opening, or leaving the page, closes it.
      if (isSteward) setAsk(() => vault?.ask);
      else vault?.close();
      // Nothing is open yet that could be copied: a worker that dies here is one that did not come.
      setFailure(failed.kind === "page" && failed.code === "vault-gone" ? { ...failed, code: "not-loaded" } : failed);
      onEnded();
    }
  };

  return {
    progress,
    failure,
    line,
    ask,
    open: (name, passphrase) => void oneAtATime(() => open(name, passphrase)),
    cancel() {
      drop.current();
      setProgress(undefined);
      onEnded();
    },
    forgetMemory() {
      forgetDirectory(delivery.roots);
      setFailure(undefined);
    },
  };
}
