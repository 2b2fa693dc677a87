/** Files of a ceremony: read whole, and written where nothing stood. */
import { readFile, writeFile } from "node:fs/promises";
import type { CommandCall } from "../commands/command.ts";
import { Failure, WrongUse } from "../speech/failures.ts";
import { visible } from "../speech/print.ts";
import { SENTENCES } from "../speech/words.ts";
import { CEREMONY } from "./words.ts";

export async function readPublic(file: string, { say }: CommandCall): Promise<Uint8Array> {
  try {
    return await readFile(file);
  } catch {
    throw new WrongUse(say(SENTENCES.fileUnreadable, { file: visible(file) }));
  }
}

/** Where to, looked at before anything secret is made or typed. */
export function outOf({ value, say }: CommandCall): string {
  const file = value("out");
  if (file === undefined) throw new WrongUse(say(CEREMONY.outMissing));
  return file;
}

/** Never in the place of another. */
export async function writePublic(file: string, content: Uint8Array | string, { say }: CommandCall): Promise<void> {
  try {
    await writeFile(file, content, { flag: "wx" });
  } catch (error) {
    const isThere = error instanceof Error && "code" in error && error.code === "EEXIST";
    throw new Failure(say(isThere ? CEREMONY.fileThere : CEREMONY.fileUnwritable, { file: visible(file) }));
  }
}
