import type { Source } from "../../evidence/source.ts";

/** A browser's File or Blob, read in slices. A read rejects where the file is gone or was changed. */
export function blobSource(blob: Blob): Source {
  return {
    size: blob.size,
    read: async (offset, length) => new Uint8Array(await blob.slice(offset, offset + length).arrayBuffer()),
  };
}
