/** A picture's width and height, read from its head: one that would not fit into memory is never decoded. */
import { BoxEditor } from "./formats/boxes.ts";
import { isPng } from "./formats/png.ts";
import { bytesSource, Reader, Unfit } from "./source.ts";
import { says } from "./text.ts";

export type Size = { readonly width: number; readonly height: number };

/**
 * 64 megapixels take 256 MiB as RGBA. Phones of the field take 12 to 50; a browser's tab on a small laptop survives
 * one such picture. Beyond it the file is offered for download, not shown.
 */
export const MOST_PIXELS = 64_000_000;
/** Browsers refuse canvases longer than this (Firefox 32,767, Chrome 65,535), and a strip of one pixel can hide in the product. */
export const LONGEST_SIDE = 32_767;

/** How much of a file to hand to `imageSize`: a phone's EXIF and colour profile stand before the frame. */
export const HEAD_BYTES = 512 * 1_024;

/** Whether a picture may be decoded. A size that could not be read is none that may. */
export function isDecodable(size: Size | undefined): boolean {
  if (size === undefined || size.width < 1 || size.height < 1) return false;
  return Math.max(size.width, size.height) <= LONGEST_SIDE && size.width * size.height <= MOST_PIXELS;
}

/** The size that a decoder would make room for; undefined where the head does not tell. */
export async function imageSize(head: Uint8Array): Promise<Size | undefined> {
  const view = new DataView(head.buffer, head.byteOffset, head.length);
  try {
    if (isPng(head)) return { width: view.getUint32(16), height: view.getUint32(20) };
    if (says(head, 0, "\xff\xd8")) return jpegSize(view);
    if (says(head, 0, "GIF8")) return gifSize(view);
    if (says(head, 0, "RIFF") && says(head, 8, "WEBP")) return webpSize(view, head);
    if (says(head, 0, "BM")) return bmpSize(view);
    if (says(head, 4, "ftyp")) return await heifSize(head);
  } catch (error) {
    // RangeError: a number lies behind the end of the head.
    if (!(error instanceof RangeError || error instanceof Unfit)) throw error;
  }
  return undefined;
}

/** The first header of all is of 16 bits; in later ones a negative height says that the rows stand from the top. */
function bmpSize(view: DataView): Size {
  const isFirst = view.getUint32(14, true) === 12;
  if (isFirst) return { width: view.getUint16(18, true), height: view.getUint16(20, true) };
  return { width: view.getInt32(18, true), height: Math.abs(view.getInt32(22, true)) };
}

function jpegSize(view: DataView): Size | undefined {
  let largest: Size | undefined;
  for (let at = 2; at + 4 <= view.byteLength;) {
    if (view.getUint8(at) !== 0xff) {
      at += 1;
      continue;
    }
    const marker = view.getUint8(at + 1);
    if (marker === 0xff || marker === 0 || marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8)) {
      at += marker === 0xff ? 1 : 2;
      continue;
    }
    if (marker === 0xd9 || marker === 0xda) return largest;
    if (marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc) {
      // Of two frame headers, decoders take either.
      largest = larger(largest, { width: view.getUint16(at + 7), height: view.getUint16(at + 5) });
    }
    at += 2 + Math.max(view.getUint16(at + 2), 2);
  }
  return largest;
}

function larger(a: Size | undefined, b: Size): Size {
  return { width: Math.max(a?.width ?? 0, b.width), height: Math.max(a?.height ?? 0, b.height) };
}

/** The screen, and the first picture on it, which may be larger and then counts. */
function gifSize(view: DataView): Size {
  const screen = { width: view.getUint16(6, true), height: view.getUint16(8, true) };
  const packed = view.getUint8(10);
  let at = 13 + (packed & 0x80 ? 3 * 2 ** ((packed & 7) + 1) : 0);
  while (at + 9 < view.byteLength && view.getUint8(at) === 0x21) {
    at += 2;
    while (at < view.byteLength && view.getUint8(at) !== 0) at += 1 + view.getUint8(at);
    at += 1;
  }
  if (at + 9 > view.byteLength || view.getUint8(at) !== 0x2c) return screen;
  const [left, top] = [view.getUint16(at + 1, true), view.getUint16(at + 3, true)];
  return larger(screen, { width: left + view.getUint16(at + 5, true), height: top + view.getUint16(at + 7, true) });
}

function webpSize(view: DataView, head: Uint8Array): Size | undefined {
  if (says(head, 12, "VP8X")) return { width: 1 + uint24(view, 24), height: 1 + uint24(view, 27) };
  if (says(head, 12, "VP8L")) {
    const bits = view.getUint32(21, true);
    return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
  }
  if (!says(head, 12, "VP8 ")) return undefined;
  return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff };
}

function uint24(view: DataView, at: number): number {
  return view.getUint16(at, true) | (view.getUint8(at + 2) << 16);
}

/** The largest of all items: `ispe` of tiles is small, that of the whole picture is what counts. */
async function heifSize(head: Uint8Array): Promise<Size | undefined> {
  const editor = new BoxEditor(new Reader(bytesSource(head)));
  let at = 0;
  for (let box = await editor.find(at, head.length); box !== undefined; box = await editor.find(at, head.length)) {
    at = box.end;
    if (box.type !== "meta") continue;
    const properties = (await editor.list(box.body + 4, box.end)).find(({ type }) => type === "iprp");
    if (properties === undefined) return undefined;
    const container = (await editor.list(properties.body, properties.end)).find(({ type }) => type === "ipco");
    if (container === undefined) return undefined;
    let largest: Size | undefined;
    for (const property of await editor.list(container.body, container.end)) {
      if (property.type !== "ispe") continue;
      const view = await editor.reader.view(property.body, 12);
      largest = larger(largest, { width: view.getUint32(4), height: view.getUint32(8) });
    }
    return largest;
  }
  return undefined;
}
