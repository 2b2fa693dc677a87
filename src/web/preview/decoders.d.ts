/** Parts of pdfjs-dist that come without types. They are handed on to pdf.js as they are, and called by nothing of ours. */
declare module "pdfjs-dist/legacy/build/pdf.worker.mjs";
declare module "pdfjs-dist/legacy/build/pdf.renderer.mjs";
declare module "pdfjs-dist/wasm/*" {
  const instantiate: unknown;
  export default instantiate;
}
