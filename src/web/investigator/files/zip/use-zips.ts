/** A case's files on their way into one ZIP. It goes on while one looks at another case, and ends with the vault. */
import { useState } from "preact/hooks";
import type { ApiErrorCode } from "../../../../client/line/http.ts";
import { useAbortable } from "../../parts/abortable.ts";
import { type PageFailure, VaultError } from "../../vault/vault-client.ts";
import type { CaseView } from "../../vault/messages/vault.ts";
import { type Downloads, downloadFailureOf } from "../downloads.ts";
import type { FetchProgress } from "../fetching.ts";
import type { CaseFileEntry } from "../file-list.ts";
import { type Saving, chooseSaving } from "../saving.ts";
import { type Absence, type Absent, packCase } from "./case-zip.ts";
import { LARGEST_IN_MEMORY_BYTES, zipStream } from "./zip.ts";

type Zip =
  | { readonly is: "running"; readonly bytes: number; readonly of: number; readonly trouble?: ApiErrorCode | undefined }
  | { readonly is: "stopped" }
  | { readonly is: "saved"; readonly name: string; readonly packed: number; readonly absent: readonly Absent[] }
  | { readonly is: "failed"; readonly failure: PageFailure };

export type Zips = {
  readonly of: (handle: string) => Zip | undefined;
  readonly start: (view: CaseView, files: readonly CaseFileEntry[]) => void;
  readonly stop: (handle: string) => void;
};

export function useZips(downloads: Downloads): Zips {
  const [all, setAll] = useState<ReadonlyMap<string, Zip>>(new Map());
  const running = useAbortable();

  const pack = async (
    { row, missingFiles }: CaseView,
    entries: readonly CaseFileEntry[],
    signal: AbortSignal,
  ): Promise<void> => {
    const { handle } = row;
    const show = (zip: Zip) => setAll((before) => new Map(before).set(handle, zip));
    const of = entries.reduce((sum, { file }) => sum + file.size, 0);
    let done = 0;
    const absent: Absent[] = [];

    const take = async ({ place, file }: CaseFileEntry) => {
      try {
        const onProgress = ({ bytes, trouble }: FetchProgress) =>
          show({ is: "running", bytes: done + bytes, of, trouble });
        return await downloads.fetch(handle, place, file, { signal, onProgress });
      } catch (error) {
        const why = signal.aborted ? undefined : absenceIn(error);
        if (why === undefined) throw error;
        return why;
      } finally {
        done += file.size;
      }
    };
    const suggestedName = `segel-${row.registerNumber}.zip`;
    let saving: Saving | undefined;
    try {
      saving = await chooseSaving(suggestedName, of <= LARGEST_IN_MEMORY_BYTES);
      if (saving === undefined) return;
      signal.throwIfAborted();
      // A disk that does not answer must not keep anybody from stopping.
      const stopped = new Promise<never>((_, reject) => signal.addEventListener("abort", () => reject(signal.reason)));
      stopped.catch(() => {});
      show({ is: "running", bytes: 0, of });
      const packing = packCase({
        files: entries.map((entry) => ({ ...entry, name: entry.file.name, day: entry.entry.storedOn })),
        take,
        announced: missingFiles.map(({ name }) => name),
        day: row.arrivedOn,
        onAbsent: (one) => absent.push(one),
      });
      const reader = zipStream(packing).getReader();
      for (let read = await reader.read(); !read.done; read = await reader.read()) {
        await Promise.race([saving.write(read.value), stopped]);
      }
      signal.throwIfAborted();
      const { name } = await saving.finish(async () => suggestedName);
      const left = absent.filter(({ why }) => why !== "not-come").length;
      show({ is: "saved", name, packed: entries.length - left, absent });
    } catch (error) {
      await saving?.abandon();
      show(signal.aborted ? { is: "stopped" } : { is: "failed", failure: downloadFailureOf(error) });
    }
  };

  return {
    of: (handle) => all.get(handle),
    start: (view, entries) => void running.run(view.row.handle, (signal) => pack(view, entries, signal)),
    stop: running.abort,
  };
}

/** What concerns this file alone: the others go into the ZIP without it. */
function absenceIn(error: unknown): Absence | undefined {
  if (!(error instanceof VaultError) || error.failure.kind !== "refusal") return undefined;
  if (error.failure.code === "file-damaged") return "damaged";
  return error.failure.code === "file-missing" ? "missing" : undefined;
}
