/** Who has left by the newest directory and may still hold keys of cases in the list. */
import { useEffect, useState } from "preact/hooks";
import { mayHold } from "../../../client/member/list/listed-readers.ts";
import type { Ask } from "../vault/vault-client.ts";
import type { LeaverView, LeaversView } from "../vault/messages/leaving.ts";
import type { CaseRow } from "../vault/messages/vault.ts";

/** @param when asked anew whenever it changes: a directory may have, too */
export function useLeavers(ask: Ask, isAsked: boolean, when: unknown): LeaversView | undefined {
  const [found, setFound] = useState<LeaversView | undefined>(undefined);
  useEffect(() => {
    // Where it cannot be asked for, other questions say so; the banner waits for the next time.
    if (isAsked) ask("readLeavers", {}).then(setFound, () => {});
  }, [isAsked, when]);
  return found;
}

export type Holding = { readonly leaver: LeaverView; readonly cases: number };

/** Of each who has left: open cases of the list whose keys they have. */
export function holdingOf(
  leavers: readonly LeaverView[],
  rows: readonly Pick<CaseRow, "state" | "digest">[],
): Holding[] {
  return leavers.map((leaver) => ({ leaver, cases: rows.filter((row) => mayHold(leaver.id, row)).length }));
}
