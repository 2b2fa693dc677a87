/** What the desk shows at all. What it does not show can be downloaded. */
import type { Texts } from "../../../../words/text.ts";
import type { FileType } from "../../../../evidence/types.ts";
import { PREVIEW_KINDS, type PreviewKind } from "../../../shared/preview.ts";
import type { FileView } from "../../vault/messages/files.ts";
import { type KnownFile, guessType } from "../known-file.ts";
import { PREVIEW } from "../words.ts";

const MIB = 1_024 * 1_024;

/** Bytes that a frame is handed, by what becomes of them there. */
const LARGEST: Readonly<Record<PreviewKind, number>> = {
  // Only the beginning is read.
  text: Infinity,
  // Photographs of phones and scanners take less; decoding copies it, and the frame measures its pixels before.
  picture: 100 * MIB,
  heif: 100 * MIB,
  // pdf.js holds all of it in memory, and what it unpacks beside it.
  pdf: 64 * MIB,
  // The browser reads from the file as it plays, but at the desk the file lies in memory.
  sound: 512 * MIB,
  video: 512 * MIB,
};

/** Why there is no preview, for the person who looks for it; undefined where there is one. */
export function whyNoPreview(type: FileType, bytes: number): Texts | undefined {
  const kind = PREVIEW_KINDS[type];
  if (kind === undefined) return PREVIEW.notThisType;
  return bytes > LARGEST[kind] ? PREVIEW.tooManyBytes : undefined;
}

export function canPreview(type: FileType, bytes: number): boolean {
  return whyNoPreview(type, bytes) === undefined;
}

/** By content, or by what its sender says while that is all one knows. */
export function mayPreview(file: FileView, known: KnownFile | undefined): boolean {
  const type = known?.type ?? guessType(file);
  return type !== undefined && canPreview(type, file.size);
}
