/**
 * What pdf.js leaves out of a page and says in a warning alone: a picture that no decoder reads, letters whose font or
 * character map is broken or not there. Whoever reads the page must not take it for the whole.
 */

/** Beginnings of pdf.js's warnings (src/core/evaluator.js and those around it), by how far what they tell of reaches. */
export const LOSSES = {
  page: [
    "Unable to decode image",
    "Image exceeded maximum allowed size",
    "Image dimensions are missing",
    "Dependent image isn't ready yet",
    // Of a JPEG that ends too early or is damaged; what was decoded until then is drawn.
    "Found EOI marker (0xFFD9) while parsing scan data",
    "JpegImage.parse - reached the end of the image data",
    "decodeScan - unexpected MCU data",
    "GlobalImageCache.setDecodedImage",
    "Invalid stream:",
    'Filter "',
    "handleTilingType - ignoring",
    "_handleColorSpace - ignoring",
    "parseShading - ignoring",
    "getContentStream - ignoring",
    "getOperatorList - ignoring XObject",
    "getOperatorList - ignoring Shading",
    "getOperatorList - ignoring ExtGState",
    "getOperatorList - ignoring errors",
    "getOperatorList - ignoring annotation data",
    "Skipping command",
    "_getAppearance: OffscreenCanvas",
    "FreeTextAnnotation: OffscreenCanvas",
  ],
  /** A font is said to be broken once, and used on later pages as well. */
  document: [
    "#getJsInstance",
    "ensureStateFont:",
    "loadFont - ",
    "translateFont - fetching",
    "extractDataStructures - ignoring",
    "buildFontPaths - ignoring",
    "getPathGenerator - ignoring",
    "Font file is empty",
    "Invalid cMap data",
    "Type3 font resource",
    "Type3 character",
    "Cannot compile Type3 glyph",
    "Error during font loading",
    "FontFallback failed",
  ],
} as const;

export type Loss = keyof typeof LOSSES;

/** Undefined where nothing is lost: most warnings are of what was repaired. */
function lossIn(warning: string): Loss | undefined {
  const text = warning.replace(/^Warning: /u, "");
  return (["document", "page"] as const).find((loss) => LOSSES[loss].some((beginning) => text.startsWith(beginning)));
}

/**
 * Hears the warnings of the script that it stands in. None gets to the console, which is no place for what a stranger's
 * file is made of.
 */
export function hearLosses(heard: (loss: Loss) => void): void {
  const hear = (...said: readonly unknown[]): void => {
    const loss = lossIn(String(said[0]));
    if (loss !== undefined) heard(loss);
  };
  Object.assign(console, { warn: hear, log: () => undefined, info: () => undefined });
}

/** From the reader to the frame, beside what pdf.js says there to its own. */
export type LossMessage = { readonly loss: Loss };

export function tellLosses(port: MessagePort): void {
  hearLosses((loss) => port.postMessage({ loss } satisfies LossMessage));
}
