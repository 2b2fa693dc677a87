/** Where an opened file goes on this device. Nothing of it can be found there before `finish`. */
import { saveBlob } from "../../shared/save-blob.ts";

/** The disk or the browser refused what the vault had found genuine; in what words is nobody's concern. */
export class NotSaved extends Error {}

/** What rejects, rejects with NotSaved. */
export type Saving = {
  readonly write: (piece: Uint8Array<ArrayBuffer> | Blob) => Promise<void>;
  /** The whole is genuine: now it is saved. `look` sees it, and gives it its name where nobody has chosen one. */
  readonly finish: (look: (whole: Blob) => Promise<string>) => Promise<{ readonly name: string }>;
  /** Nothing of it stays. Never rejects. */
  readonly abandon: () => Promise<void>;
};

/** What Chromium has and the types of the DOM do not name yet. */
type FileHandle = Pick<FileSystemFileHandle, "name" | "createWritable" | "getFile"> & { remove?: () => Promise<void> };
type WithPicker = {
  readonly showSaveFilePicker?: (options: { readonly suggestedName: string }) => Promise<FileHandle>;
};

/** Else what is saved is put together in memory first. */
export function canWriteToDisk(): boolean {
  return (globalThis as WithPicker).showSaveFilePicker !== undefined;
}

/** Undefined when the person closed the window that asks for a place. Rejects with NotSaved where there is no room. */
export async function chooseSaving(suggestedName: string, fitsInMemory: boolean): Promise<Saving | undefined> {
  const { showSaveFilePicker } = globalThis as WithPicker;
  if (showSaveFilePicker === undefined) return inMemory();
  try {
    return await onDisk(await showSaveFilePicker.call(globalThis, { suggestedName }));
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") return undefined;
    // A browser's administrator may have forbidden the window; the other way is left, for what fits into it.
    if (!fitsInMemory) throw new NotSaved();
    return inMemory();
  }
}

/** What is written lies beside the file under a name of the browser's, and takes its place when it is closed. */
async function onDisk(handle: FileHandle): Promise<Saving> {
  const stream = await handle.createWritable().catch(async (error: unknown) => {
    await removeEmpty(handle);
    throw error;
  });
  return {
    write: (piece) => orNotSaved(stream.write(piece)),
    async finish(look) {
      await orNotSaved(stream.close());
      // It is saved, whether or not it can be read from there.
      await handle
        .getFile()
        .then(look)
        .catch(() => {});
      return { name: handle.name };
    },
    async abandon() {
      await stream.abort().catch(() => {});
      await removeEmpty(handle);
    },
  };
}

/** Choosing a place has made an empty file there. */
async function removeEmpty(handle: FileHandle): Promise<void> {
  const { size } = await handle.getFile().catch(() => ({ size: undefined }));
  if (size === 0) await handle.remove?.().catch(() => {});
}

async function orNotSaved(done: Promise<void>): Promise<void> {
  return done.catch(() => {
    throw new NotSaved();
  });
}

function inMemory(): Saving {
  let parts: Blob[] = [];
  return {
    async write(piece) {
      // One Blob a piece: a browser may put those on disk, under its own lock and name.
      parts.push(new Blob([piece]));
    },
    async finish(look) {
      const name = await look(new Blob(parts));
      saveBlob(parts, name);
      parts = [];
      return { name };
    },
    async abandon() {
      parts = [];
    },
  };
}
