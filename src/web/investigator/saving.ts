/** Where an opened file goes on this device. Nothing of it can be found there before `finish`. */
import { safeName } from "../../evidence/safe-name.ts";
import { saveBlob } from "../shared/save-blob.ts";

export type Saving = {
  readonly name: string;
  readonly write: (piece: Uint8Array<ArrayBuffer>) => Promise<void>;
  /** The whole is genuine: now it is saved. */
  readonly finish: () => Promise<void>;
  /** Nothing of it stays. Never rejects. */
  readonly abandon: () => Promise<void>;
};

/** What Chromium has and the types of the DOM do not name yet. */
type FileHandle = Pick<FileSystemFileHandle, "name" | "createWritable" | "getFile"> & { remove?: () => Promise<void> };
type WithPicker = {
  readonly showSaveFilePicker?: (options: { readonly suggestedName: string }) => Promise<FileHandle>;
};

/** Undefined when the person closed the window that asks for a place. */
export async function chooseSaving(sentName: string): Promise<Saving | undefined> {
  const name = safeName(sentName);
  const { showSaveFilePicker } = globalThis as WithPicker;
  if (showSaveFilePicker === undefined) return inMemory(name);
  try {
    return await onDisk(await showSaveFilePicker.call(globalThis, { suggestedName: name }));
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") return undefined;
    // A browser's administrator may have forbidden the window; the other way is left.
    return inMemory(name);
  }
}

/** What is written lies beside the file under a name of the browser's, and takes its place when it is closed. */
async function onDisk(handle: FileHandle): Promise<Saving> {
  const stream = await handle.createWritable();
  return {
    name: handle.name,
    write: (piece) => stream.write(piece),
    finish: () => stream.close(),
    async abandon() {
      await stream.abort().catch(() => {});
      // Choosing a place has made an empty file there.
      const { size } = await handle.getFile().catch(() => ({ size: undefined }));
      if (size === 0) await handle.remove?.().catch(() => {});
    },
  };
}

function inMemory(name: string): Saving {
  let parts: Blob[] = [];
  return {
    name,
    async write(piece) {
      // One Blob a piece: a browser may put those on disk, under its own lock and name.
      parts.push(new Blob([piece]));
    },
    async finish() {
      saveBlob(parts, name);
      parts = [];
    },
    async abandon() {
      parts = [];
    },
  };
}
