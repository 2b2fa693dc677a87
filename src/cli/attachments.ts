/** Files of this machine on their way to a case: opened before anything is sent, read piece by piece. */
import { type FileHandle, open } from "node:fs/promises";
import path from "node:path";
import type { Patience } from "../client/patience.ts";
import { type Writer, checkFiles, sendFiles } from "../client/send-files.ts";
import type { FileSource } from "../client/upload.ts";
import { sizeIn } from "../glossary/size.ts";
import { WrongUse } from "./failures.ts";
import { makeMeter } from "./meter.ts";
import { visible } from "./print.ts";
import { SENTENCES } from "./sentences.ts";
import type { Language, Say } from "./speech.ts";

/**
 * Throws WrongUse for what cannot be read or is no ordinary file, Refusal for what no case takes.
 * The files stay open until the program ends.
 */
export async function openAttachments(files: readonly string[], say: Say): Promise<FileSource[]> {
  const sources = await Promise.all(files.map((file) => openAttachment(file, say)));
  if (sources.length > 0) checkFiles(sources);
  return sources;
}

async function openAttachment(file: string, say: Say): Promise<FileSource> {
  const refuse = () => new WrongUse(say(SENTENCES.fileUnreadable, { file: visible(file) }));
  let handle: FileHandle;
  try {
    handle = await open(file);
  } catch {
    throw refuse();
  }
  const chosen = await handle.stat();
  if (!chosen.isFile()) throw refuse();
  return {
    name: path.basename(file),
    // Nobody here knows: the other end looks at the content.
    type: "",
    size: chosen.size,
    async read(offset, length) {
      const { buffer, bytesRead } = await handle.read(new Uint8Array(length), 0, length, offset);
      const now = await handle.stat();
      if (now.size !== chosen.size || now.mtimeMs !== chosen.mtimeMs) throw new Error("the file has changed");
      return buffer.subarray(0, bytesRead);
    },
  };
}

/** Some six minutes of a server that does not answer; then the person decides. */
const PAUSES_MS = [1_000, 2_000, 5_000, 10_000, 20_000, 30_000, 60_000, 60_000, 60_000, 60_000, 60_000];
export const oneSitting: Patience = (failures) => PAUSES_MS[failures];

/** Sends files and a text, which may be empty, in one message, with a meter on a terminal. Throws Refusal, ApiError. */
export async function sendAttachments(
  writer: Writer,
  sources: readonly FileSource[],
  text: string,
  { say, language }: { readonly say: Say; readonly language: Language },
): Promise<void> {
  const meter = makeMeter();
  const sending = sendFiles(writer, sources, {
    text,
    patience: oneSitting,
    onProgress(file, { storedBytes, totalBytes, trouble }) {
      const values = {
        n: file + 1,
        all: sources.length,
        name: visible(sources[file]?.name ?? ""),
        percent: Math.floor((100 * storedBytes) / totalBytes),
        size: sizeIn(sources[file]?.size ?? 0, language),
      };
      meter.show(say(trouble === undefined ? SENTENCES.sendingFile : SENTENCES.waitingWithFile, values));
    },
  });
  try {
    await sending.run();
  } catch (error) {
    // A later command begins anew: what has arrived would only take the room of it.
    await sending.drop();
    throw error;
  } finally {
    meter.clear();
  }
}
