import { concat } from "../../../src/crypto/bytes.ts";
import { ascii, le, noise, u } from "./bytes.ts";

/** Two colours, one picture: codes of three bits, cleared before each, so that no table grows. */
export const PICTURE = concat(u(1, 0x2c), le(2, 0, 0, 2, 1), u(1, 0), u(1, 2, 2, 0x44, 0x01, 0));

export function extension(label: number, ...blocks: readonly Uint8Array[]): Uint8Array {
  return concat(u(1, 0x21, label), ...blocks.flatMap((block) => [u(1, block.length), block]), u(1, 0));
}

export const LOOP = extension(0xff, ascii("NETSCAPE2.0"), u(1, 1, 0, 0));

export function makeGif(before: readonly Uint8Array[] = [], after: Uint8Array = new Uint8Array(0)): Uint8Array {
  const screen = concat(ascii("GIF89a"), le(2, 2, 1), u(1, 0x80, 0, 0), u(1, 0, 0, 0, 255, 255, 255));
  const control = extension(0xf9, u(1, 0, 10, 0, 0));
  return concat(screen, ...before, control, PICTURE, u(1, 0x3b), after);
}

/** A picture of 128 shades whose codes are bytes: the table is cleared before it grows out of eight bits. */
export function makeLargeGif(
  width: number,
  height: number,
  before: readonly Uint8Array[] = [],
  after: Uint8Array = new Uint8Array(0),
): { readonly file: Uint8Array; readonly picture: Uint8Array } {
  const codes = [...noise(width * height, 17)].flatMap((shade, index) => [
    ...(index % 120 === 0 ? [0x80] : []),
    shade >> 1,
  ]);
  const data = Uint8Array.from([...codes, 0x81]);
  const blocks: Uint8Array[] = [];
  for (let at = 0; at < data.length; at += 255) {
    const block = data.subarray(at, at + 255);
    blocks.push(u(1, block.length), block);
  }
  const picture = concat(u(1, 0x2c), le(2, 0, 0, width, height), u(1, 0, 7), ...blocks, u(1, 0));
  const shades = Uint8Array.from({ length: 3 * 128 }, (_, index) => 2 * Math.floor(index / 3));
  const screen = concat(ascii("GIF89a"), le(2, width, height), u(1, 0xe6, 0, 0), shades);
  return { file: concat(screen, ...before, picture, u(1, 0x3b), after), picture };
}
