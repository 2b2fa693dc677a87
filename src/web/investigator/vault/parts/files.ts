/** Files on the vault's side: opened and handed to the page piece by piece, read and sealed cell by cell. */
import type { MemberCase } from "../../../../client/member/case/member-case.ts";
import { type FileSink, downloadFile } from "../../../../client/files/download.ts";
import { ApiError, type ApiErrorCode } from "../../../../client/line/http.ts";
import { makeMutex } from "../../../../client/line/mutex.ts";
import { Refusal } from "../../../../client/refusal.ts";
import { checkFiles } from "../../../../client/files/send-files.ts";
import { type FileSource, type Progress, type Upload, makeUpload } from "../../../../client/files/upload.ts";
import { hex } from "../../../../crypto/bytes.ts";
import type { FileEntry } from "../../../../protocol/content.ts";
import type { Answering } from "../../../shared/ask-worker.ts";
import { blobSource } from "../../../shared/blob-source.ts";
import type {
  ChosenFile,
  FilePlace,
  FromPageAboutFile,
  FromVaultAboutFile,
  SendingProgress,
  SendingStep,
} from "../messages/files.ts";
import type { VaultCalls } from "../messages/vault.ts";

/** Returns when the page has all pieces and the end was seen: only then may it save or show anything. */
export async function handOver(
  from: MemberCase | undefined,
  place: FilePlace,
  port: MessagePort,
): Promise<{ sha256: string }> {
  const entry = from?.opened.conversation
    .filter(({ direction, sequence }) => direction === place.direction && sequence === place.sequence)
    .flatMap(({ message }) => (message?.kind === "files" ? message.files : []))
    .find(({ id }) => id === place.id);
  if (from === undefined || entry === undefined) throw new Error("no such file in this case");
  const stop = new AbortController();
  let taken = () => {};
  port.onmessage = ({ data }: MessageEvent<FromPageAboutFile>) => {
    if (data === "stop") stop.abort();
    taken();
  };
  const tell = (word: FromVaultAboutFile, transfer: Transferable[] = []) => port.postMessage(word, transfer);
  let whole = "";
  const sink: FileSink = {
    async write(piece) {
      const answered = new Promise<void>((resolve) => (taken = resolve));
      // A piece that shares its memory with another would take it along.
      const own = piece.byteLength === piece.buffer.byteLength ? piece : piece.slice();
      tell(own, [own.buffer]);
      await answered;
      stop.signal.throwIfAborted();
    },
    end: (sha256) => void (whole = hex(sha256)),
    drop: () => {},
  };
  try {
    let trouble: ApiErrorCode | undefined;
    await downloadFile(from.cells, entry, sink, {
      signal: stop.signal,
      onProgress(_, now) {
        if (now !== trouble) tell({ trouble: now });
        trouble = now;
      },
    });
  } finally {
    port.close();
  }
  return { sha256: whole };
}

export type Attachments = {
  /** Sends the files that are not there yet, then the one message that brings them. What arrived stays for the next try. */
  readonly send: (
    opened: () => MemberCase,
    ask: VaultCalls["sendFiles"]["ask"],
    answering: Answering<SendingStep>,
  ) => Promise<void>;
  readonly drop: (handle: string, number: number) => Promise<void>;
};

type Attached = { readonly upload: Upload; onProgress: (progress: Progress) => void };

export function makeAttachments(): Attachments {
  const all = new Map<string, Attached>();
  const keyOf = (handle: string, number: number) => `${handle} ${number}`;
  /** Who leaves a case and comes back at once must not have one file sent by two. */
  const oneAtATime = makeMutex();

  function attach(to: MemberCase, { number, file }: ChosenFile): Attached {
    const key = keyOf(to.handle, number);
    const known = all.get(key);
    if (known !== undefined) return known;
    const attached: Attached = {
      upload: makeUpload(to.cells, sourceOf(file), { onProgress: (progress) => attached.onProgress(progress) }),
      onProgress: () => {},
    };
    all.set(key, attached);
    return attached;
  }

  const send: Attachments["send"] = async (opened, { handle, text, files }, { signal, tell }) => {
    try {
      const to = opened();
      // Not an hour later: what would not be taken is said before the first cell leaves.
      if (!to.opened.writable.conversation) throw new Refusal("alarm");
      checkFiles(
        files.map(({ file }) => sourceOf(file)),
        text,
      );
      const entries: FileEntry[] = [];
      for (const chosen of files) {
        const attached = attach(to, chosen);
        attached.onProgress = (progress) => tell(sendingProgress(chosen, progress));
        entries.push(await attached.upload.run(signal));
      }
      signal.throwIfAborted();
      tell("message");
      await opened()
        .prepareAnswer({ kind: "files", text, files: entries })
        .send({ signal })
        .catch((error: unknown) => {
          // Nobody knows whether it has arrived, as with an answer that was lost.
          throw error === signal.reason ? new ApiError("unreachable") : error;
        });
    } catch (error) {
      // Swept, after a day without a cell: nobody knows which, and the next try sends them all.
      const areGone = error instanceof ApiError && error.code === "files-incomplete";
      if (areGone) for (const { number } of files) await all.get(keyOf(handle, number))?.upload.drop();
      throw error;
    }
    for (const { number } of files) all.delete(keyOf(handle, number));
  };

  return {
    send: (...given) => oneAtATime(() => send(...given)),
    async drop(handle, number) {
      const key = keyOf(handle, number);
      const attached = all.get(key);
      all.delete(key);
      // What a message has claimed meanwhile the server keeps.
      await attached?.upload.drop();
    },
  };
}

export function sendingProgress({ number, file }: ChosenFile, { storedBytes, trouble }: Progress): SendingProgress {
  // Cells that only fill up are sent too, and are no part of the file.
  return { number, size: file.size, storedBytes: Math.min(file.size, storedBytes), trouble };
}

export function sourceOf(file: File): FileSource {
  const { name, type } = file;
  return { name, type, ...blobSource(file) };
}
