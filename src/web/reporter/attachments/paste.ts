/** A screenshot that is pasted, or files copied elsewhere, come in like chosen ones, wherever the focus stands. */
export function takePasted(take: (files: readonly File[]) => void, gone: AbortSignal): void {
  const paste = (event: ClipboardEvent): void => {
    const files = [...(event.clipboardData?.files ?? [])];
    if (files.length === 0) return;
    // Office programs copy a text with its picture: into a field goes the text.
    const isField = event.target instanceof Element && event.target.matches("input:not([type=file]), textarea");
    if (isField && event.clipboardData?.types.includes("text/plain") === true) return;
    event.preventDefault();
    take(files);
  };
  document.addEventListener("paste", paste, { signal: gone });
}
