/** Reading one case and writing into it, so that nothing typed is lost when a colleague is quicker. */
import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import type { ApiErrorCode } from "../../../client/line/http.ts";
import type { Telling } from "../../../client/member/case/member-case.ts";
import type { ReadRecord, RecordContent } from "../../../protocol/records.ts";
import { type Ask, type PageFailure, VaultError, pageFailureOf } from "../vault/vault-client.ts";
import { arrivedIn, entryName, useFreshCase } from "./arrived.ts";
import type { ChosenFile, SendingStep } from "../vault/messages/files.ts";
import type { CaseRow, CaseView, EntryView, Move, ReadersAsk } from "../vault/messages/vault.ts";

/** How an attempt to write has ended. */
export type WriteResult =
  | { readonly is: "stored" }
  /** What was typed was there already: only the answer to an earlier try had been lost. */
  | { readonly is: "stored-before" }
  /** The person stopped it: nothing was sent, and what has arrived of the files stays. */
  | { readonly is: "stopped" }
  /** A colleague wrote first; what is new stands beside what was typed. */
  | { readonly is: "conflict"; readonly newer: readonly EntryView[] }
  | { readonly is: "failed"; readonly failure: PageFailure };

export type CaseWork = {
  readonly view: CaseView | undefined;
  readonly failure: PageFailure | undefined;
  /** It was open, and is so no more: removed, or this member was taken out of it */
  readonly isGone: boolean;
  /** Entries that others have added since the case was opened, by `entryName` */
  readonly arrived: ReadonlySet<string>;
  /** Something has come that nobody has said to have seen */
  readonly hasNews: boolean;
  readonly settleNews: () => void;
  readonly load: () => void;
  /** Reads one more page of what the reporter wrote, from then on. */
  readonly loadEarlier: () => Promise<void>;
  readonly sendAnswer: (text: string) => Promise<WriteResult>;
  readonly sendFiles: (
    text: string,
    files: readonly ChosenFile[],
    way: { readonly onProgress: (step: SendingStep) => void; readonly signal: AbortSignal },
  ) => Promise<WriteResult>;
  readonly dropFile: (file: Pick<ChosenFile, "number">) => void;
  readonly saveNote: (text: string) => Promise<WriteResult>;
  readonly move: (move: Move) => Promise<WriteResult>;
  readonly issueReceipt: () => Promise<WriteResult>;
  /**
   * Writes down what was decided about the case. A colleague's note or other record in between is no conflict: it is
   * one where `isUpToDate` says of the case, as it is now, that what this was made upon has changed.
   */
  readonly writeRecord: (record: RecordContent, isUpToDate?: (view: CaseView) => boolean) => Promise<WriteResult>;
  readonly tell: (content: Telling) => Promise<WriteResult>;
  /** `leaves`: the member is among those who are taken out, and does not open the case again. */
  readonly changeReaders: (change: ReadersAsk & { readonly leaves?: boolean }) => Promise<WriteResult>;
  /** Who was not quick enough sees what the colleague did. */
  readonly takeDiscardStep: (step: DiscardAsk) => Promise<WriteResult>;
};

type DiscardAsk = { readonly step: "propose"; readonly reason: string } | { readonly step: "agree" | "keep" };

type Thread = "conversation" | "notes";

/** Colleagues who write at the same time are few: whoever was overtaken so often is told, and tries again by hand. */
const MOST_OVERTAKEN = 5;

/** The case as the list has it, who works on it here, and into which of its threads something is being typed. */
type About = {
  readonly row: CaseRow | undefined;
  readonly me: string;
  readonly isTyping: { readonly [Each in Thread]: boolean };
  /** `quietly`: nobody has asked for it */
  readonly onRow: (row: CaseRow, quietly: boolean) => void;
};

const NOTHING: { readonly [Each in Thread]: readonly EntryView[] } = { conversation: [], notes: [] };

export function useCaseWork(ask: Ask, handle: string, { row, me, isTyping, onRow }: About): CaseWork {
  const [view, setView] = useState<CaseView | undefined>(undefined);
  const [failure, setFailure] = useState<PageFailure | undefined>(undefined);
  const [isGone, setGone] = useState(false);
  const [arrived, setArrived] = useState<ReadonlySet<string>>(new Set());
  const [hasNews, setHasNews] = useState(false);
  const shown = useRef<CaseView | undefined>(undefined);
  const typing = useRef(isTyping);
  typing.current = isTyping;
  /** Came from colleagues while somebody typed, who did not have it before the eyes when it was begun */
  const overlooked = useRef(NOTHING);
  const present = useRef(true);
  const pages = useRef(1);
  const asked = useRef(0);

  const load = useCallback(
    async (quietly = false): Promise<CaseView | undefined> => {
      const number = ++asked.current;
      try {
        const found = await ask("openCase", { handle, pages: pages.current });
        onRow(found.row, quietly);
        if (!present.current) return undefined;
        // What was asked for last is what the vault writes behind, whichever came first.
        if (number === asked.current) {
          setFailure(undefined);
          setGone(false);
          take(found, quietly);
        }
        return found;
      } catch (error) {
        if (present.current && number === asked.current) fail(error, quietly);
        return undefined;
      }
    },
    [ask, handle, onRow],
  );

  const take = (found: CaseView, quietly: boolean): void => {
    const before = shown.current;
    shown.current = found;
    setView(found);
    if (before === undefined) return;
    const { entries, isAnything } = arrivedIn(before, found, me);
    if (entries.length > 0) setArrived((known) => new Set([...known, ...entries.map(entryName)]));
    if (!quietly || !isAnything) return;
    setHasNews(true);
    const inThread = (thread: Thread) =>
      typing.current[thread] ? entries.filter((one) => isOfColleague(one) && found[thread].includes(one)) : [];
    const { conversation, notes } = overlooked.current;
    overlooked.current = {
      conversation: [...conversation, ...inThread("conversation")],
      notes: [...notes, ...inThread("notes")],
    };
  };

  const fail = (error: unknown, quietly: boolean): void => {
    if (shown.current !== undefined && isCode(error, "not-found")) {
      shown.current = undefined;
      setView(undefined);
      setFailure(undefined);
      setGone(true);
      return;
    }
    // A line that is cut comes back, and the next look asks again.
    if (!quietly) setFailure(pageFailureOf(error));
  };

  useFreshCase(row, view !== undefined, () => void load(true));

  const settleNews = () => {
    setHasNews(false);
    overlooked.current = NOTHING;
  };

  useEffect(() => {
    present.current = true;
    void load();
    return () => {
      present.current = false;
    };
  }, [load]);

  const write = async (
    thread: Thread,
    put: () => Promise<unknown>,
    isOwn: (entry: EntryView) => boolean,
    signal?: AbortSignal,
  ): Promise<WriteResult> => {
    const newer = overlooked.current[thread];
    if (newer.length > 0) {
      settleNews();
      return { is: "conflict", newer };
    }
    const before = view?.[thread] ?? [];
    try {
      await put();
    } catch (error) {
      if (isCode(error, "not-found")) await loadHere();
      if (!wasTaken(error))
        // Cut off in the middle of the message nobody knows whether it was sent, and "stopped" would say that it was not.
        return signal?.aborted === true && !isCode(error, "unreachable")
          ? { is: "stopped" }
          : { is: "failed", failure: pageFailureOf(error) };
      const now = await loadHere();
      if (now === undefined) return { is: "failed", failure: pageFailureOf(error) };
      const others = now[thread].filter(
        (entry) => isOfColleague(entry) && !before.some((known) => isSame(known, entry)),
      );
      if (others.some(isOwn)) return { is: "stored-before" };
      // A quiet look may have come in between with the same: it is shown now, and not a second time at the next press.
      overlooked.current = { ...overlooked.current, [thread]: [] };
      return { is: "conflict", newer: others };
    }
    await loadHere();
    return { is: "stored" };
  };
  // Somebody who has gone to another case has that one open in the vault.
  const loadHere = async () => (present.current ? load() : undefined);

  return {
    view,
    failure,
    isGone,
    arrived,
    hasNews,
    settleNews,
    load: () => void load(),
    async loadEarlier() {
      pages.current += 1;
      if ((await load()) === undefined) pages.current -= 1;
    },
    sendAnswer: (text) =>
      write(
        "conversation",
        () => ask("sendAnswer", { handle, text }),
        ({ message }) => message?.kind === "text" && message.text === text,
      ),
    sendFiles: (text, files, way) =>
      write(
        "conversation",
        () => ask("sendFiles", { handle, text, files }, way),
        ({ message }) =>
          message?.kind === "files" &&
          message.text === text &&
          message.files.length === files.length &&
          message.files.every(({ name, size }, at) => name === files[at]?.file.name && size === files[at]?.file.size),
        way.signal,
      ),
    // What cannot be taken back now the server removes by itself.
    dropFile: ({ number }) => void ask("dropFile", { handle, number }).catch(() => {}),
    saveNote: (text) =>
      write(
        "notes",
        () => ask("saveNote", { handle, text }),
        ({ message }) => message?.kind === "text" && message.text === text,
      ),
    async writeRecord(record, isUpToDate = () => true) {
      let known = view;
      for (let overtaken = 0; ; overtaken++) {
        if (known !== undefined && !isUpToDate(known)) return { is: "conflict", newer: [] };
        try {
          await ask("writeRecord", { handle, record });
        } catch (error) {
          if (!isCode(error, "conflict") || overtaken === MOST_OVERTAKEN)
            return { is: "failed", failure: pageFailureOf(error) };
          const before = known?.records.at(-1)?.sequence ?? 0;
          known = await loadHere();
          if (known === undefined) return { is: "failed", failure: pageFailureOf(error) };
          const isOwn = known.records.some((one) => one.sequence > before && isSameRecord(one.record, record));
          if (isOwn) return { is: "stored-before" };
          continue;
        }
        await loadHere();
        return { is: "stored" };
      }
    },
    changeReaders: async ({ leaves = false, ...change }) => {
      try {
        await ask("changeReaders", { handle, ...change });
      } catch (error) {
        if (!wasTaken(error)) return { is: "failed", failure: pageFailureOf(error) };
        await loadHere();
        return { is: "conflict", newer: [] };
      }
      if (!leaves) await loadHere();
      return { is: "stored" };
    },
    takeDiscardStep: async (step) => {
      try {
        await ask("takeDiscardStep", { handle, ...step });
      } catch (error) {
        const isOld = isCode(error, "conflict") || (error instanceof VaultError && isChanged(error.failure));
        if (isOld) await loadHere();
        return { is: "failed", failure: pageFailureOf(error) };
      }
      await loadHere();
      return { is: "stored" };
    },
    issueReceipt: () =>
      write(
        "conversation",
        () => ask("issueReceipt", { handle }),
        ({ message }) => message?.kind === "receipt",
      ),
    tell: (content) =>
      write(
        "conversation",
        () => ask("tellReporter", { handle, content }),
        ({ message }) =>
          (message?.kind === "promise" || message?.kind === "profile") &&
          message.kind === content.kind &&
          message.text === content.text,
      ),
    move: (move) =>
      write(
        "conversation",
        () => ask("moveCase", { handle, move }),
        ({ message }) =>
          message?.kind === "status" &&
          message.state === move.to &&
          message.text === move.text &&
          message.outcome === move.outcome,
      ),
  };
}

/** The place where it should stand is taken, or the case has moved on meanwhile. */
function wasTaken(error: unknown): boolean {
  return isCode(error, "conflict") || isCode(error, "move-not-allowed");
}

function isCode(error: unknown, code: ApiErrorCode): boolean {
  return error instanceof VaultError && error.failure.kind === "api" && error.failure.code === code;
}

function isChanged(failure: PageFailure): boolean {
  return failure.kind === "refusal" && failure.code === "changed";
}

/** What stands there is what was to be written: only the answer to an earlier try had been lost. */
function isSameRecord(stored: ReadRecord, record: RecordContent): boolean {
  const { unknown, ...content } = stored;
  return unknown === undefined && sortedJson(content) === sortedJson(record);
}

function sortedJson(value: object): string {
  return JSON.stringify(Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1))));
}

function isOfColleague({ direction }: EntryView): boolean {
  return direction !== "reporter";
}

function isSame(a: EntryView, b: EntryView): boolean {
  return a.direction === b.direction && a.sequence === b.sequence;
}
