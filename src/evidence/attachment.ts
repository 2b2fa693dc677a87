/** What becomes of a file that was looked into: whether it may go without being asked about, and under which name. */
import type { Cleaning } from "./cleaning.ts";
import type { Reason } from "./source.ts";
import { extensionOf, safeName } from "./safe-name.ts";
import { TYPES, type FileType } from "./types.ts";

/**
 * Nothing of a text is hidden, if it is one to its end (`cleaning` has looked); and what is sealed already was sealed by
 * whoever sends it.
 */
export function needsDecision({ type, outcome, size, reason }: LookedInto): boolean {
  return outcome === "unchanged" && size > 0 && !isSealed(type) && !(type === "text" && reason === "not-supported");
}

export type LookedInto = Pick<Cleaning, "type" | "outcome"> & {
  readonly size: number;
  /** Where it is unchanged */
  readonly reason?: Reason | undefined;
};

export function isSealed(type: FileType): boolean {
  return TYPES[type].group === "sealed";
}

/**
 * "lampiran-01.jpg": names tell days, devices and people. Only the ending says what the content is; a program's is a
 * neutral one, that of an unknown type says nothing, and of a picture's several the own one could say too much.
 *
 * @param word "lampiran", in the sender's language
 */
export function neutralName(word: string, number: number, type: FileType, name: string): string {
  const { group } = TYPES[type];
  const extension = group === "unknown" ? "bin" : extensionOf(safeName(group === "image" ? "" : name, type));
  return `${word}-${String(number).padStart(2, "0")}.${extension}`;
}
