/**
 * PDF as pictures. pdf.js reads it in a worker that the desk lends, and draws here, some milliseconds at a time; no script
 * inside it runs, no form answers, no link leads anywhere, and nothing is fetched: character maps stand in the page.
 */
import { type PDFDocumentProxy, PDFWorker, PasswordException, getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { fromHex } from "../../crypto/bytes.ts";
import { LONGEST_SIDE, MOST_PIXELS } from "../../evidence/image-size.ts";
import { Unshown } from "./frame.ts";
import { type Loss, type LossMessage, hearLosses } from "./losses.ts";

/** A page of A4 at 360 dpi, however large its box says that it is; as RGBA it takes 64 MB. */
const CANVAS_PIXELS = 16_000_000;
const BYTES_PER_PIXEL = 4;

/** pdf.js's `VerbosityLevel.WARNINGS`: losses.ts hears them, and the console does not. */
const WARNINGS = 1;

/** CSS pixels: a page can be a strip. */
const TALLEST = 20_000;

/** Of a page's text, for those who listen. */
const SPOKEN_LETTERS = 20_000;

/** Throws Unshown where a password closes it, another error where it is damaged. */
export async function openDocument(
  file: Blob,
  reader: MessagePort,
  lost: (loss: Loss) => void,
): Promise<PDFDocumentProxy> {
  reader.addEventListener("message", ({ data }: MessageEvent<Partial<LossMessage>>) => data.loss && lost(data.loss));
  reader.start();
  hearLosses(lost);
  // Its type wants a worker; what it uses a port has as well.
  const port = reader as unknown as Worker;
  const task = getDocument({
    data: new Uint8Array(await file.arrayBuffer()),
    worker: PDFWorker.create({ port, verbosity: WARNINGS }),
    BinaryDataFactory: InThisPage,
    maxImageSize: MOST_PIXELS,
    canvasMaxAreaInBytes: CANVAS_PIXELS * BYTES_PER_PIXEL,
    useSystemFonts: true,
    // The reader stands in the desk's process: it has JavaScript's decoders alone. What is native decodes and draws here.
    isImageDecoderSupported: false,
    isOffscreenCanvasSupported: false,
    disableWorkerRendering: true,
    useWasm: false,
    useWorkerFetch: false,
    enableXfa: false,
    verbosity: WARNINGS,
  });
  try {
    return await task.promise;
  } catch (error) {
    throw error instanceof PasswordException ? new Unshown("encrypted") : error;
  }
}

/** Where pdf.js asks for its own data, by the name of a file: the build wrote it into the page (src/web/preview-pages.ts). */
class InThisPage {
  async fetch({ filename }: { readonly filename: string }): Promise<Uint8Array> {
    pdfData ??= JSON.parse(document.getElementById("pdf-data")?.textContent ?? "{}") as Record<string, string>;
    const data = Object.hasOwn(pdfData, filename) ? pdfData[filename] : undefined;
    if (data === undefined) throw new Error("there is no such file");
    return fromHex(data);
  }
}

let pdfData: Record<string, string> | undefined;

export type DrawnPage = {
  readonly canvas: HTMLCanvasElement;
  /** Addresses of which parts of it are links, each once */
  readonly links: readonly string[];
};

/** A canvas of its own each time: one that is given up cannot draw over the next. `width` in CSS pixels. */
export async function drawPage(
  pages: PDFDocumentProxy,
  number: number,
  { width, signal }: { readonly width: number; readonly signal: AbortSignal },
): Promise<DrawnPage> {
  const page = await pages.getPage(number);
  const size = page.getViewport({ scale: 1 });
  const shown = Math.min(width / size.width, TALLEST / size.height);
  const scale = Math.min(
    shown * devicePixelRatio,
    Math.sqrt(CANVAS_PIXELS / (size.width * size.height)),
    LONGEST_SIDE / Math.max(size.width, size.height),
  );
  const canvas = document.createElement("canvas");
  canvas.width = Math.max(1, Math.floor(size.width * scale));
  canvas.height = Math.max(1, Math.floor(size.height * scale));
  canvas.style.width = `${Math.floor(size.width * shown)}px`;
  canvas.style.height = `${Math.floor(size.height * shown)}px`;
  canvas.setAttribute("role", "img");
  signal.throwIfAborted();
  // What annotations and forms look like is drawn into the page as well: a picture of them, no more.
  const task = page.render({ canvas, viewport: page.getViewport({ scale }) });
  signal.addEventListener("abort", () => task.cancel());
  await task.promise;
  const { items } = await page.getTextContent();
  const text = items.flatMap((item) => ("str" in item ? [item.str, item.hasEOL ? "\n" : ""] : [])).join("");
  canvas.textContent = text.slice(0, SPOKEN_LETTERS);
  return { canvas, links: linksIn(await page.getAnnotations()) };
}

function linksIn(annotations: readonly { readonly unsafeUrl?: unknown }[]): string[] {
  return [...new Set(annotations.flatMap(({ unsafeUrl }) => (typeof unsafeUrl === "string" ? [unsafeUrl] : [])))];
}
