/** A case that its reporter comes back to: opened, and its files in both directions. */
import { type DownloadOptions, type FileSink, downloadFile } from "../../../client/files/download.ts";
import { type FileSending, sendFiles } from "../../../client/files/send-files.ts";
import { reporterOf } from "../../../client/reporter/writer.ts";
import type { SendableFile } from "../../../client/files/upload.ts";
import type { Cells } from "../../../client/files/cells.ts";
import { type ReporterCase, openReporterCase } from "../../../client/reporter/reporter-case.ts";
import { MAX_FILE_BYTES, cellLayoutOf } from "../../../crypto/file-cells.ts";
import type { FileEntry } from "../../../protocol/content.ts";
import { connection } from "./connection.ts";
import type { Recipients } from "./recipients.ts";

/** Undefined: the words are wrong, unknown or burnt; nobody can tell which. */
export function openConversation(token: Uint8Array, { directories }: Recipients): Promise<ReporterCase | undefined> {
  return openReporterCase(connection, token, directories);
}

/** What a file fills on the server, before sealing; undefined where it is too large for one. */
export function filledBytes(size: number): number | undefined {
  if (size > MAX_FILE_BYTES) return undefined;
  const { cellBytes, cells } = cellLayoutOf(size);
  return cellBytes * cells;
}

/** Files to the case of this token, which must not be overwritten before they are there. */
export function sendFilesTo(
  token: Uint8Array,
  { directories }: Recipients,
  files: readonly SendableFile[],
  onProgress: () => void,
): FileSending {
  return sendFiles(reporterOf(connection, token, directories), files, { onProgress });
}

/** The hash over the sealed cells says that it is whole and genuine; nobody asks for that of the file. */
const NO_DIGEST = { update: () => {}, digest: () => new Uint8Array() };

export function fetchFile(
  cells: Cells,
  entry: FileEntry,
  sink: FileSink,
  signal: AbortSignal,
  onProgress: NonNullable<DownloadOptions["onProgress"]>,
): Promise<void> {
  return downloadFile(cells, entry, sink, { signal, onProgress, startDigest: () => NO_DIGEST });
}
