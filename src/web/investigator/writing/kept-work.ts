/**
 * Work that outlives a lock: what was typed, which cases the list shows and which one is open, sealed by the vault under
 * its own key. The page holds the sealed bytes in its memory, never on the disk, and the same member's next vault in
 * this page opens them (docs/decisions/0062).
 */
import { useEffect, useRef } from "preact/hooks";
import type { Selection } from "../list/case-selection.ts";
import type { Ask, Vault } from "../vault/vault-client.ts";
import type { KeptDrafts } from "./drafts.ts";

export type Work = {
  readonly drafts: KeptDrafts;
  readonly selection: Selection | undefined;
  /** The case that is open */
  readonly handle: string | undefined;
};

const NO_WORK: Work = { drafts: {}, selection: undefined, handle: undefined };

/** `texts`: how many unsent texts are in it */
export type KeptWork = { readonly sealed: Uint8Array; readonly texts: number };

/** A moment after the last key, so that a vault that dies takes no more than that. */
const REST_MS = 300;
/** Locking waits no longer for a vault that is busy: what was sealed last is kept then. */
const PATIENCE_MS = 1_000;

/** Seals on each change. Returns what seals the newest before the vault is closed. */
export function useKeptWork(
  ask: Ask,
  work: Work,
  texts: number,
  onKept: (kept: KeptWork) => void,
): () => Promise<void> {
  const newest = useRef({ work, texts });
  newest.current = { work, texts };
  const sealed = useRef<Work | undefined>(undefined);

  const seal = async (): Promise<void> => {
    const { work: now, texts: count } = newest.current;
    if (sealed.current === now) return;
    const answer = await ask("sealDrafts", { drafts: JSON.stringify(now) });
    sealed.current = now;
    onKept({ sealed: answer.sealed, texts: count });
  };
  useEffect(() => {
    // A vault that cannot any more is told of by whatever else is asked of it.
    const timer = setTimeout(() => void seal().catch(() => {}), REST_MS);
    return () => clearTimeout(timer);
  }, [work]);

  return () => Promise.race([seal().catch(() => {}), new Promise<void>((resolve) => setTimeout(resolve, PATIENCE_MS))]);
}

/** Opens it for the member that it was sealed for. What does not open is nobody's work here. */
export async function openWork(vault: Vault, kept: KeptWork | undefined): Promise<Work> {
  if (kept === undefined) return NO_WORK;
  try {
    const { drafts } = await vault.ask("openDrafts", { sealed: kept.sealed });
    return JSON.parse(drafts) as Work;
  } catch {
    return NO_WORK;
  }
}
