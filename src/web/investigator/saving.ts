/** Where an opened file goes on this device. Nothing of it can be found there before `finish`. */
import type { Recognition } from "../../evidence/recognise.ts";
import { safeName } from "../../evidence/safe-name.ts";
import type { FileType } from "../../evidence/types.ts";
import { saveBlob } from "../shared/save-blob.ts";
import { UNRECOGNISED, honestName, recogniseBlob } from "./known-file.ts";

/** The disk or the browser refused what the vault had found genuine; in what words is nobody's concern. */
export class NotSaved extends Error {}

/** What rejects, rejects with NotSaved. */
export type Saving = {
  readonly write: (piece: Uint8Array<ArrayBuffer> | Blob) => Promise<void>;
  /** The whole is genuine: now it is saved, and what it is can be seen. */
  readonly finish: () => Promise<{ readonly name: string; readonly content: Recognition }>;
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

/**
 * For a file that its sender calls so; the type where it is known already. Undefined when the person closed the
 * window that asks for a place.
 */
export async function chooseSaving(sentName: string, type?: FileType): Promise<Saving | undefined> {
  const { showSaveFilePicker } = globalThis as WithPicker;
  if (showSaveFilePicker === undefined) return inMemory(sentName);
  try {
    const handle = await showSaveFilePicker.call(globalThis, { suggestedName: safeName(sentName, type) });
    return await onDisk(handle, sentName);
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") return undefined;
    // A browser's administrator may have forbidden the window; the other way is left.
    return inMemory(sentName);
  }
}

/** What is written lies beside the file under a name of the browser's, and takes its place when it is closed. */
async function onDisk(handle: FileHandle, sentName: string): Promise<Saving> {
  const stream = await handle.createWritable();
  return {
    write: (piece) => orNotSaved(stream.write(piece)),
    async finish() {
      await orNotSaved(stream.close());
      const content = await handle.getFile().then(
        (saved) => recogniseBlob(saved, sentName),
        () => UNRECOGNISED,
      );
      return { name: handle.name, content };
    },
    async abandon() {
      await stream.abort().catch(() => {});
      // Choosing a place has made an empty file there.
      const { size } = await handle.getFile().catch(() => ({ size: undefined }));
      if (size === 0) await handle.remove?.().catch(() => {});
    },
  };
}

async function orNotSaved(done: Promise<void>): Promise<void> {
  return done.catch(() => {
    throw new NotSaved();
  });
}

function inMemory(sentName: string): Saving {
  let parts: Blob[] = [];
  return {
    async write(piece) {
      // One Blob a piece: a browser may put those on disk, under its own lock and name.
      parts.push(new Blob([piece]));
    },
    async finish() {
      const whole = new Blob(parts);
      const content = await recogniseBlob(whole, sentName);
      const name = honestName(sentName, content.type, whole.size);
      saveBlob(parts, name);
      parts = [];
      return { name, content };
    },
    async abandon() {
      parts = [];
    },
  };
}
