/**
 * Files that a person has chosen, before anything of them is sealed. They live in the page's memory as references:
 * what is in them is read by the worker alone.
 */
import type { SendableFile } from "../../../client/upload.ts";
import { MAX_FILE_BYTES } from "../../../crypto/file-cells.ts";
import { needsDecision, neutralName } from "../../../evidence/attachment.ts";
import { TYPES } from "../../../evidence/types.ts";
import { MAX_FILE_BYTES_A_CASE, MAX_FILES_A_CASE } from "../../../protocol/limits.ts";
import type { Sealing } from "../app.ts";
import { FileFault, type FilesWorker } from "./worker-client.ts";
import type { Look } from "./worker-messages.ts";

export type ChosenFile = {
  readonly original: File;
  /** Its place in its list, for a name that says nothing; kept when others go */
  readonly number: number;
  /** Undefined while it is being looked into */
  look: Look | FileFault["code"] | undefined;
  /** `as-is`: own bytes and own name, on purpose. `anyway`: own bytes, since they cannot be cleaned. */
  choice: "as-is" | "anyway" | undefined;
  /** It was said that nothing happens to it before somebody decides. */
  isAsked: boolean;
};

export type Chosen = {
  readonly list: ChosenFile[];
  /** One listener: the list that is shown. */
  changed: () => void;
};

/** Why a file stays out of what is sent, or that it does not. */
export type Standing = "looking" | FileFault["code"] | "too-large" | "undecided" | "ready";

export function standingOf({ original, look, choice }: ChosenFile): Standing {
  if (typeof look === "string") return look;
  if (look === undefined) return "looking";
  if (sizeOf({ original, look, choice }) > MAX_FILE_BYTES) return "too-large";
  return choice === undefined && needsDecision(look) ? "undecided" : "ready";
}

/** After cleaning, where it will be cleaned. */
export function sizeOf({ original, look, choice }: Pick<ChosenFile, "original" | "look" | "choice">): number {
  return typeof look === "object" && choice === undefined ? look.size : original.size;
}

/** As it will stand in the message. Before it was looked into nobody knows of which kind it is. */
export function nameOf({ original, number, look, choice }: ChosenFile, attachment: string): string {
  if (typeof look !== "object" || choice === "as-is") return original.name;
  return neutralName(attachment, number, look.type, original.name);
}

/** Whether one more fits beside them; the server counts what a file fills, not its length. */
export function fits({ filledBytes }: Sealing, chosen: Chosen, { size }: File): boolean {
  const sizes = [...chosen.list.filter(isGoing).map(sizeOf), size];
  const filled = sizes.reduce((sum, one) => sum + (filledBytes(one) ?? 0), 0);
  return sizes.length <= MAX_FILES_A_CASE && filled <= MAX_FILE_BYTES_A_CASE;
}

/** Sent, as far as anybody can tell now; a file that waits for a decision has its place as well. */
export function isGoing(file: ChosenFile): boolean {
  const standing = standingOf(file);
  return standing === "ready" || standing === "looking" || standing === "undecided";
}

/** In the place of `replaced`, or at the end. Looking into it begins. */
export function addFile(worker: FilesWorker, chosen: Chosen, original: File, replaced?: ChosenFile): ChosenFile {
  const number = replaced?.number ?? Math.max(0, ...chosen.list.map((one) => one.number)) + 1;
  const file: ChosenFile = { original, number, look: undefined, choice: undefined, isAsked: false };
  if (replaced === undefined) chosen.list.push(file);
  else chosen.list.splice(chosen.list.indexOf(replaced), 1, file);
  void lookInto(worker, chosen, file);
  return file;
}

export async function lookInto(worker: FilesWorker, chosen: Chosen, file: ChosenFile): Promise<void> {
  file.look = undefined;
  try {
    file.look = await worker.look(file.original);
  } catch (error) {
    file.look = error instanceof FileFault ? error.code : "worker-gone";
  }
  chosen.changed();
}

/** What is sent of it. Undefined where it stays here. */
export function sendable(worker: FilesWorker, file: ChosenFile, attachment: string): SendableFile | undefined {
  const { original, look, choice } = file;
  if (typeof look !== "object" || standingOf(file) !== "ready") return undefined;
  return {
    name: nameOf(file, attachment),
    // By content: what a browser says of a file it takes from the name.
    type: TYPES[look.type].mime,
    size: sizeOf(file),
    seal: worker.sealer({ file: original, seen: look, isCleaned: choice === undefined }),
  };
}
