/** What was typed and not sent yet, case by case: in this page's memory alone, so that it goes when the vault is locked. */
import { useCallback, useState } from "preact/hooks";
import type { Outcome, State } from "../../protocol/casework.ts";

export type MoveDraft = {
  readonly to: State | undefined;
  readonly outcome: Outcome | undefined;
  readonly text: string;
};

export type Draft = {
  readonly answer: string;
  readonly note: string;
  /** Undefined while the form is closed */
  readonly move: MoveDraft | undefined;
};

export const NO_DRAFT: Draft = { answer: "", note: "", move: undefined };

export type Drafts = {
  readonly of: (handle: string) => Draft;
  readonly change: (handle: string, change: Partial<Draft>) => void;
  /** Texts that would be lost */
  readonly texts: number;
  /** Handles of the cases that they belong to */
  readonly handles: readonly string[];
};

export function useDrafts(): Drafts {
  const [all, setAll] = useState<ReadonlyMap<string, Draft>>(new Map());
  const change = useCallback(
    (handle: string, changed: Partial<Draft>) =>
      setAll((before) => new Map(before).set(handle, { ...(before.get(handle) ?? NO_DRAFT), ...changed })),
    [],
  );
  const unsent = [...all].filter(([, draft]) => textsIn(draft) > 0);
  return {
    of: (handle) => all.get(handle) ?? NO_DRAFT,
    change,
    texts: unsent.reduce((sum, [, draft]) => sum + textsIn(draft), 0),
    handles: unsent.map(([handle]) => handle),
  };
}

function textsIn({ answer, note, move }: Draft): number {
  return [answer, note, move?.text ?? ""].filter((text) => text.trim() !== "").length;
}
