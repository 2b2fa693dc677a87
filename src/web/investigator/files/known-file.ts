/** What is known of a file once it was fetched whole; before that there is only what its sender says. */
import type { Recognition } from "../../../evidence/recognise.ts";
import { extensionOf, safeName } from "../../../evidence/safe-name.ts";
import { FILE_TYPES, TYPES, type FileType } from "../../../evidence/types.ts";
import { blobSource } from "../../shared/blob-source.ts";
import { getLook } from "./look.ts";
import type { FileView } from "../vault/messages/files.ts";

export type KnownFile = Recognition & { readonly sha256: string };

/** By content. A blob that is empty, or that the browser can no longer read, is of no known type. */
export async function recogniseBlob(blob: Blob, name: string): Promise<Recognition> {
  if (blob.size === 0) return UNRECOGNISED;
  const { recognise } = await getLook();
  return recognise(blobSource(blob), name).catch(() => UNRECOGNISED);
}

export const UNRECOGNISED: Recognition = { type: "unknown", group: "unknown", mime: TYPES.unknown.mime, warnings: [] };

/** Safe, and true for the content. Nothing that a name promises is untrue of an empty file. */
export function honestName(sentName: string, type: FileType | undefined, size: number): string {
  return safeName(sentName, size === 0 ? undefined : type);
}

/** Hearsay, good enough to offer a button; undefined where neither name nor claim say anything. */
export function guessType({ name, type }: Pick<FileView, "name" | "type">): FileType | undefined {
  const extension = extensionOf(name);
  const holds = (known: FileType) => (TYPES[known].extensions as readonly string[]).includes(extension);
  const guess = FILE_TYPES.find(holds) ?? FILE_TYPES.find((known) => TYPES[known].mime === type);
  return guess === "unknown" ? undefined : guess;
}
