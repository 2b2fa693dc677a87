/** Parts of pdfjs-dist that come without types. They are handed on to pdf.js as they are. */
declare module "pdfjs-dist/legacy/build/pdf.worker.mjs" {
  export const WorkerMessageHandler: { initializeFromPort(port: MessagePort): void };
}
declare module "pdfjs-dist/wasm/*" {
  const instantiate: unknown;
  export default instantiate;
}
