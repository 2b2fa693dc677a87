/** A case file being made: recorded first, then fetched, written, signed and saved. */
import { useState } from "preact/hooks";
import { isRedacted } from "../../../client/case-file/case-file.ts";
import { speak } from "../../../words/speech.ts";
import { useAbortable } from "../parts/abortable.ts";
import { lookInto } from "../files/answer/answer-files.ts";
import { type Downloads, downloadFailureOf } from "../files/downloads.ts";
import { type Saving, chooseSaving } from "../files/saving.ts";
import { zipStream } from "../files/zip/zip.ts";
import { type Ask, type PageFailure, VaultError } from "../vault/vault-client.ts";
import { NotNoted, type SealOrder, type SealedFile, sealInto } from "../referral/sealed-file.ts";
import { useOffice } from "../parts/office.ts";
import type { CaseView } from "../vault/messages/vault.ts";
import type { CaseWork } from "../writing/case-work.ts";
import type { UnnotedWords } from "../writing/drafts.ts";
import { type Around, type Choices, chosenFiles, fileOf, recordOf } from "./choices.ts";
import { type Fetched, enclose, packEntries } from "./making.ts";
import { paperOf } from "./paper.ts";

export type Making =
  | { readonly is: "recording" }
  | { readonly is: "making"; readonly done: number; readonly all: number }
  | { readonly is: "stopped" }
  | { readonly is: "conflict" }
  | {
      readonly is: "saved";
      readonly name: string;
      /** Files that were chosen and are not in it: gone or with hidden words, and those that were not clean */
      readonly absent: number;
      readonly unclean: number;
      readonly sealed: SealedFile | undefined;
    }
  | { readonly is: "failed"; readonly failure: PageFailure };

/** The package whose words, hash and receipt are shown: the one that was just made, or one over which the desk was locked. */
export function shownPackage(
  making: Making | undefined,
  unnoted: UnnotedWords | undefined,
  { casework: { referrals } }: Pick<CaseView, "casework">,
): (SealedFile & { readonly isFromBefore: boolean }) | undefined {
  if (isUnderWay(making)) return undefined;
  if (making?.is === "saved" && making.sealed !== undefined) return { ...making.sealed, isFromBefore: false };
  // What was not written down was thrown away, and its words open nothing.
  const isThere = referrals.some(({ content }) => content.sha256 === unnoted?.record.sha256);
  return unnoted === undefined || !isThere ? undefined : { ...unnoted, isFromBefore: true };
}

export function isUnderWay(making: Making | undefined): boolean {
  return making?.is === "recording" || making?.is === "making";
}

/**
 * What ends the dialog, or puts another file in the place of this one: who closes before the words were noted has made a
 * package that nobody opens. @param noted words that somebody says are noted
 */
export function endingOf(
  making: Making | undefined,
  words: readonly string[],
  noted: readonly string[] | undefined,
): "stop" | "ask" | "go" {
  if (isUnderWay(making)) return "stop";
  return words.length > 0 && words !== noted ? "ask" : "go";
}

export type MakingTools = {
  readonly ask: Ask;
  readonly view: CaseView;
  readonly work: CaseWork;
  readonly downloads: Downloads;
  /** Words that were drawn, for as long as nobody has noted them */
  readonly onUnnoted: (unnoted: UnnotedWords | undefined) => Promise<void>;
};

const KEY = "case-file";

export function useMaking({ ask, view, work, downloads, onUnnoted }: MakingTools) {
  const [making, setMaking] = useState<Making | undefined>(undefined);
  const running = useAbortable();
  const { profiles } = useOffice();
  const { handle, registerNumber } = view.row;

  const make = async (
    choices: Choices,
    around: Around,
    seal: SealOrder | undefined,
    signal: AbortSignal,
  ): Promise<void> => {
    const files = chosenFiles(view, choices);
    let saving: Saving | undefined;
    let done = 0;
    const take = async ({ place, file }: (typeof files)[number]): Promise<Fetched | undefined> => {
      try {
        return await downloads.fetch(handle, place, file, { signal, onProgress: () => {} });
      } catch (error) {
        if (signal.aborted || !isGone(error)) throw error;
        return undefined;
      } finally {
        setMaking({ is: "making", done: ++done, all: files.length });
      }
    };
    try {
      const suggested = `segel-berkas-${registerNumber}.zip${seal === undefined ? "" : ".age"}`;
      // While the press of the button counts: a browser opens no window later.
      saving = await chooseSaving(suggested, true);
      if (saving === undefined) return setMaking(undefined);
      let packed = 0;
      const sealing = seal && (await sealInto(saving, seal, { ask, work, filesIn: () => packed, onUnnoted }));
      saving = sealing?.saving ?? saving;
      setMaking({ is: "recording" });
      const written = await work.writeRecord(recordOf(view, choices));
      if (written.is !== "stored" && written.is !== "stored-before") {
        await saving.abandon();
        return setMaking(written.is === "failed" ? written : { is: "conflict" });
      }
      setMaking({ is: "making", done: 0, all: files.length });
      const { hidden, unclean } = choices;
      const asSent = choices.reporter === "included";
      const enclosed = await enclose(files, take, { asSent, unclean, hidden, look: lookInto });
      const { reporter } = choices;
      const proved = isRedacted(choices) ? undefined : (await ask("proveCase", { handle, reporter })).proved;
      const file = fileOf(view, choices, around, { copies: enclosed.copies, trail: proved?.trail });
      const paper = paperOf(file, speak(choices.language), profiles);
      const entries = await packEntries({ file, paper, enclosed, proof: proved?.proof }, async (order) => {
        return (await ask("signExport", { handle, order })).entries;
      });
      packed = entries.length;
      const reader = zipStream(entries).getReader();
      for (let read = await reader.read(); !read.done; read = await reader.read()) {
        signal.throwIfAborted();
        await saving.write(read.value);
      }
      const { name } = await saving.finish(async () => suggested);
      const absent = files.length - enclosed.entries.length - enclosed.unclean;
      setMaking({ is: "saved", name, absent, unclean: enclosed.unclean, sealed: sealing?.sealed() });
    } catch (error) {
      await saving?.abandon();
      if (error instanceof NotNoted && !signal.aborted)
        return setMaking(error.failure === undefined ? { is: "conflict" } : { is: "failed", failure: error.failure });
      setMaking(signal.aborted ? { is: "stopped" } : { is: "failed", failure: downloadFailureOf(error) });
    }
  };

  return {
    making,
    make: (choices: Choices, around: Around, seal: SealOrder | undefined) =>
      void running.run(KEY, (signal) => make(choices, around, seal, signal)),
    stop: () => running.abort(KEY),
    forget: () => setMaking(undefined),
  };
}

/** What concerns this file alone: the others go without it. */
function isGone(error: unknown): boolean {
  if (!(error instanceof VaultError) || error.failure.kind !== "refusal") return false;
  return error.failure.code === "file-damaged" || error.failure.code === "file-missing";
}
