/** Files of a case into a folder: each appears there when it is whole and genuine, and never in the place of another. */
import { createHash, randomUUID } from "node:crypto";
import { mkdir, open, rename, rm } from "node:fs/promises";
import path from "node:path";
import type { Cells } from "../../client/files/cells.ts";
import type { Entry } from "../../client/case/chain.ts";
import { type FileSink, downloadFile } from "../../client/files/download.ts";
import * as SCHEDULES from "../../client/line/schedules.ts";
import { hex } from "../../crypto/bytes.ts";
import { safeName } from "../../evidence/safe-name.ts";
import type { FileEntry } from "../../protocol/content.ts";
import { Failure, type Listener, WrongUse, explain } from "../speech/failures.ts";
import { makeProgressLine } from "../speech/progress-line.ts";
import { print, tell, visible } from "../speech/print.ts";
import { SENTENCES } from "../speech/words.ts";

/** Only whom it belongs to. */
const MODE = 0o600;

export type Saved = { readonly file: FileEntry } & (
  | { readonly sha256: string; readonly savedAs: string }
  | { readonly problem: string }
);

export type SavingCall = Listener & { readonly json: boolean };

/** All files of these messages. One that is missing or damaged is told, and keeps nobody from the others. */
export async function saveFiles(
  cells: Cells,
  entries: readonly Entry[],
  folder: string,
  call: SavingCall,
): Promise<Saved[]> {
  const { say, size } = call;
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
  } catch {
    throw new WrongUse(say(SENTENCES.folderUnusable, { folder: visible(folder) }));
  }
  const saved: Saved[] = [];
  for (const { message } of entries) {
    for (const file of message?.kind === "files" ? message.files : []) {
      const one = await saveFile(cells, file, folder, call);
      const values = { name: visible(file.name), size: size(file.size) };
      if ("problem" in one) tell(say(SENTENCES.fileNotSaved, { ...values, problem: one.problem }));
      else if (!call.json) print(say(SENTENCES.fileSaved, { ...values, path: visible(one.savedAs), hash: one.sha256 }));
      saved.push(one);
    }
  }
  if (saved.length === 0 && !call.json) tell(say(SENTENCES.noFiles));
  return saved;
}

/** The same for programs. */
export function describeSaved({ file, ...rest }: Saved): object {
  const { id, name, size } = file;
  return { id, name, size, ...rest };
}

/** To be called when everything else was said: exit 1 where a file is not there. */
export function checkSaved(saved: readonly Saved[], { say }: Pick<SavingCall, "say">): void {
  const failed = saved.filter((one) => "problem" in one).length;
  if (failed > 0) throw new Failure(say(SENTENCES.filesNotSaved, { count: failed, all: saved.length }));
}

async function saveFile(cells: Cells, file: FileEntry, folder: string, call: SavingCall): Promise<Saved> {
  const { say, size } = call;
  const temporary = path.join(folder, `.segel-${randomUUID()}.part`);
  const line = makeProgressLine();
  let result: Saved | undefined;
  try {
    const handle = await open(temporary, "wx", MODE);
    const sink: FileSink = {
      async write(piece) {
        // Not `write`, which may stop in the middle of a piece.
        await handle.appendFile(piece);
      },
      async end(sha256) {
        await handle.sync();
        await handle.close();
        result = { file, sha256: hex(sha256), savedAs: await moveToFreeName(temporary, folder, safeName(file.name)) };
      },
      async drop() {
        await handle.close().catch(() => {});
        await rm(temporary, { force: true });
      },
    };
    await downloadFile(cells, file, sink, {
      schedule: SCHEDULES.filesOnce,
      startDigest: () => createHash("sha256"),
      onProgress(opened, trouble) {
        const percent = Math.floor((100 * opened) / file.size);
        const values = { name: visible(file.name), size: size(file.size), percent };
        line.show(say(trouble === undefined ? SENTENCES.fetchingFile : SENTENCES.waitingForFile, values));
      },
    });
  } catch (error) {
    const reason = explain(error, call) ?? (isOfSystem(error) ? error.code : undefined);
    if (reason === undefined) throw error;
    result = { file, problem: reason };
  } finally {
    line.clear();
  }
  if (result === undefined) throw new Error("a download ends with a saved file, or throws");
  return result;
}

/** "bukti (2).pdf" where "bukti.pdf" is there. The name is taken by an empty file of ours first, then it is replaced. */
async function moveToFreeName(from: string, folder: string, name: string): Promise<string> {
  const { name: stem, ext } = path.parse(name);
  for (let number = 1; ; number++) {
    const to = path.join(folder, number === 1 ? name : `${stem} (${number})${ext}`);
    try {
      await (await open(to, "wx", MODE)).close();
    } catch (error) {
      if (isOfSystem(error) && error.code === "EEXIST") continue;
      throw error;
    }
    await rename(from, to);
    return to;
  }
}

/** A full disk, a folder that may not be written: named by the system's code alone. */
function isOfSystem(error: unknown): error is { readonly code: string } {
  return error instanceof Error && "code" in error && typeof error.code === "string" && /^E[A-Z]+$/u.test(error.code);
}
