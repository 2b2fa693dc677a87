/** Stands in until the preview is there. */
import { TYPES, type FileType } from "../../evidence/types.ts";

const LARGEST_BYTES = 64 * 1_048_576;

export function canPreview(type: FileType, size: number): boolean {
  return size <= LARGEST_BYTES && ["image", "text", "audio", "video"].includes(TYPES[type].group);
}
