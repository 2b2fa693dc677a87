/** One file on its way to a case: read, sealed and sent cell by cell, a few cells at once, never the whole of it. */
import { type Bytes, hex } from "../../crypto/bytes.ts";
import { MAX_FILE_BYTES, cellLayoutOf } from "../../crypto/file-cells.ts";
import { type FileKeys, fileHashOf, makeFileKeys } from "../../crypto/secret/file.ts";
import { toBase64url } from "../../protocol/encoding/base64url.ts";
import { type AnnouncedFile, type FileEntry, isMediaType } from "../../protocol/content.ts";
import { MAX_FILE_NAME_CODE_POINTS } from "../../protocol/limits.ts";
import type { Cells, SealedCell } from "./cells.ts";
import { ApiError, type ApiErrorCode } from "../line/http.ts";
import { makeRetry } from "../line/retry.ts";
import type { Schedule } from "../line/schedules.ts";
import * as SCHEDULES from "../line/schedules.ts";
import { withLinkedAbort } from "../line/waiting.ts";
import { Refusal } from "../refusal.ts";
import { type CellSealing, type ReadableFile, sealCells } from "./seal-cells.ts";

type FileFacts = {
  readonly name: string;
  /** Media type, "" where it is not known */
  readonly type: string;
  readonly size: number;
};

/** A file as a platform gives it: a browser's `File`, an open file of the command line. */
export type FileSource = FileFacts & ReadableFile;

/** One that is read and sealed in a worker: nothing but sealed cells arrives here. */
export type FileSealedElsewhere = FileFacts & { readonly seal: (caseId: Uint8Array, keys: FileKeys) => CellSealing };

export type SendableFile = FileSource | FileSealedElsewhere;

/** What is said of a file, as it will stand in the message. Throws Refusal `file-too-large`. */
export function announce({ name, type, size }: FileFacts): AnnouncedFile {
  if (size > MAX_FILE_BYTES) throw new Refusal("file-too-large");
  const [plainType = ""] = type.toLowerCase().split(";", 1);
  return { name: keptName(name), type: isMediaType(plainType.trim()) ? plainType.trim() : "", size };
}

/** A name that is too long loses its middle: its beginning tells what it is, its end of which kind. */
function keptName(name: string): string {
  const letters = [...name];
  if (letters.length <= MAX_FILE_NAME_CODE_POINTS) return name;
  const half = (MAX_FILE_NAME_CODE_POINTS - 1) / 2;
  return [...letters.slice(0, half), "…", ...letters.slice(-half)].join("");
}

/**
 * Bytes of whole cells, before sealing: what fills up the last ones is sent as well, so `total` is more than the
 * file's size. `sealed` has left the file, `stored` was acknowledged by the server.
 */
export type Progress = {
  readonly sealedBytes: number;
  readonly storedBytes: number;
  readonly totalBytes: number;
  /** Why nothing moves at present; it is tried again */
  readonly trouble: ApiErrorCode | undefined;
};

export type Upload = {
  readonly announced: AnnouncedFile;
  readonly progress: Progress;
  /**
   * Sends what the server has not yet, and returns when it has everything. One call at a time; after a failure or an
   * abort (a pause is an abort) the next call goes on where it was, with the same bytes. Throws Refusal
   * `unreadable-file` or what sealing elsewhere failed with, after which the next call begins anew; ApiError; the signal's
   * reason.
   */
  readonly run: (signal?: AbortSignal) => Promise<FileEntry>;
  /** Ends all pauses: the line may be back. */
  readonly tryNow: () => void;
  /** Takes back what no message has claimed; the next run begins anew. */
  readonly drop: () => Promise<void>;
};

export type UploadOptions = {
  readonly schedule?: Schedule;
  readonly onProgress?: (progress: Progress) => void;
};

/** Cells that are sealed and not acknowledged: so many are under way at once, and no more are held. */
const WINDOW_CELLS = 3;

/** One sealing of the file: a key, and how far it has come. */
type Sealing = {
  readonly keys: FileKeys;
  readonly fileId: string;
  readonly cells: CellSealing;
  readonly hashes: Bytes[];
  /** Sealed and not acknowledged, by number; kept so that a retry sends the same bytes */
  readonly waiting: Map<number, SealedCell>;
};

/** Throws Refusal `file-too-large`. */
export function makeUpload(cells: Cells, source: SendableFile, options: UploadOptions = {}): Upload {
  const { schedule = SCHEDULES.files, onProgress = () => {} } = options;
  const announced = announce(source);
  const { size } = announced;
  const layout = cellLayoutOf(size);
  let sealing: Sealing | undefined;
  let entry: FileEntry | undefined;
  let trouble: ApiErrorCode | undefined;

  const retry = makeRetry(schedule, {
    onTrouble(now) {
      trouble = now?.code;
      onProgress(progress());
    },
  });

  function progress(): Progress {
    const sealed = sealing?.hashes.length ?? 0;
    const stored = sealed - (sealing?.waiting.size ?? 0);
    const { cellBytes, cells: total } = layout;
    return {
      sealedBytes: sealed * cellBytes,
      storedBytes: stored * cellBytes,
      totalBytes: total * cellBytes,
      trouble,
    };
  }

  function begin(): Sealing {
    const keys = makeFileKeys();
    const sealed = "seal" in source ? source.seal(cells.caseId, keys) : sealCells(source, cells.caseId, keys);
    return { keys, fileId: hex(keys.id), cells: sealed, hashes: [], waiting: new Map() };
  }

  async function sealNext({ cells: from, hashes, waiting }: Sealing): Promise<SealedCell | undefined> {
    const cell = hashes.length;
    if (cell === layout.cells) return undefined;
    const sealed = { ...(await from.next()), cell, of: layout.cells };
    hashes.push(sealed.sha256);
    waiting.set(cell, sealed);
    onProgress(progress());
    return sealed;
  }

  async function sendAll(now: Sealing, signal: AbortSignal | undefined): Promise<void> {
    const kept = [...now.waiting.values()];
    let turn: Promise<unknown> = Promise.resolve();
    /** In order, one after the other: first what an earlier run has left, then what is not sealed yet. */
    const next = (stop: AbortSignal): Promise<SealedCell | undefined> => {
      const taken = turn.then(() => {
        stop.throwIfAborted();
        return kept.shift() ?? sealNext(now);
      });
      turn = taken;
      return taken;
    };
    const lane = async (stop: AbortSignal): Promise<void> => {
      for (;;) {
        const sealed = await next(stop);
        if (sealed === undefined) return;
        await retry.run(() => cells.put(now.fileId, sealed, stop), stop);
        now.waiting.delete(sealed.cell);
        onProgress(progress());
      }
    };
    await together(
      Array.from({ length: WINDOW_CELLS }, () => lane),
      signal,
    );
  }

  async function run(signal?: AbortSignal): Promise<FileEntry> {
    if (entry !== undefined) return entry;
    sealing ??= begin();
    const now = sealing;
    trouble = undefined;
    try {
      await sendAll(now, signal);
    } catch (error) {
      // Its sealed beginning belongs to a file that is no more, or to cells that somebody else has written.
      const isPause = signal?.aborted === true && error === signal.reason;
      if (!isPause && (!(error instanceof ApiError) || error.code === "conflict")) await drop();
      throw error;
    }
    const { keys, hashes, fileId } = now;
    now.cells.end();
    const hash = hex(fileHashOf(cells.caseId, keys.id, hashes));
    entry = { id: fileId, ...announced, cells: layout.cells, key: toBase64url(keys.key), hash };
    return entry;
  }

  async function drop(): Promise<void> {
    const dropped = sealing;
    sealing = undefined;
    entry = undefined;
    dropped?.cells.end();
    // What cannot be taken back now is removed by the server after a day.
    if (dropped !== undefined) await cells.drop(dropped.fileId).catch(() => {});
  }

  return {
    announced,
    get progress() {
      return progress();
    },
    run,
    tryNow: () => retry.tryNow(),
    drop,
  };
}

/** Runs all at once. The first failure stops the others, and is thrown when none of them runs any more. */
async function together(
  lanes: readonly ((stop: AbortSignal) => Promise<void>)[],
  signal: AbortSignal | undefined,
): Promise<void> {
  await withLinkedAbort(signal, async (stop) => {
    await Promise.all(lanes.map((lane) => lane(stop.signal).catch((error: unknown) => stop.abort(error))));
    stop.signal.throwIfAborted();
  });
}
