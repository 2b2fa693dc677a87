/** Several files and a few words to a case: all files first, then the one message that brings them. */
import type { FileEntry, FilesContent } from "../../protocol/content.ts";
import { MAX_FILES_A_CASE } from "../../protocol/limits.ts";
import { findingsInMessage } from "../case/answers.ts";
import type { PreparedMessage } from "../case/prepared-message.ts";
import { ApiError, type ApiErrorCode } from "../line/http.ts";
import { makeRetry } from "../line/retry.ts";
import type { Schedule } from "../line/schedules.ts";
import * as SCHEDULES from "../line/schedules.ts";
import { Refusal } from "../refusal.ts";
import type { Cells } from "./cells.ts";
import { type Progress, type SendableFile, type Upload, announce, makeUpload } from "./upload.ts";

/** Who writes, and where to. */
export type Writer = {
  readonly cells: Cells;
  /** The case as it is now. Throws Refusal `alarm` where nothing may be written; ApiError. */
  readonly open: () => Promise<{ readonly prepare: (content: FilesContent) => PreparedMessage }>;
};

export type FileSending = {
  /** One a file, in order: what it is and how far it has come */
  readonly uploads: readonly Upload[];
  /**
   * Returns when the server has all files and the message. One call at a time; after a failure or an abort the next
   * call goes on where it was. Throws Refusal, ApiError, the signal's reason.
   */
  readonly run: (signal?: AbortSignal) => Promise<void>;
  readonly tryNow: () => void;
  /** Sends all but this one, and takes back what has arrived of it. Only while nothing runs; it stays unless taken back. */
  readonly leaveOut: (upload: Upload) => Promise<TakenBack>;
  /** Gives up: takes back what has arrived. Only while nothing runs. After the message has been sent it does nothing. */
  readonly drop: () => Promise<TakenBack>;
};

/** `sent`: the message was there already, with its files. `unclear`: it may be, and the server does not say now. */
export type TakenBack = "taken-back" | "sent" | "unclear";

export type SendingOptions = {
  readonly text?: string;
  readonly schedule?: Schedule;
  /** @param file its place in the list */
  readonly onProgress?: (file: number, progress: Progress) => void;
};

/** So often a message is prepared anew because another one was quicker, or files had gone. */
const MOST_ATTEMPTS = 5;

/** Whether these can go to a case at all. Throws Refusal `too-many-files`, `file-too-large`, `findings`. */
export function checkFiles(sources: readonly SendableFile[], text = ""): void {
  if (sources.length > MAX_FILES_A_CASE) throw new Refusal("too-many-files");
  const findings = findingsInMessage(text, sources.map(announce));
  if (findings.length > 0) throw new Refusal("findings", findings);
}

/** Throws what `checkFiles` throws, before anything is read. */
export function sendFiles(writer: Writer, sources: readonly SendableFile[], options: SendingOptions = {}): FileSending {
  const { text = "", schedule = SCHEDULES.files, onProgress = () => {} } = options;
  checkFiles(sources, text);
  let uploads: readonly Upload[] = sources.map((source, at) =>
    makeUpload(writer.cells, source, { schedule, onProgress: (progress) => onProgress(at, progress) }),
  );
  const retry = makeRetry(schedule);
  /** For who waits to hear what became of it: as for one message, and no oftener than was asked for. */
  const shortRetry = makeRetry(
    schedule.isEndless === true
      ? SCHEDULES.message
      : { pausesMs: SCHEDULES.message.pausesMs.slice(0, schedule.pausesMs.length) },
  );
  /** Kept over a lost answer: the same bytes again tell whether it had arrived. */
  let prepared: { readonly message: PreparedMessage; readonly files: readonly FileEntry[] } | undefined;
  let isChecked = false;
  let isSent = false;

  async function attempt(signal: AbortSignal | undefined): Promise<void> {
    if (prepared === undefined) {
      // Not hours later: an alarm is told before the first cell leaves.
      if (!isChecked) await retry.run(writer.open, signal);
      isChecked = true;
      const files: FileEntry[] = [];
      for (const upload of uploads) files.push(await upload.run(signal));
      const open = await retry.run(writer.open, signal);
      prepared = { message: open.prepare({ kind: "files", text, files }), files };
    }
    await prepared.message.send({ retry, signal });
    isSent = true;
  }

  /** Whether another attempt can help after this refusal of the server, with what has to be made anew. */
  async function makeAnew(code: ApiErrorCode): Promise<boolean> {
    if (prepared === undefined || (code !== "conflict" && code !== "files-incomplete")) return false;
    prepared = undefined;
    // Swept, after a day without a cell: nobody knows which.
    if (code === "files-incomplete") for (const upload of uploads) await upload.drop();
    return true;
  }

  /**
   * What became of a message whose answer may have been lost. The server keeps files that a message has claimed and
   * forgets the others, so that afterwards the same bytes are either stored already or cannot be stored any more.
   */
  async function findOut(): Promise<TakenBack> {
    if (isSent) return "sent";
    if (prepared === undefined) return "taken-back";
    try {
      for (const { id } of prepared.files) await writer.cells.drop(id);
      await prepared.message.send({ retry: shortRetry });
      isSent = true;
      return "sent";
    } catch (error) {
      const code = error instanceof ApiError ? error.code : undefined;
      if (code !== "files-incomplete" && code !== "conflict") return "unclear";
      await makeAnew("files-incomplete");
      return "taken-back";
    }
  }

  return {
    get uploads() {
      return uploads;
    },
    async leaveOut(upload) {
      const found = await findOut();
      if (found !== "taken-back") return found;
      uploads = uploads.filter((one) => one !== upload);
      await upload.drop();
      return found;
    },
    async run(signal) {
      for (let attempts = 1; !isSent; attempts++) {
        try {
          await attempt(signal);
        } catch (error) {
          const code = error instanceof ApiError ? error.code : undefined;
          if (code === undefined || attempts === MOST_ATTEMPTS || !(await makeAnew(code))) throw error;
        }
      }
    },
    tryNow() {
      retry.tryNow();
      shortRetry.tryNow();
      for (const upload of uploads) upload.tryNow();
    },
    async drop() {
      const found = await findOut();
      if (found === "taken-back") for (const upload of uploads) await upload.drop();
      return found;
    },
  };
}
