import { crc32, deflateSync } from "node:zlib";
import { concat } from "../../../src/crypto/bytes.ts";
import { ascii, noise, u } from "./bytes.ts";

export function chunk(name: string, body: Uint8Array): Uint8Array {
  const named = concat(ascii(name), body);
  return concat(u(4, body.length), named, u(4, crc32(named)));
}

export type PngOptions = {
  readonly width?: number;
  readonly height?: number;
  readonly before?: readonly Uint8Array[];
  readonly between?: readonly Uint8Array[];
  readonly after?: Uint8Array;
};

export function makePng({ width = 16, height = 12, before = [], between = [], after }: PngOptions = {}): Uint8Array {
  const rows = Array.from({ length: height }, (_, row) => concat(u(1, 0), noise(3 * width, row + 1)));
  const data = new Uint8Array(deflateSync(concat(...rows)));
  const half = data.length >> 1;
  return concat(
    ascii("\x89PNG\r\n\x1a\n"),
    chunk("IHDR", concat(u(4, width, height), u(1, 8, 2, 0, 0, 0))),
    ...before,
    chunk("IDAT", data.subarray(0, half)),
    ...between,
    chunk("IDAT", data.subarray(half)),
    chunk("IEND", new Uint8Array(0)),
    ...(after === undefined ? [] : [after]),
  );
}

export function chunksOf(png: Uint8Array): { readonly name: string; readonly body: Uint8Array }[] {
  const view = new DataView(png.buffer, png.byteOffset, png.length);
  const chunks: { name: string; body: Uint8Array }[] = [];
  for (let at = 8; at + 12 <= png.length;) {
    const length = view.getUint32(at);
    const named = png.subarray(at + 4, at + 8 + length);
    if (view.getUint32(at + 8 + length) !== crc32(named)) throw new Error("A chunk's sum is wrong");
    chunks.push({ name: String.fromCharCode(...named.subarray(0, 4)), body: named.subarray(4) });
    at += 12 + length;
    if (chunks.at(-1)?.name === "IEND") break;
  }
  return chunks;
}
