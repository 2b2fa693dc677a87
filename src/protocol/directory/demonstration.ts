/**
 * The mark of the demonstration, whose secrets lie in one folder: no installation of an office takes a directory that bears
 * it. It stands in what the roots sign, so that whoever edits a file away is left with a directory that nobody signed.
 */
import type { Directory, RootSet } from "./directory.ts";
import { hex } from "../../crypto/bytes.ts";

/** One root of every demonstration, and each of its directories needs this one too. Its seed stands in the source. */
export const DEMONSTRATION_ROOT = "e3ff152a68b0c197d91fdfae6f6cdff593ac33d1920f2fe43196908dc93c49ac";

/** How the ids of its members end: "demo". Drawn by chance once in four thousand million; people name members by the beginning. */
export const DEMONSTRATION_ID = "64656d6f";

export function hasDemonstrationRoot({ keys }: Pick<RootSet, "keys">): boolean {
  return keys.some((key) => hex(key) === DEMONSTRATION_ROOT);
}

/** Of the demonstration, or made out of one: also under other roots its members are known by their ids. */
export function isOfDemonstration({ roots, members }: Pick<Directory, "roots" | "members">): boolean {
  return hasDemonstrationRoot(roots) || [...members.keys()].some((id) => id.endsWith(DEMONSTRATION_ID));
}
