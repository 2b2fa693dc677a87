/**
 * The worker in which PDF is read: the desk starts it and lends it to the frame, which can start none. It speaks to the
 * frame alone, and one that never ends ends with it. Decoders of scanned pages come along, in their form without
 * WebAssembly, since it can fetch nothing (see decoders.d.ts).
 */
import "./reach-nothing.ts";
import { WorkerMessageHandler } from "pdfjs-dist/legacy/build/pdf.worker.mjs";
import decodeFax from "pdfjs-dist/wasm/jbig2_nowasm_fallback.js";
import decodeJpeg2000 from "pdfjs-dist/wasm/openjpeg_nowasm_fallback.js";
import { tellLosses } from "./losses.ts";

Object.assign(globalThis, {
  segelDecoders: {
    "jbig2_nowasm_fallback.js": decodeFax,
    "openjpeg_nowasm_fallback.js": decodeJpeg2000,
  },
});

const take = ({ ports: [port] }: MessageEvent): void => {
  if (port === undefined) return;
  tellLosses(port);
  WorkerMessageHandler.initializeFromPort(port);
  port.start();
};
addEventListener("message", take, { once: true });
