/** QR codes in what is shown: a telephone that scans one tells whoever made it who looked, from where and when. */
import { decodeQR } from "qr/decode.js";
import type { Size } from "../../evidence/image-size.ts";
import { showUnseen } from "../shared/unseen.ts";
import type { Showing } from "./frame.ts";
import { note } from "./note.ts";
import { WORDS } from "./words.ts";

/** A photograph of a telephone, in which a code may be small; the search takes some 0.1 s. */
const SEARCHED_PIXELS = 12_000_000;

/** For each attempt: what was made to hold many false codes gets no more. */
const PATIENCE_MS = 400;

/** A side of a small picture that is magnified as somebody would who scans it, and how often. */
const SMALL_SIDE = 640;
const MAGNIFIED = 4;

/** Of what a code says. */
const SHOWN_LETTERS = 200;

/** RGBA. */
type Pixels = Pick<ImageData, "data" | "width" | "height">;

/** `text` is missing where there is one that cannot be read here: a telephone may be better at it. */
type Code = { readonly text?: string };

/** A warning where there is one, or where the browser lets nobody look. */
export function warnOfCodes(picture: CanvasImageSource, size: Size, say: Showing["say"]): HTMLElement[] {
  const pixels = readPixels(picture, size);
  if (pixels === undefined) return [note(say(WORDS.codesUnknown), "warning")];
  const isSmall = Math.max(size.width, size.height) <= SMALL_SIDE;
  const code = findCode(pixels) ?? (isSmall ? findCode(readPixels(picture, size, MAGNIFIED) ?? pixels) : undefined);
  if (code === undefined) return [];
  if (code.text === undefined) return [note(say(WORDS.codeUnread), "warning")];
  const text = showUnseen(code.text);
  const shown = text.length > SHOWN_LETTERS ? `${text.slice(0, SHOWN_LETTERS)} …` : text;
  return [note(say(WORDS.code, { text: shown }), "warning")];
}

/** Undefined where the browser gives nobody a picture's pixels, as Tor Browser does, which hands out noise. */
function readPixels(picture: CanvasImageSource, { width, height }: Size, times = 1): Pixels | undefined {
  const scale = Math.min(times, Math.sqrt(SEARCHED_PIXELS / (width * height)));
  const canvas = document.createElement("canvas");
  canvas.width = Math.max(1, Math.floor(width * scale));
  canvas.height = Math.max(1, Math.floor(height * scale));
  const pen = canvas.getContext("2d", { willReadFrequently: true });
  if (pen === null) return undefined;
  // What is transparent is seen on white.
  pen.fillStyle = "#fff";
  pen.fillRect(0, 0, canvas.width, canvas.height);
  if (pen.getImageData(0, 0, 4, 4).data.some((byte) => byte !== 0xff)) return undefined;
  // Smoothed, squares of a pixel each would run into one another.
  pen.imageSmoothingEnabled = scale < 1;
  pen.drawImage(picture, 0, 0, canvas.width, canvas.height);
  return pen.getImageData(0, 0, canvas.width, canvas.height);
}

/** Also white on black, and seen in a mirror. */
export function findCode(pixels: Pixels): Code | undefined {
  const straight = findStraight(pixels);
  if (straight === undefined || straight.text !== undefined) return straight;
  return findStraight(turnRound(pixels)) ?? straight;
}

function findStraight({ data, width, height }: Pixels): Code | undefined {
  let isThere = false;
  try {
    return {
      text: decodeQR(
        { data, width, height },
        { format: "RGBA", timeLimit: PATIENCE_MS, pointsOnDetect: () => (isThere = true) },
      ),
    };
  } catch {
    return isThere ? {} : undefined;
  }
}

function turnRound({ data, width, height }: Pixels): Pixels {
  const words = new Uint32Array(data.slice().buffer);
  for (let row = 0; row < height; row++) words.subarray(row * width, (row + 1) * width).reverse();
  return { data: new Uint8ClampedArray(words.buffer), width, height };
}
