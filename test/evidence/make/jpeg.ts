/** A small encoder: grey or three components of 8 × 8 blocks, each of one shade, in one scan or one for each component. */
import { concat } from "../../../src/crypto/bytes.ts";
import { ascii, noise, u } from "./bytes.ts";

export function segment(marker: number, body: Uint8Array): Uint8Array {
  return concat(Uint8Array.of(0xff, marker), u(2, body.length + 2), body);
}

/** DC codes 0 to 11, all of four bits; AC has only "end of block", of one bit. */
const TABLES = concat(
  segment(0xdb, concat(u(1, 0), new Uint8Array(64).fill(8))),
  segment(
    0xc4,
    concat(u(1, 0), u(1, 0, 0, 0, 12), new Uint8Array(12), u(1, ...Array.from({ length: 12 }, (_, i) => i))),
  ),
  segment(0xc4, concat(u(1, 0x10), u(1, 1), new Uint8Array(15), u(1, 0))),
);

/** @param hasRest whether a block ends with "end of block", as it does where one scan holds all of it */
function scan(shades: readonly number[], restartEvery = shades.length, hasRest = true): Uint8Array {
  const parts: Uint8Array[] = [];
  for (let from = 0; from < shades.length; from += restartEvery) {
    if (from > 0) parts.push(u(1, 0xff, 0xd0 + ((from / restartEvery - 1) % 8)));
    let bits = "";
    let before = 0;
    for (const shade of shades.slice(from, from + restartEvery)) {
      const difference = shade - before;
      before = shade;
      const size = difference === 0 ? 0 : Math.floor(Math.log2(Math.abs(difference))) + 1;
      bits += size.toString(2).padStart(4, "0");
      if (size > 0) bits += (difference > 0 ? difference : difference + 2 ** size - 1).toString(2).padStart(size, "0");
      if (hasRest) bits += "0";
    }
    parts.push(packed(bits));
  }
  return concat(...parts);
}

function packed(bits: string): Uint8Array {
  const bytes = bits.padEnd(Math.ceil(bits.length / 8) * 8, "1").match(/.{8}/gu) ?? [];
  return Uint8Array.from(bytes.flatMap((byte) => (byte === "11111111" ? [0xff, 0] : [Number.parseInt(byte, 2)])));
}

export type JpegOptions = {
  readonly width?: number;
  readonly height?: number;
  readonly components?: 1 | 3;
  /** Blocks between two restart marks */
  readonly restartEvery?: number;
  /** A scan for the shades of all blocks, then one for each component's rest */
  readonly isProgressive?: boolean;
  /** Segments before the frame */
  readonly before?: readonly Uint8Array[];
  /** Segments between two scans */
  readonly between?: readonly Uint8Array[];
  readonly after?: Uint8Array;
};

const JFIF = segment(0xe0, concat(ascii("JFIF\0"), u(1, 1, 2, 0), u(2, 1, 1), u(1, 0, 0)));

export function makeJpeg({
  width = 64,
  height = 48,
  components = 1,
  restartEvery,
  isProgressive = false,
  before = [JFIF],
  between = [],
  after,
}: JpegOptions = {}): Uint8Array {
  const ids = Array.from({ length: components }, (_, index) => index + 1);
  const blocks = (Math.ceil(width / 8) * Math.ceil(height / 8)) | 0;
  const shades = Array.from(noise(blocks, 7), (byte) => byte - 128);
  const frame = concat(u(1, 8), u(2, height, width), u(1, components), ...ids.map((id) => u(1, id, 0x11, 0)));
  const scans = ids.map((id) =>
    concat(
      segment(0xda, concat(u(1, 1, id, 0), u(1, 0, isProgressive ? 0 : 63, 0))),
      scan(
        shades.map((shade) => Math.trunc(shade / id)),
        restartEvery,
        !isProgressive,
      ),
    ),
  );
  const rests = isProgressive
    ? ids.map((id) => concat(segment(0xda, concat(u(1, 1, id, 0), u(1, 1, 63, 0))), packed("0".repeat(blocks))))
    : [];
  return concat(
    u(1, 0xff, 0xd8),
    ...before,
    TABLES,
    segment(isProgressive ? 0xc2 : 0xc0, frame),
    ...(restartEvery === undefined ? [] : [segment(0xdd, u(2, restartEvery))]),
    ...[...scans, ...rests].flatMap((one, index) => (index === 0 ? [one] : [...between, one])),
    u(1, 0xff, 0xd9),
    ...(after === undefined ? [] : [after]),
  );
}

/** The compressed bytes of every scan, found without the cleaner's help: what decoders draw from. */
export function scansOf(jpeg: Uint8Array): Uint8Array {
  const parts: Uint8Array[] = [];
  for (let at = 2; at < jpeg.length;) {
    const marker = jpeg[at + 1] ?? 0xd9;
    if (marker === 0xd9) break;
    const length = ((jpeg[at + 2] ?? 0) << 8) | (jpeg[at + 3] ?? 0);
    const next = at + 2 + length;
    let end = next;
    if (marker === 0xda) while (!(jpeg[end] === 0xff && jpeg[end + 1] !== 0)) end += 1;
    if (marker < 0xe0) parts.push(jpeg.subarray(at, end));
    at = end;
  }
  return concat(...parts);
}

/** A photograph's size and structure, with noise for a picture. */
export function makeLargeJpeg(size: number): Uint8Array {
  const data = noise(size, 3);
  for (let at = 0; at + 1 < data.length; at++) if (data[at] === 0xff) data[at + 1] = 0;
  if (data.at(-1) === 0xff) data[data.length - 1] = 0;
  const small = makeJpeg({ width: 4_000, height: 3_000 });
  const start = small.lastIndexOf(0xda) - 1;
  return concat(small.subarray(0, start), segment(0xda, u(1, 1, 1, 0, 0, 63, 0)), data, u(1, 0xff, 0xd9));
}
