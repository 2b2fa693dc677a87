/** A colour profile of a screen, with what macOS puts into it. */
import { concat } from "../../../src/crypto/bytes.ts";
import { ascii, u } from "./bytes.ts";

const PRIMARIES = {
  srgb: [
    [0.436, 0.2225, 0.0139],
    [0.3851, 0.7169, 0.0971],
    [0.1431, 0.0606, 0.7141],
  ],
  "display-p3": [
    [0.5151, 0.2412, -0.0011],
    [0.292, 0.6922, 0.0419],
    [0.1571, 0.0666, 0.7841],
  ],
} as const;

const fixed = (value: number): Uint8Array => u(4, (Math.round(value * 65_536) + 2 ** 32) % 2 ** 32);

export function makeProfile({ name, primaries }: { name: string; primaries: keyof typeof PRIMARIES }): Uint8Array {
  const [red, green, blue] = PRIMARIES[primaries];
  const xyz = (values: readonly number[]): Uint8Array => concat(ascii("XYZ "), u(4, 0), ...values.map(fixed));
  const curve = concat(ascii("para"), u(4, 0), u(2, 3, 0), ...[2.4, 0.9479, 0.0521, 0.0774, 0.0405].map(fixed));
  const tags: readonly [string, Uint8Array][] = [
    ["desc", concat(ascii("desc"), u(4, 0, name.length + 1), ascii(`${name}\0`), new Uint8Array(78))],
    ["cprt", concat(ascii("text"), u(4, 0), ascii("canary-copyright\0"))],
    ["mmod", concat(ascii("mmod"), u(4, 0, 0x610, 0xa044, 12_345_678), ascii("canary-serial"))],
    ["rXYZ", xyz(red)],
    ["gXYZ", xyz(green)],
    ["bXYZ", xyz(blue)],
    ["wtpt", xyz([0.9642, 1, 0.8249])],
    ["rTRC", curve],
    ["gTRC", curve],
    ["bTRC", curve],
  ];
  const table: Uint8Array[] = [];
  const data: Uint8Array[] = [];
  let at = 132 + 12 * tags.length;
  for (const [tag, body] of tags) {
    const padded = concat(body, new Uint8Array((4 - (body.length % 4)) % 4));
    table.push(concat(ascii(tag), u(4, at, body.length)));
    data.push(padded);
    at += padded.length;
  }
  const header = concat(
    u(4, at),
    ascii("appl"),
    u(4, 0x0210_0000),
    ascii("mntrRGB XYZ "),
    u(2, 2024, 5, 6, 7, 8, 9),
    ascii("acspAPPL"),
    u(4, 0),
    ascii("cana"),
    ascii("ry-m"),
    new Uint8Array(8),
    u(4, 0),
    fixed(0.9642),
    fixed(1),
    fixed(0.8249),
    ascii("appl"),
    new Uint8Array(44),
  );
  return concat(header, u(4, tags.length), ...table, ...data);
}
