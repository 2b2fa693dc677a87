/** Parts of pdfjs-dist that come without types. They are handed on to pdf.js as they are. */
declare module "pdfjs-dist/legacy/build/pdf.worker.mjs" {
  export const WorkerMessageHandler: { initializeFromPort(port: MessagePort): void };
}
declare module "pdfjs-dist/wasm/*" {
  const instantiate: unknown;
  export default instantiate;
}

/** What of libheif's JavaScript is called here; its own types know its C functions alone (README of libheif-js). */
declare module "libheif-js/libheif/libheif.js" {
  type Image = {
    is_primary(): boolean;
    get_width(): number;
    get_height(): number;
    /** Gives null where it could not be decoded. */
    display(
      into: { data: Uint8ClampedArray; width: number; height: number },
      done: (into: object | null) => void,
    ): void;
  };
  type Libheif = {
    HeifDecoder: new () => { decode(file: Uint8Array): Image[] };
    HEAPU32: Uint32Array;
    _heif_get_global_security_limits(): number;
  };
  export default function makeLibheif(options: { print(text: string): void; printErr(text: string): void }): Libheif;
}
