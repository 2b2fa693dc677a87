/**
 * Files of cases that were opened or are on their way. What is known of them is in this page's memory alone:
 * they go on while one looks at another case, and end with the vault.
 */
import { useRef, useState } from "preact/hooks";
import type { Recognition } from "../../../evidence/recognise.ts";
import { useAbortable } from "../parts/abortable.ts";
import { type Ask, type PageFailure, pageFailureOf } from "../vault/vault-client.ts";
import type { FilePlace, FileView } from "../vault/messages/files.ts";
import { type FetchProgress, fetchFile } from "./fetching.ts";
import { placeKey } from "./file-list.ts";
import { type KnownFile, UNRECOGNISED, honestName, recogniseBlob } from "./known-file.ts";
import { NotSaved, chooseSaving } from "./saving.ts";

type DownloadJob =
  | { readonly is: "running"; readonly progress: FetchProgress }
  | { readonly is: "stopped" }
  | { readonly is: "saved"; readonly name: string }
  | { readonly is: "failed"; readonly failure: PageFailure };

export type FileState = { readonly known?: KnownFile | undefined; readonly job?: DownloadJob | undefined };

export type Downloads = {
  readonly of: (handle: string, place: FilePlace) => FileState;
  /** Fetched whole, verified and recognised. Undefined where that was stopped or failed, which `of` tells. */
  readonly open: (handle: string, place: FilePlace, file: FileView) => Promise<Blob | undefined>;
  /** On this device; out of the vault, or `whole` where it was fetched already. */
  readonly save: (handle: string, place: FilePlace, file: FileView, whole?: Blob) => void;
  readonly stop: (handle: string, place: FilePlace) => void;
  /** The same, for who has a signal and a progress of their own. Rejects as `fetchFile` does, and the failure is told by `of`. */
  readonly fetch: (
    handle: string,
    place: FilePlace,
    file: FileView,
    options: { readonly signal: AbortSignal; readonly onProgress: (progress: FetchProgress) => void },
  ) => Promise<{ readonly whole: Blob; readonly known: KnownFile }>;
};

const NOTHING: FileState = {};

export function useDownloads(ask: Ask): Downloads {
  const [all, setAll] = useState<ReadonlyMap<string, FileState>>(new Map());
  const running = useAbortable();
  /** Who wants a file that is being opened gets the same one. */
  const openings = useRef(new Map<string, Promise<Blob | undefined>>());

  const change = (key: string, changed: FileState) =>
    setAll((before) => new Map(before).set(key, { ...before.get(key), ...changed }));
  const known = (content: Recognition, sha256: string): KnownFile => ({ ...content, sha256 });

  const fetch: Downloads["fetch"] = async (handle, place, { name }, { signal, onProgress }) => {
    const key = keyOf(handle, place);
    try {
      const parts: Blob[] = [];
      const take = (piece: Uint8Array<ArrayBuffer>) => void parts.push(new Blob([piece]));
      const sha256 = await fetchFile(ask, handle, place, take, { signal, onProgress });
      const whole = new Blob(parts);
      const found = known(await recogniseBlob(whole, name), sha256);
      change(key, { known: found, job: undefined });
      return { whole, known: found };
    } catch (error) {
      if (!signal.aborted) change(key, { job: { is: "failed", failure: downloadFailureOf(error) } });
      throw error;
    }
  };

  const run = async <T>(key: string, work: (signal: AbortSignal) => Promise<T>): Promise<T | undefined> =>
    running.run(key, async (signal) => {
      try {
        return await work(signal);
      } catch (error) {
        change(key, { job: signal.aborted ? { is: "stopped" } : { is: "failed", failure: downloadFailureOf(error) } });
        return undefined;
      }
    });
  const showing = (key: string) => (progress: FetchProgress) => change(key, { job: { is: "running", progress } });

  const open: Downloads["open"] = (handle, place, file) => {
    const key = keyOf(handle, place);
    const begun = openings.current.get(key);
    if (begun !== undefined) return begun;
    const opening = run(key, async (signal) => {
      showing(key)({ bytes: 0 });
      return (await fetch(handle, place, file, { signal, onProgress: showing(key) })).whole;
    }).finally(() => openings.current.delete(key));
    openings.current.set(key, opening);
    return opening;
  };

  const save = (handle: string, place: FilePlace, { name, size }: FileView, whole: Blob | undefined) => {
    const key = keyOf(handle, place);
    const type = all.get(key)?.known?.type;
    return run(key, async (signal) => {
      const saving = await chooseSaving(honestName(name, type, size), true);
      if (saving === undefined) return;
      try {
        signal.throwIfAborted();
        showing(key)({ bytes: 0 });
        let sha256: string | undefined;
        if (whole !== undefined) await saving.write(whole);
        else sha256 = await fetchFile(ask, handle, place, saving.write, { signal, onProgress: showing(key) });
        let content = UNRECOGNISED;
        const saved = await saving.finish(async (written) => {
          content = await recogniseBlob(written, name);
          return honestName(name, content.type, size);
        });
        const job: DownloadJob = { is: "saved", name: saved.name };
        change(key, sha256 === undefined ? { job } : { job, known: known(content, sha256) });
      } catch (error) {
        await saving.abandon();
        throw error;
      }
    });
  };

  return {
    of: (handle, place) => all.get(keyOf(handle, place)) ?? NOTHING,
    open,
    save: (handle, place, file, whole) => void save(handle, place, file, whole),
    stop: (handle, place) => running.abort(keyOf(handle, place)),
    fetch,
  };
}

export function downloadFailureOf(error: unknown): PageFailure {
  return error instanceof NotSaved ? { kind: "page", code: "not-saved" } : pageFailureOf(error);
}

function keyOf(handle: string, place: FilePlace): string {
  return `${handle} ${placeKey(place)}`;
}
