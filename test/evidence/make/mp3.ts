import { concat } from "../../../src/crypto/bytes.ts";
import { ascii, le, u } from "./bytes.ts";

/** A frame of MPEG 1, layer III, 128 kbit/s at 44,100 Hz, whose side information says that it is silent. */
const FRAME_BYTES = 417;

export function makeFrames(count: number): Uint8Array {
  return concat(
    ...Array.from({ length: count }, (_, index) =>
      concat(u(1, 0xff, 0xfb, 0x90, 0xc0), new Uint8Array(32), new Uint8Array(FRAME_BYTES - 36).fill(index + 1)),
    ),
  );
}

export function id3(...frames: readonly Uint8Array[]): Uint8Array {
  const inner = concat(...frames);
  return concat(
    ascii("ID3"),
    u(1, 3, 0, 0),
    u(1, ...[21, 14, 7, 0].map((shift) => (inner.length >> shift) & 0x7f)),
    inner,
  );
}

export function id3Frame(name: string, body: string): Uint8Array {
  return concat(ascii(name), u(4, body.length), u(2, 0), ascii(body));
}

export function apeTag(item: string): Uint8Array {
  return concat(ascii(item), ascii("APETAGEX"), le(4, 2_000, item.length + 32, 1, 0), new Uint8Array(8));
}

export function oldTag(title: string): Uint8Array {
  return concat(ascii("TAG"), ascii(title.padEnd(125, "\0")));
}
