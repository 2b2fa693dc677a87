/** Files chosen for an answer. They were made on a colleague's device, and what they tell of it is cut out before they go. */
import type { Cleaning } from "../../../../evidence/cleaning.ts";
import { type FindingKind, kindsOf } from "../../../../evidence/findings.ts";
import type { Part } from "../../../../evidence/plan.ts";
import type { Reason } from "../../../../evidence/source.ts";
import { blobSource } from "../../../shared/blob-source.ts";
import { getLook } from "../look.ts";
import type { ChosenFile } from "../../vault/messages/files.ts";

export type AnswerFile = {
  /** Its place in the list, whichever way it goes */
  readonly row: number;
  /** The vault tells files apart by these. They never come back: other bytes are another file. */
  readonly number: number;
  readonly original: File;
  readonly look: Promise<HiddenLook>;
  /** Chosen on purpose, with all that is in it */
  readonly isAsItIs: boolean;
};

/** What was found beside the content: taken out, and still there. */
export type HiddenLook = {
  /** False where it could not be read: nothing is known of it. */
  readonly isRead: boolean;
  /** Undefined where nothing could be taken out */
  readonly cleaned: File | undefined;
  readonly removed: readonly FindingKind[];
  readonly remaining: readonly FindingKind[];
  /** Why it could not be cleaned, where there is something that could be in it */
  readonly reason: Reason | undefined;
};

const UNREADABLE: HiddenLook = { isRead: false, cleaned: undefined, removed: [], remaining: [], reason: undefined };

let newest = 0;

export function answerFile(original: File): AnswerFile {
  const number = ++newest;
  return { row: number, number, original, look: lookInto(original), isAsItIs: false };
}

export function otherWay(file: AnswerFile): AnswerFile {
  return { ...file, number: ++newest, isAsItIs: !file.isAsItIs };
}

/** Waits for the look, so that nothing goes unlooked at because somebody was quick. */
export function toSend(files: readonly AnswerFile[]): Promise<ChosenFile[]> {
  return Promise.all(
    files.map(async ({ number, original, look, isAsItIs }) => ({
      number,
      file: isAsItIs ? original : ((await look).cleaned ?? original),
    })),
  );
}

/** A file that cannot be read is found out when it is sent, and said then. */
export async function lookInto(original: File): Promise<HiddenLook> {
  const { cleaning, needsDecision } = await getLook();
  const found = await cleaning(blobSource(original)).catch(() => undefined);
  if (found === undefined) return UNREADABLE;
  return {
    isRead: true,
    cleaned: found.outcome === "cleaned" ? cleanedFile(original, found) : undefined,
    removed: kindsOf(found.findings, { isRemoved: true }),
    remaining: kindsOf(found.findings, { isRemoved: false }),
    reason:
      found.outcome === "unchanged" && needsDecision({ ...found, size: original.size }) ? found.reason : undefined,
  };
}

/** Whether it may go where nothing hidden may: read, and nothing found in it that is still there or could be. */
export function isClean({ isRead, remaining, reason }: HiddenLook): boolean {
  return isRead && remaining.length === 0 && reason === undefined;
}

/** Refers to the original: nothing is read before it is sent. */
function cleanedFile(original: File, { parts }: Extract<Cleaning, { outcome: "cleaned" }>): File {
  return new File(
    parts.map((part) => blobOf(original, part)),
    original.name,
    { type: original.type },
  );
}

function blobOf(original: File, part: Part): BlobPart {
  if (part.is === "copy") return original.slice(part.from, part.from + part.length);
  return part.is === "bytes" ? new Uint8Array(part.bytes) : zeros(part.length);
}

const ZEROS = new Blob([new Uint8Array(65_536)]);

function zeros(length: number): Blob {
  const whole = Math.floor(length / ZEROS.size);
  return new Blob([...Array.from({ length: whole }, () => ZEROS), ZEROS.slice(0, length - whole * ZEROS.size)]);
}
