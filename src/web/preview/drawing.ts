/**
 * PDF as pictures. pdf.js reads it in a worker that the desk lends, and draws here, some milliseconds at a time; no script
 * inside it runs, no form answers, no link leads anywhere, no font, character map or picture is fetched.
 */
import { type PDFDocumentProxy, PDFWorker, PasswordException, getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { LONGEST_SIDE, MOST_PIXELS } from "../../evidence/image-size.ts";
import { Unshown } from "./frame.ts";

/** A page of A4 at 360 dpi, however large its box says that it is; as RGBA it takes 64 MB. */
const CANVAS_PIXELS = 16_000_000;
const BYTES_PER_PIXEL = 4;

/** A console is no place for what a stranger's file is made of. */
const SAYS_NOTHING = -1;

/** CSS pixels: a page can be a strip. */
const TALLEST = 20_000;

/** Of a page's text, for those who listen. */
const SPOKEN_LETTERS = 20_000;

/** Throws Unshown where a password closes it, another error where it is damaged. */
export async function openDocument(file: Blob, reader: MessagePort): Promise<PDFDocumentProxy> {
  reader.start();
  // Its type wants a worker; what it uses a port has as well.
  const port = reader as unknown as Worker;
  const task = getDocument({
    data: new Uint8Array(await file.arrayBuffer()),
    worker: PDFWorker.create({ port, verbosity: SAYS_NOTHING }),
    BinaryDataFactory: NothingToFetch,
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
    verbosity: SAYS_NOTHING,
  });
  try {
    return await task.promise;
  } catch (error) {
    throw error instanceof PasswordException ? new Unshown("encrypted") : error;
  }
}

/** Where pdf.js asks for its own data. Fonts that are not inside the file are the system's. */
class NothingToFetch {
  fetch(): Promise<never> {
    return Promise.reject(new Error("nothing is fetched here"));
  }
}

/** A canvas of its own each time: one that is given up cannot draw over the next. `width` in CSS pixels. */
export async function drawPage(
  pages: PDFDocumentProxy,
  number: number,
  { width, signal }: { readonly width: number; readonly signal: AbortSignal },
): Promise<HTMLCanvasElement> {
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
  return canvas;
}
