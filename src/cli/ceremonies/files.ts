/** Files of a ceremony: read whole, and written where nothing stood. */
import { access, constants, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import type { CommandCall } from "../commands/command.ts";
import { Failure, WrongUse, unreadable } from "../speech/failures.ts";
import { visible } from "../speech/print.ts";
import { CEREMONY } from "./words.ts";

export async function readPublic(file: string, { say }: CommandCall): Promise<Uint8Array> {
  try {
    return await readFile(file);
  } catch {
    throw unreadable(file, say);
  }
}

/** Where to, looked at before anything secret is made or typed: nobody fills in a sheet of a key that is lost then. */
export async function outOf({ value, say }: CommandCall): Promise<string> {
  const file = value("out");
  if (file === undefined) throw new WrongUse(say(CEREMONY.outMissing));
  const can = (name: string, mode: number) =>
    access(name, mode).then(
      () => true,
      () => false,
    );
  if (await can(file, constants.F_OK)) throw new Failure(say(CEREMONY.fileThere, { file: visible(file) }));
  if (!(await can(path.dirname(file), constants.W_OK)))
    throw new Failure(say(CEREMONY.fileUnwritable, { file: visible(file) }));
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
