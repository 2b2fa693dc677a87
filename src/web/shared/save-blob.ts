/** Saving what lies in memory, where a page cannot write to the disk itself. */

/** So long a browser may take to begin: some read it only a while after the click. */
const KEPT_MS = 60_000;

/** Given to the browser under a name, and never opened in the page. Its type says nothing that could be shown. */
export function saveBlob(parts: readonly Blob[], name: string): void {
  const address = URL.createObjectURL(new Blob([...parts], { type: "application/octet-stream" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), KEPT_MS);
}

export function saveBytes(bytes: Uint8Array, name: string): void {
  saveBlob([new Blob([new Uint8Array(bytes)])], name);
}
