/** One file on its way from a case: cells fetched ahead, opened in order, and believed only when the end was seen. */
import { type Bytes, fromHex, hex } from "../../crypto/bytes.ts";
import { CryptoError } from "../../crypto/errors.ts";
import { fileHashOf, openFile } from "../../crypto/secret/file.ts";
import { fromBase64url } from "../../protocol/encoding/base64url.ts";
import type { FileEntry } from "../../protocol/content.ts";
import type { Cells } from "./cells.ts";
import { ApiError, type ApiErrorCode } from "../line/http.ts";
import { makeRetry } from "../line/retry.ts";
import type { Schedule } from "../line/schedules.ts";
import * as SCHEDULES from "../line/schedules.ts";
import { withLinkedAbort } from "../line/waiting.ts";
import { Refusal } from "../refusal.ts";
import { type Digest, sha256, startSha256 } from "../line/sha256.ts";

/** Where the file goes. `end` or `drop` is called after the last piece; `drop` also where `end` fails. */
export type FileSink = {
  /** Keeps a piece of at most 1 MiB, and neither shows it nor saves it for good. */
  readonly write: (piece: Bytes) => Promise<void> | void;
  /** The file is whole and genuine: now it may be seen. `sha256` is that of the file itself. */
  readonly end: (sha256: Uint8Array) => Promise<void> | void;
  /** It is not: what was kept goes. */
  readonly drop: () => Promise<void> | void;
};

export type DownloadOptions = {
  readonly signal?: AbortSignal | undefined;
  readonly schedule?: Schedule;
  /**
   * @param openedBytes of the file, of `entry.size`
   * @param trouble why nothing moves at present; it is tried again
   */
  readonly onProgress?: (openedBytes: number, trouble: ApiErrorCode | undefined) => void;
  /** A quicker SHA-256 where the platform has one */
  readonly startDigest?: () => Digest;
};

/** Cells that are asked for before they are needed. */
const WINDOW_CELLS = 3;

/**
 * Fetches and opens a file that a message of the case has brought. Throws Refusal `file-missing`, `file-damaged`;
 * ApiError; the signal's reason; whatever the sink throws. In each case the sink has dropped what it had.
 */
export async function downloadFile(
  cells: Cells,
  entry: FileEntry,
  sink: FileSink,
  options: DownloadOptions = {},
): Promise<void> {
  const { signal, schedule = SCHEDULES.files, onProgress = () => {}, startDigest = startSha256 } = options;
  let opened = 0;
  const retry = makeRetry(schedule, { onTrouble: (trouble) => onProgress(opened, trouble?.code) });
  const ids = { id: fromHex(entry.id), key: fromBase64url(entry.key) };

  const fetchCell = async (cell: number, stop: AbortSignal): Promise<{ sealed: Bytes; hash: Bytes }> => {
    const sealed = await retry.run(() => cells.get(entry.id, cell, stop), stop);
    return { sealed, hash: await sha256(sealed) };
  };

  async function openAll(stop: AbortSignal): Promise<Uint8Array> {
    const opener = openFile(cells.caseId, ids, entry.size);
    const digest = startDigest();
    const hashes: Bytes[] = [];
    const ahead: ReturnType<typeof fetchCell>[] = [];
    for (let cell = 0, asked = 0; cell < entry.cells; cell++) {
      for (; asked < entry.cells && asked < cell + WINDOW_CELLS; asked++) {
        const fetching = fetchCell(asked, stop);
        // Heard when its turn comes, or never, after an earlier one has failed.
        fetching.catch(() => {});
        ahead.push(fetching);
      }
      const { sealed, hash } = await (ahead.shift() ?? fetchCell(cell, stop));
      hashes.push(hash);
      const piece = opener.open(sealed);
      if (piece.length === 0) continue;
      digest.update(piece);
      await sink.write(piece);
      opened += piece.length;
      onProgress(opened, undefined);
    }
    opener.end();
    if (hex(fileHashOf(cells.caseId, ids.id, hashes)) !== entry.hash) throw new CryptoError("altered");
    return digest.digest();
  }

  await withLinkedAbort(signal, async (stop) => {
    try {
      signal?.throwIfAborted();
      await sink.end(await openAll(stop.signal));
    } catch (error) {
      stop.abort();
      await sink.drop();
      throw refusalOf(error);
    }
  });
}

function refusalOf(error: unknown): unknown {
  if (error instanceof CryptoError) return new Refusal("file-damaged");
  if (error instanceof ApiError && error.code === "not-found") return new Refusal("file-missing");
  return error;
}
