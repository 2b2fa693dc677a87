/**
 * The worker in which PDF is read: one that never ends ends with the frame, and stops nobody else meanwhile. Decoders of
 * scanned pages come along, in their form without WebAssembly, since the frame can fetch nothing (see decoders.d.ts).
 */
import "pdfjs-dist/legacy/build/pdf.worker.mjs";
import decodeFax from "pdfjs-dist/wasm/jbig2_nowasm_fallback.js";
import decodeJpeg2000 from "pdfjs-dist/wasm/openjpeg_nowasm_fallback.js";
import { tellLosses } from "./losses.ts";

tellLosses();

Object.assign(globalThis, {
  segelDecoders: {
    "jbig2_nowasm_fallback.js": decodeFax,
    "openjpeg_nowasm_fallback.js": decodeJpeg2000,
  },
});
