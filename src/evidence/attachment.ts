/** What becomes of a file that was looked into: whether it may go without being asked about, and under which name. */
import type { Cleaning } from "./cleaning.ts";
import { extensionOf, safeName } from "./safe-name.ts";
import { TYPES, type FileType } from "./types.ts";

/** Nothing of a text is hidden, and what is sealed already was sealed by whoever sends it. */
export function needsDecision({
  type,
  outcome,
  size,
}: Pick<Cleaning, "type" | "outcome"> & { readonly size: number }): boolean {
  return outcome === "unchanged" && size > 0 && type !== "text" && !isSealed(type);
}

export function isSealed(type: FileType): boolean {
  return TYPES[type].group === "sealed";
}

/**
 * "lampiran-01.jpg": names tell days, devices and people. Only the ending says what the content is; a program's is a
 * neutral one, and of a picture's several, as of an unknown type's, the own one could say more than it should.
 *
 * @param word "lampiran", in the sender's language
 */
export function neutralName(word: string, number: number, type: FileType, name: string): string {
  const { group } = TYPES[type];
  const honest = extensionOf(safeName(group === "image" ? "" : name, type));
  const extension = group === "unknown" && !/^[a-z0-9]{1,4}$/u.test(honest) ? "bin" : honest;
  return `${word}-${String(number).padStart(2, "0")}.${extension}`;
}
