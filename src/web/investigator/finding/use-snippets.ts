import { useEffect, useState } from "preact/hooks";
import type { Snippet } from "../../../client/finding/snippet.ts";
import type { Ask } from "../vault/vault-client.ts";
import type { Finding } from "./use-finding.ts";

export type Snippets = Readonly<Record<string, readonly Snippet[]>>;

/** The first of a screen come first; nobody waits for those below. */
const ROWS_AT_ONCE = 20;

/** Where the words stand in these cases. What was shown stays until it is known anew, so that nothing jumps. */
export function useSnippets(ask: Ask, handles: readonly string[], ranks: Finding["ranks"]): Snippets {
  const [snippets, setSnippets] = useState<Snippets>({});
  useEffect(() => {
    let isOver = false;
    const show = async (): Promise<void> => {
      let shown: Snippets = {};
      for (let at = 0; at < handles.length && !isOver; at += ROWS_AT_ONCE) {
        const answer = await ask("showFound", { handles: handles.slice(at, at + ROWS_AT_ONCE) });
        shown = { ...shown, ...answer.snippets };
        if (!isOver) setSnippets(shown);
      }
    };
    // Without them the rows are there all the same.
    show().catch(() => {});
    return () => {
      isOver = true;
    };
  }, [ask, ranks, handles.join(" ")]);
  return snippets;
}
