/** Several cases at once: which are chosen, what is being done with them, how it ended for each, and the way back. */
import { useRef, useState } from "preact/hooks";
import type { ListedWork } from "../../../client/member/case/listed-work.ts";
import { useLock } from "../parts/lock.ts";
import { type Ask, type PageFailure, pageFailureOf } from "../vault/vault-client.ts";
import type { CaseRow } from "../vault/messages/vault.ts";

type Verb = "assign" | "label" | "archive" | "undo";

type OneWork = { readonly handle: string; readonly work: ListedWork };

type ManyOutcome = {
  readonly verb: Verb;
  readonly done: number;
  /** Those for which it failed, each with why; `undefined` in place of a case: all that was left to do */
  readonly failed: readonly { readonly handle: string | undefined; readonly failure: PageFailure }[];
  /** Takes back what nobody but the office has seen */
  readonly undo: readonly OneWork[];
};

export type Many = {
  readonly picked: ReadonlySet<string>;
  /** `order`: handles as the list shows them, where all from the last one are chosen */
  readonly pick: (handle: string, order?: readonly string[]) => void;
  readonly pickAll: (handles: readonly string[]) => void;
  readonly clear: () => void;
  readonly running: { readonly verb: Verb; readonly done: number; readonly of: number } | undefined;
  readonly outcome: ManyOutcome | undefined;
  readonly run: (verb: Verb, works: readonly OneWork[]) => void;
  readonly undo: () => void;
  /** No further case is begun. */
  readonly stop: () => void;
  readonly dismiss: () => void;
  readonly texts: ManyTexts;
};

/** In the place of a case's handle: what is typed for several cases at once. */
export const MANY_HANDLE = "many";

type Reasons = { readonly assigning?: string | undefined; readonly archiving?: string | undefined };

/** What was typed and not sent, by handle; kept with the desk's other drafts. */
export type ManyTexts = {
  readonly of: (handle: string) => Reasons;
  readonly change: (handle: string, change: Reasons) => void;
};

export function useMany(ask: Ask, onRow: (row: CaseRow) => void, texts: ManyTexts): Many {
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const last = useRef<string | undefined>(undefined);
  const [running, setRunning] = useState<Many["running"]>(undefined);
  const [outcome, setOutcome] = useState<ManyOutcome | undefined>(undefined);
  const stopping = useRef<AbortController | undefined>(undefined);
  const oneAtATime = useLock();

  const work = async (verb: Verb, works: readonly OneWork[]): Promise<void> => {
    const controller = new AbortController();
    stopping.current = controller;
    const failed: ManyOutcome["failed"][number][] = [];
    const undo: OneWork[] = [];
    let done = 0;
    setOutcome(undefined);
    setRunning({ verb, done, of: works.length });
    try {
      await ask(
        "workOnListed",
        { works },
        {
          signal: controller.signal,
          onProgress({ handle, row, undo: back, failure }) {
            if (failure === undefined) done++;
            else failed.push({ handle, failure });
            if (row !== undefined) onRow(row);
            if (back !== undefined) undo.push({ handle, work: back });
            const typed = SENT_BY[verb];
            if (failure === undefined && typed !== undefined) texts.change(handle, { [typed]: undefined });
            setRunning({ verb, done: done + failed.length, of: works.length });
          },
        },
      );
    } catch (error) {
      if (!controller.signal.aborted) failed.push({ handle: undefined, failure: pageFailureOf(error) });
    }
    const typed = SENT_BY[verb];
    if (failed.length === 0 && typed !== undefined) texts.change(MANY_HANDLE, { [typed]: undefined });
    setRunning(undefined);
    setOutcome({ verb, done, failed, undo });
    // What failed stays chosen: one tries again, or looks at it.
    setPicked(new Set(failed.flatMap(({ handle }) => handle ?? [])));
  };

  return {
    picked,
    pick(handle, order = []) {
      const [from, to] = [order.indexOf(last.current ?? ""), order.indexOf(handle)];
      const range = from === -1 || to === -1 ? [handle] : order.slice(Math.min(from, to), Math.max(from, to) + 1);
      last.current = handle;
      setPicked((before) => {
        const without = new Set([...before].filter((one) => !range.includes(one)));
        return before.has(handle) ? without : new Set([...before, ...range]);
      });
    },
    pickAll: (handles) => setPicked(new Set(handles)),
    clear: () => setPicked(new Set()),
    running,
    outcome,
    run: (verb, works) => void oneAtATime(() => work(verb, works)),
    undo: () => void (outcome !== undefined && oneAtATime(() => work("undo", outcome.undo))),
    stop: () => stopping.current?.abort(),
    dismiss: () => setOutcome(undefined),
    texts,
  };
}

const SENT_BY: Readonly<Partial<Record<Verb, keyof Reasons>>> = { assign: "assigning", archive: "archiving" };
