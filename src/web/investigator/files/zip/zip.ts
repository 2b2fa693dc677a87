/** The one door to client-zip: a ZIP as it is written, one entry after the other, nothing compressed. */
import { makeZip } from "client-zip";

/** Where the ZIP is put together in memory. */
export const LARGEST_IN_MEMORY_BYTES = 500_000_000;

export type ZipEntry = {
  /** Safe, and no other entry's */
  readonly name: string;
  readonly content: Blob;
  /** All that the ZIP says of its time: "2026-11-25" */
  readonly day: string;
};

/** Fails as `entries` does. */
export function zipStream(
  entries: Iterable<ZipEntry> | AsyncIterable<ZipEntry>,
): ReadableStream<Uint8Array<ArrayBuffer>> {
  return makeZip(asInputs(entries)) as ReadableStream<Uint8Array<ArrayBuffer>>;
}

async function* asInputs(entries: Iterable<ZipEntry> | AsyncIterable<ZipEntry>) {
  for await (const { name, content, day } of entries) {
    // ZIP counts in the time of the place where it is written: there it is noon.
    yield { input: content, name, size: content.size, lastModified: new Date(`${day}T12:00`) };
  }
}
