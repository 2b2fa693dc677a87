/** Files on their way from the vault to this device. They go on while one looks at another case, and end with the vault. */
import { useEffect, useRef, useState } from "preact/hooks";
import { chooseSaving } from "./saving.ts";
import type { Ask } from "./use-cases.ts";
import { type PageFailure, VaultError } from "./vault-client.ts";
import type { FilePlace, FileView, FromPageAboutFile } from "./vault-messages.ts";

export type Download =
  | { readonly is: "running"; readonly bytes: number }
  | { readonly is: "stopped" }
  | { readonly is: "saved"; readonly name: string; readonly sha256: string }
  | { readonly is: "failed"; readonly failure: PageFailure };

export type Downloads = {
  readonly of: (handle: string, place: FilePlace) => Download | undefined;
  readonly start: (handle: string, place: FilePlace, file: FileView) => void;
  readonly stop: (handle: string, place: FilePlace) => void;
};

export function useDownloads(ask: Ask): Downloads {
  const [all, setAll] = useState<ReadonlyMap<string, Download>>(new Map());
  const stops = useRef(new Map<string, () => void>());
  // The worker that would tell of an end may be gone: whatever was begun is given up here.
  useEffect(() => () => stops.current.forEach((stop) => stop()), []);

  const start = async (handle: string, place: FilePlace, { name }: FileView): Promise<void> => {
    const key = keyOf(handle, place);
    if (stops.current.has(key)) return;
    const show = (download: Download) => setAll((before) => new Map(before).set(key, download));
    let end: "stopped" | "not-saved" | undefined;
    stops.current.set(key, () => (end = "stopped"));
    const saving = await chooseSaving(name).catch(() => undefined);
    if (saving === undefined || end !== undefined) {
      await saving?.abandon();
      stops.current.delete(key);
      return;
    }
    const { port1: near, port2: far } = new MessageChannel();
    const say = (word: FromPageAboutFile) => near.postMessage(word);
    const giveUp = (why: "stopped" | "not-saved"): void => {
      if (end !== undefined) return;
      end = why;
      say("stop");
      stops.current.delete(key);
      show(why === "stopped" ? { is: "stopped" } : { is: "failed", failure: { kind: "page", code: "not-saved" } });
      void saving.abandon();
    };
    stops.current.set(key, () => giveUp("stopped"));
    let bytes = 0;
    show({ is: "running", bytes });
    near.onmessage = async ({ data }: MessageEvent<Uint8Array<ArrayBuffer>>) => {
      if (end !== undefined) return;
      try {
        bytes += data.length;
        await saving.write(data);
      } catch {
        return giveUp("not-saved");
      }
      if (end === undefined) show({ is: "running", bytes });
      say("taken");
    };
    try {
      const { sha256 } = await ask("openFile", { handle, place, port: far }, [far]);
      if (end !== undefined) return;
      await saving.finish().catch(() => giveUp("not-saved"));
      if (end === undefined) show({ is: "saved", name: saving.name, sha256 });
    } catch (error) {
      if (end !== undefined) return;
      await saving.abandon();
      show({ is: "failed", failure: error instanceof VaultError ? error.failure : { kind: "unforeseen" } });
    } finally {
      stops.current.delete(key);
      near.close();
    }
  };

  return {
    of: (handle, place) => all.get(keyOf(handle, place)),
    start: (handle, place, file) => void start(handle, place, file),
    stop: (handle, place) => stops.current.get(keyOf(handle, place))?.(),
  };
}

function keyOf(handle: string, { direction, sequence, id }: FilePlace): string {
  return `${handle} ${direction} ${sequence} ${id}`;
}
