/** Files of this machine on their way to a case: opened and cleaned before anything is sent, read piece by piece. */
import { type FileHandle, open } from "node:fs/promises";
import path from "node:path";
import * as SCHEDULES from "../../client/line/schedules.ts";
import { type Writer, checkFiles, sendFiles } from "../../client/files/send-files.ts";
import type { FileSource } from "../../client/files/upload.ts";
import type { Say } from "../../words/speech.ts";
import { type Cleaning, cleaning } from "../../evidence/cleaning.ts";
import { needsDecision, neutralName } from "../../evidence/attachment.ts";
import { kindsOf } from "../../evidence/findings.ts";
import { TYPES } from "../../evidence/types.ts";
import { FINDING_NAMES, REASON_NAMES } from "../../words/glossary.ts";
import type { CommandCall } from "./command.ts";
import { Failure, unreadable } from "../speech/failures.ts";
import { makeProgressLine } from "../speech/progress-line.ts";
import { tell, visible } from "../speech/print.ts";
import { SENTENCES } from "../speech/words.ts";

/** What `--attach` and `--attach-as-is` take; each may be given several times. */
export const ATTACHING = {
  attach: { type: "string", multiple: true },
  "attach-as-is": { type: "string", multiple: true },
} as const;

/**
 * The files of both options, and what is done to them told: those of `--attach` without their hidden data, those of
 * `--attach-as-is` as they are. A reporter's cleaned files get names that say nothing; a member's keep theirs.
 *
 * Throws WrongUse for what cannot be read or is no ordinary file, Failure for what cannot be cleaned, Refusal for what
 * no case takes.
 */
export async function openAttachments(call: CommandCall): Promise<FileSource[]> {
  const { say, reader } = call;
  const [toClean, asIs] = await Promise.all([
    openFiles(call.values("attach"), say),
    openFiles(call.values("attach-as-is"), say),
  ]);
  if (toClean.length + asIs.length > 0) checkFiles([...toClean, ...asIs]);
  const cleaned: FileSource[] = [];
  const refused: string[] = [];
  for (const source of toClean) {
    const found = await cleaning(source);
    const name = visible(source.name);
    if (needsDecision({ ...found, size: source.size })) {
      const reason = say(REASON_NAMES[found.outcome === "unchanged" ? found.reason : "not-supported"]);
      refused.push(`${name}: ${reason}.`);
      continue;
    }
    const sent = cleanedSource(source, found, reader === "member" ? undefined : cleaned.length + 1, say);
    for (const line of foundLines(found, say)) tell(`${name} → ${visible(sent.name)}: ${line}`);
    cleaned.push(sent);
  }
  if (refused.length > 0) throw new Failure([...refused, say(SENTENCES.howAsIs)].join("\n"));
  return [...cleaned, ...asIs];
}

function cleanedSource(source: FileSource, found: Cleaning, number: number | undefined, say: Say): FileSource {
  const content = found.outcome === "cleaned" ? found.cleaned : source;
  return {
    name: number === undefined ? source.name : neutralName(say(SENTENCES.attachment), number, found.type, source.name),
    type: TYPES[found.type].mime,
    size: content.size,
    read: (offset, length) => content.read(offset, length),
  };
}

/** The kinds alone: what was found may be what nobody behind this person shall read. */
function foundLines({ outcome, findings }: Cleaning, say: Say): string[] {
  const kinds = (isRemoved: boolean) =>
    kindsOf(findings, { isRemoved })
      .map((kind) => say(FINDING_NAMES[kind]))
      .join(", ");
  const [removed, kept] = [kinds(true), kinds(false)];
  return [
    ...(removed === "" ? [] : [say(SENTENCES.hiddenRemoved, { kinds: removed })]),
    ...(kept === "" ? [] : [say(SENTENCES.hiddenKept, { kinds: kept })]),
    ...(outcome === "cleaned" && removed + kept === "" ? [say(SENTENCES.nothingHidden)] : []),
  ];
}

/** As they are, with their names. Throws WrongUse. */
export function openFiles(files: readonly string[], say: Say): Promise<FileSource[]> {
  return Promise.all(files.map((file) => openFile(file, say)));
}

/** Opened for each piece: what was exchanged or written to meanwhile is another file, and is not sent as this one. */
async function openFile(file: string, say: Say): Promise<FileSource> {
  const chosen = await withHandle(file, (handle) => handle.stat()).catch(() => {
    throw unreadable(file, say);
  });
  if (!chosen.isFile()) throw unreadable(file, say);
  return {
    name: path.basename(file),
    // Nobody here knows: the other end looks at the content.
    type: "",
    size: chosen.size,
    read: (offset, length) =>
      withHandle(file, async (handle) => {
        const { buffer, bytesRead } = await handle.read(new Uint8Array(length), 0, length, offset);
        const now = await handle.stat();
        if (now.ino !== chosen.ino || now.size !== chosen.size || now.mtimeMs !== chosen.mtimeMs)
          throw new Error("the file has changed");
        return buffer.subarray(0, bytesRead);
      }),
  };
}

async function withHandle<Result>(file: string, work: (handle: FileHandle) => Promise<Result>): Promise<Result> {
  const handle = await open(file);
  try {
    return await work(handle);
  } finally {
    await handle.close();
  }
}

/** Sends files and a text, which may be empty, in one message, with a progress line on a terminal. Throws Refusal, ApiError. */
export async function sendAttachments(
  writer: Writer,
  sources: readonly FileSource[],
  text: string,
  { say, size }: CommandCall,
): Promise<void> {
  const line = makeProgressLine();
  const sending = sendFiles(writer, sources, {
    text,
    schedule: SCHEDULES.filesOnce,
    onProgress(file, { storedBytes, totalBytes, trouble }) {
      const values = {
        n: file + 1,
        all: sources.length,
        name: visible(sources[file]?.name ?? ""),
        percent: Math.floor((100 * storedBytes) / totalBytes),
        size: size(sources[file]?.size ?? 0),
      };
      line.show(say(trouble === undefined ? SENTENCES.sendingFile : SENTENCES.waitingWithFile, values));
    },
  });
  try {
    await sending.run();
  } catch (error) {
    // A later command begins anew: what has arrived would only take the room of it.
    if ((await sending.drop()) !== "sent") throw error;
  } finally {
    line.clear();
  }
}
