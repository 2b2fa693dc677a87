import { useState } from "preact/hooks";

/** `copied` is false where the browser does not allow it, and undefined until it was tried. */
export function useCopy(text: string): { readonly copied: boolean | undefined; readonly copy: () => void } {
  const [copied, setCopied] = useState<boolean | undefined>(undefined);
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text);
      setCopied(true);
    } catch {
      // Not allowed here, or an address without https: the text stands beside, to be selected.
      setCopied(false);
    }
  };
  return { copied, copy: () => void copy() };
}
