/** Which files a case has, of both sides, and what is still to come. */
import type { FilePlace, FileView } from "../vault/messages/files.ts";
import type { CaseView, EntryView } from "../vault/messages/vault.ts";

export type CaseFileEntry = { readonly file: FileView; readonly place: FilePlace; readonly entry: EntryView };

/** In the order in which they came. */
export function filesOf({ conversation }: Pick<CaseView, "conversation">): CaseFileEntry[] {
  return conversation.flatMap((entry) => {
    const { direction, sequence, message } = entry;
    if (message?.kind !== "files") return [];
    return message.files.map((file) => ({ file, place: { direction, sequence, id: file.id }, entry }));
  });
}

/** What is fetched at once to be looked at; larger files are each asked for. */
export const CHECKED_AT_ONCE_BYTES = 64 * 1_048_576;

/** Those that nobody has looked at yet, the small ones first, as many as fit. */
export function toCheck(
  entries: readonly CaseFileEntry[],
  isKnown: (entry: CaseFileEntry) => boolean,
): CaseFileEntry[] {
  let sum = 0;
  return entries
    .filter((entry) => !isKnown(entry))
    .toSorted((a, b) => a.file.size - b.file.size)
    .filter(({ file }) => (sum += file.size) <= CHECKED_AT_ONCE_BYTES);
}

/** Tells a file of a case from the others. */
export function placeKey({ direction, sequence, id }: FilePlace): string {
  return `${direction} ${sequence} ${id}`;
}

/** Where on the page a file and a message are, so that one leads to the other. */
export function fileAnchor({ direction, sequence, id }: FilePlace): string {
  return `file-${direction}-${sequence}-${id}`;
}

export function messageAnchor({ direction, sequence }: Pick<EntryView, "direction" | "sequence">): string {
  return `message-${direction}-${sequence}`;
}

/** Not by the address: what stands behind the # would stay in the browser's history. */
export function goTo(anchor: string): void {
  const place = document.getElementById(anchor);
  if (place === null) return;
  // Only for as long: a click into a row must not draw a ring around it.
  place.tabIndex = -1;
  place.focus();
  place.addEventListener("blur", () => place.removeAttribute("tabindex"), { once: true });
}
