/** Directories before the one that was accepted: signed acts name them by version and hash, for years. */
import { type Bytes, sameBytes } from "../../crypto/bytes.ts";
import { type Directory, directoryHashOf, parseDirectory } from "./directory.ts";

/**
 * Those of `documents` (ascending) from which an unbroken chain leads to the accepted one, newest first. They need no
 * signature and no date: each is the `previous` of the next, and the last was signed. Throws DirectoryError for its form.
 */
export function olderDirectories(documents: readonly Bytes[], accepted: Directory): Directory[] {
  const older: Directory[] = [];
  let expected: Bytes = accepted.previous;
  for (const bytes of documents.toReversed()) {
    // Verify, then parse: the hash is what the next one names.
    if (!sameBytes(directoryHashOf(bytes), expected)) continue;
    const directory = parseDirectory(bytes);
    older.push(directory);
    expected = directory.previous;
  }
  return older;
}
