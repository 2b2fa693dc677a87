/**
 * The worker in which HEIC becomes pixels: libheif with libde265, in their form without WebAssembly, as all decoders of
 * the frame. The desk starts it and lends it to the frame; it takes one file, gives one answer, and ends with the frame.
 */
import "./reach-nothing.ts";
import makeLibheif from "libheif-js/libheif/libheif.js";
import { MOST_PIXELS, isDecodable } from "../../evidence/image-size.ts";
import type { PreviewFailure } from "../shared/preview.ts";

export type Decoded =
  | {
      readonly width: number;
      readonly height: number;
      /** RGBA, 8 bits each */
      readonly pixels: Uint8ClampedArray<ArrayBuffer>;
      /** In the file; the one that it calls its first is what is shown */
      readonly pictures: number;
    }
  | { readonly why: PreviewFailure };

/** Of libheif (`heif_security_limits` in heif_security.h): a version in a byte, then in 64 bits the most pixels of a picture. */
const PIXELS_AT = 8;
const SHIPPED_MOST_PIXELS = 2 ** 30;

const take = ({ ports: [port] }: MessageEvent): void => {
  if (port === undefined) return;
  const fail = (event: Event): void => {
    event.preventDefault();
    port.postMessage({ why: "unreadable" } satisfies Decoded);
  };
  addEventListener("error", fail);
  // libheif copies pixels outside of what can be waited for: where they do not fit, it would never answer.
  addEventListener("unhandledrejection", fail);
  port.addEventListener("message", ({ data }: MessageEvent<ArrayBuffer>) => {
    void decode(data).then((decoded) => port.postMessage(decoded, "why" in decoded ? [] : [decoded.pixels.buffer]));
  });
  port.start();
};
addEventListener("message", take, { once: true });

async function decode(file: ArrayBuffer): Promise<Decoded> {
  // A console is no place for what a stranger's file is made of.
  const silent = () => undefined;
  console.log = silent;
  try {
    const libheif = makeLibheif({ print: silent, printErr: silent });
    limitPixels(libheif);
    const images = new libheif.HeifDecoder().decode(new Uint8Array(file));
    const image = images.find((one) => one.is_primary()) ?? images[0];
    if (image === undefined) return { why: "unreadable" };
    const [width, height] = [image.get_width(), image.get_height()];
    if (!isDecodable({ width, height })) return { why: "too-large" };
    const pixels = new Uint8ClampedArray(width * height * 4);
    const isDone = await new Promise<boolean>((resolve) =>
      image.display({ data: pixels, width, height }, (done) => resolve(done !== null)),
    );
    return isDone ? { width, height, pixels, pictures: images.length } : { why: "unreadable" };
  } catch {
    return { why: "unreadable" };
  }
}

/**
 * Beside the size that was read from the file's boxes: a grid says its own, and so does each tile. libheif asks its
 * limits before it makes room; its JavaScript has no other way to them. Where they lie elsewhere one day, nothing is shown.
 */
function limitPixels(libheif: ReturnType<typeof makeLibheif>): void {
  const { HEAPU32 } = libheif;
  const at = (libheif._heif_get_global_security_limits() + PIXELS_AT) / Uint32Array.BYTES_PER_ELEMENT;
  if (HEAPU32[at] !== SHIPPED_MOST_PIXELS || HEAPU32[at + 1] !== 0)
    throw new Error("libheif keeps its limits elsewhere");
  HEAPU32[at] = MOST_PIXELS;
}
