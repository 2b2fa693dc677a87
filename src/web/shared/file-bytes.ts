/** Small files that somebody chose, whole. */
export function bytesOf(files: Iterable<File>): Promise<Uint8Array<ArrayBuffer>[]> {
  return Promise.all([...files].map(async (file) => new Uint8Array(await file.arrayBuffer())));
}
