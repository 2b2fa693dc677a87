/**
 * What the desk and the frame that shows a file say to each other. The frame has an origin of its own that nobody
 * shares: it is handed bytes through a port, can reach nothing, and is believed nothing but the few words below.
 */
import type { FileType } from "../../evidence/types.ts";
import type { Language } from "../../words/languages.ts";

/** The page that shows pictures, texts, sound and video; and those that carry larger scripts, for PDF and HEIC. */
export const PREVIEW_PATHS = { plain: "/preview", pdf: "/preview-pdf", heif: "/preview-heif" } as const;

export type PreviewKind = "picture" | "heif" | "text" | "sound" | "video" | "pdf";

export function pathOf(kind: PreviewKind | undefined): string {
  return kind === "pdf" || kind === "heif" ? PREVIEW_PATHS[kind] : PREVIEW_PATHS.plain;
}

/**
 * How a file of each type is shown; what is not named is not shown. HTML, SVG and programs are texts, which is all they
 * ever are here. TIFF, AVI and AMR no browser of ours draws or plays.
 */
export const PREVIEW_KINDS: Readonly<Partial<Record<FileType, PreviewKind>>> = {
  jpeg: "picture",
  png: "picture",
  webp: "picture",
  gif: "picture",
  avif: "picture",
  heic: "heif",
  bmp: "picture",
  text: "text",
  html: "text",
  svg: "text",
  xml: "text",
  postscript: "text",
  "openpgp-text": "text",
  eml: "text",
  script: "text",
  desktop: "text",
  url: "text",
  mp3: "sound",
  m4a: "sound",
  aac: "sound",
  wav: "sound",
  ogg: "sound",
  flac: "sound",
  mp4: "video",
  mov: "video",
  matroska: "video",
  pdf: "pdf",
};

/**
 * Kinds that are read in a worker, and its chunk (CHUNKS in src/web/bundles.ts). A frame that is nobody's can start none
 * from an address, and WEBCAT takes none from a blob, so the desk starts it and hands the frame a port to it.
 */
export const PREVIEW_READERS = { pdf: "pdf-reader", heif: "heif-reader" } as const satisfies Partial<
  Record<PreviewKind, string>
>;

/** The one message to the frame's window; its port comes along, and that of its reader. A frame takes one file in its life. */
export type ToPreview = {
  readonly file: Blob;
  readonly type: FileType;
  readonly language: Language;
};

/** `too-large`: by a limit of ours, measured before decoding. `unplayable`: the browser has no decoder for it. */
const PREVIEW_FAILURES = ["too-large", "unreadable", "unplayable", "encrypted", "too-slow"] as const;
export type PreviewFailure = (typeof PREVIEW_FAILURES)[number];

/** What comes back through the port. */
export type FromPreview =
  /** `height`: of all that is shown, CSS pixels; said again whenever it changes */
  | { readonly says: "shown"; readonly height: number }
  | { readonly says: "failed"; readonly why: PreviewFailure }
  /** Every ALIVE_MS from the file on: one that is silent hangs */
  | { readonly says: "alive" }
  /** Escape was pressed inside */
  | { readonly says: "leave" };

export const ALIVE_MS = 2_000;

/** Foreign bytes have been at work where it comes from: anything of another shape is nothing. */
export function parseFromPreview(data: unknown): FromPreview | undefined {
  if (typeof data !== "object" || data === null) return undefined;
  const { says, height, why } = data as { says?: unknown; height?: unknown; why?: unknown };
  if (says === "alive" || says === "leave") return { says };
  if (says === "shown" && typeof height === "number" && height >= 0 && height < Infinity) return { says, height };
  const failure = PREVIEW_FAILURES.find((one) => one === why);
  return says === "failed" && failure !== undefined ? { says, why: failure } : undefined;
}
