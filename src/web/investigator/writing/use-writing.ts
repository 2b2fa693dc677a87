/** What happens to a text between the button and the server's answer. It stays in its box until it is stored. */
import { useState } from "preact/hooks";
import { useLock } from "../parts/lock.ts";
import type { WriteResult } from "./case-work.ts";
import type { PageFailure } from "../vault/vault-client.ts";
import type { EntryView } from "../vault/messages/vault.ts";

export type Writing = {
  readonly busy: boolean;
  readonly failure: PageFailure | undefined;
  /** Written by a colleague meanwhile; undefined when there is no conflict */
  readonly newer: readonly EntryView[] | undefined;
  /** How the last try ended, where nothing went wrong */
  readonly done: "stored" | "stored-before" | "stopped" | undefined;
  readonly submit: () => void;
  /** The person has decided: the conflict is over, the text stays or was cleared. */
  readonly settle: () => void;
};

export function useWriting(write: () => Promise<WriteResult>, onStored: () => void): Writing {
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<PageFailure | undefined>(undefined);
  const [newer, setNewer] = useState<readonly EntryView[] | undefined>(undefined);
  const [done, setDone] = useState<Writing["done"]>(undefined);

  const oneAtATime = useLock();
  const submit = async (): Promise<void> => {
    setBusy(true);
    setFailure(undefined);
    setDone(undefined);
    const result = await write();
    setBusy(false);
    setNewer(result.is === "conflict" ? result.newer : undefined);
    if (result.is === "failed") setFailure(result.failure);
    if (result.is === "stopped") setDone("stopped");
    if (result.is === "stored" || result.is === "stored-before") {
      setDone(result.is);
      onStored();
    }
  };

  return {
    busy,
    failure,
    newer,
    done,
    submit: () => void oneAtATime(submit),
    settle() {
      setNewer(undefined);
      setFailure(undefined);
    },
  };
}
