/**
 * What the desk and the frame that shows a file say to each other. The frame has an origin of its own that nobody
 * shares: it is handed bytes through a port, and can reach nothing.
 */
import type { FileType } from "../../evidence/types.ts";
import type { Language } from "./language.ts";

/** The page that shows pictures, texts, sound and video; and the one that draws PDF, which carries the larger script. */
export const PREVIEW_PATHS = { plain: "/preview", pdf: "/preview-pdf" } as const;

/** The one message to the frame's window; its port comes along. */
export type ToPreview = {
  readonly file: Blob;
  readonly type: FileType;
  readonly language: Language;
};

/** What comes back through the port. `too-large`: by a limit of ours, measured before decoding. */
export type FromPreview =
  | { readonly says: "shown"; readonly height: number }
  | { readonly says: "failed"; readonly why: "too-large" | "unreadable" | "encrypted" };
