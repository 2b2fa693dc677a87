/**
 * Files that a person has chosen, before anything of them is sealed. They live in the page's memory as references:
 * what is in them is read by the worker alone.
 */
import type { SendableFile } from "../../../client/files/upload.ts";
import { MAX_FILE_BYTES } from "../../../crypto/file-cells.ts";
import { needsDecision, neutralName } from "../../../evidence/attachment.ts";
import { TYPES } from "../../../evidence/types.ts";
import { MAX_FILE_BYTES_A_CASE, MAX_FILES_A_CASE } from "../../../protocol/limits.ts";
import type * as sealing from "../sealing/part.ts";
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
  /** It was said that it does not go as it stands now. */
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

/**
 * Whether one more fits beside them, or in the place of `replaced`, whatever becomes of them; the server counts what a
 * file fills, not its length.
 */
export function fits(
  { filledBytes }: Pick<typeof sealing, "filledBytes">,
  { list }: Chosen,
  { size }: File,
  replaced?: ChosenFile,
): boolean {
  const filled = (bytes: number) => filledBytes(Math.min(bytes, MAX_FILE_BYTES)) ?? 0;
  const others = list.filter((file) => file !== replaced && mayGo(file));
  const sizes = [...others.map(({ original, look }) => [original.size, cleanedSizeOf(look) ?? 0]), [size]];
  const all = sizes.reduce((sum, either) => sum + Math.max(...either.map(filled)), 0);
  return sizes.length <= MAX_FILES_A_CASE && all <= MAX_FILE_BYTES_A_CASE;
}

/** Whether another look or another choice could still make it ready. */
function mayGo({ original, look }: ChosenFile): boolean {
  const smallest = Math.min(original.size, cleanedSizeOf(look) ?? 0);
  return look !== "unreadable-file" && smallest <= MAX_FILE_BYTES;
}

function cleanedSizeOf(look: ChosenFile["look"]): number | undefined {
  return typeof look === "object" ? look.size : undefined;
}

/** Sent, as far as anybody can tell now. */
export function isGoing(file: ChosenFile): boolean {
  const standing = standingOf(file);
  return standing === "ready" || standing === "looking";
}

/** In the place of `replaced`, or at the end. Looking into it begins. */
export function addFile(worker: FilesWorker, chosen: Chosen, original: File, replaced?: ChosenFile): ChosenFile {
  const number = replaced?.number ?? Math.max(0, ...chosen.list.map((one) => one.number)) + 1;
  const file: ChosenFile = { original, number, look: undefined, choice: undefined, isAsked: false };
  const at = replaced === undefined ? -1 : chosen.list.indexOf(replaced);
  if (at < 0) chosen.list.push(file);
  else chosen.list.splice(at, 1, file);
  void lookInto(worker, chosen, file);
  return file;
}

export async function lookInto(worker: FilesWorker, chosen: Chosen, file: ChosenFile): Promise<void> {
  file.look = undefined;
  file.isAsked = false;
  try {
    file.look = await worker.look(file.original);
  } catch (error) {
    file.look = error instanceof FileFault ? error.code : "worker-gone";
  }
  chosen.changed();
}

/** Takes these out of the list; what was not sent stays. */
export function takeOut(chosen: Chosen, files: readonly ChosenFile[]): void {
  chosen.list.splice(0, chosen.list.length, ...chosen.list.filter((file) => !files.includes(file)));
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
