/** Stands in until the preview is there. */
import type { FileType } from "../../evidence/types.ts";

export type PreviewProps = {
  readonly file: Blob;
  readonly type: FileType;
  readonly name: string;
  readonly onClose?: () => void;
};

export function Preview({ type }: PreviewProps) {
  return <p class="preview">({type})</p>;
}
