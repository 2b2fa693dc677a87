/**
 * Which bytes of a colour profile's tag are the numbers that a colour engine computes with (ICC.1:2022, 9.2 and 10).
 * A tag may hold more: another type under a known name, words in its reserved bytes, a rest behind its end.
 */
import { Unfit } from "../source.ts";
import { says } from "../text.ts";

type Bytes = readonly [from: number, to: number];

const COLUMNS = new Set(["rXYZ", "gXYZ", "bXYZ", "wtpt"]);
const CURVES = new Set(["rTRC", "gTRC", "bTRC", "kTRC"]);
const TABLES = new Set(["A2B0", "A2B1", "A2B2", "B2A0", "B2A1", "B2A2"]);

/** Parameters of each kind of curve (ICC.1:2022, table 68). */
const PARAMETERS = [1, 3, 4, 5, 7];
const TYPE: Bytes = [0, 4];

/** Undefined where the tag is none that pictures are drawn with, or is not what its name promises. Throws Unfit for no numbers. */
export function numbersOf(name: string, tag: Uint8Array): readonly Bytes[] | undefined {
  const found = COLUMNS.has(name)
    ? fixed(tag, "XYZ ", 20)
    : CURVES.has(name)
      ? curve(tag, 0)?.bytes
      : TABLES.has(name)
        ? table(tag)
        : name === "chad"
          ? fixed(tag, "sf32", 44)
          : name === "cicp"
            ? fixed(tag, "cicp", 12)
            : undefined;
  return found?.every(([from, to]) => from >= 0 && from <= to && to <= tag.length) === true ? found : undefined;
}

/** Four bytes of type, four reserved, numbers. */
function fixed(tag: Uint8Array, type: string, end: number): Bytes[] | undefined {
  if (!says(tag, 0, type)) return undefined;
  if (type !== "cicp") checkNumbers(tag, 8, end);
  return [TYPE, [8, end]];
}

/**
 * A colour, a matrix or an exponent is small. Letters that stand in its place are not: where bytes of a file were lost,
 * a profile reaches into what stood behind it. Left out it would change the colours, so the sender is asked.
 */
const LARGEST_NUMBER = 128 * 65_536;

function checkNumbers(tag: Uint8Array, from: number, to: number): void {
  const view = new DataView(tag.buffer, tag.byteOffset, tag.length);
  for (let at = from; at < to && at + 4 <= tag.length; at += 4)
    if (Math.abs(view.getInt32(at)) > LARGEST_NUMBER) throw new Unfit("damaged");
}

/** Of the whole range: a measured curve may tremble by so much. */
const MOST_TREMBLING = 65_536 / 64;

/** A curve goes one way; letters, two of which make a point, go up and down. */
function checkCurve(view: DataView, from: number, to: number): void {
  let [mayRise, mayFall] = [true, true];
  for (let at = from + 2; at < to && at + 2 <= view.byteLength; at += 2) {
    const step = view.getUint16(at) - view.getUint16(at - 2);
    mayRise &&= step > -MOST_TREMBLING;
    mayFall &&= step < MOST_TREMBLING;
  }
  if (!mayRise && !mayFall) throw new Unfit("damaged");
}

function curve(tag: Uint8Array, at: number): { readonly bytes: Bytes[]; readonly end: number } | undefined {
  if (at + 12 > tag.length) return undefined;
  const view = new DataView(tag.buffer, tag.byteOffset, tag.length);
  if (says(tag, at, "curv")) {
    const end = at + 12 + 2 * view.getUint32(at + 8);
    checkCurve(view, at + 12, end);
    return { bytes: [[at, at + 4], [at + 8, end]], end }; // prettier-ignore
  }
  const count = PARAMETERS[view.getUint16(at + 8)];
  if (!says(tag, at, "para") || count === undefined) return undefined;
  const end = at + 12 + 4 * count;
  checkNumbers(tag, at + 12, end);
  return { bytes: [[at, at + 4], [at + 8, at + 10], [at + 12, end]], end }; // prettier-ignore
}

function table(tag: Uint8Array): Bytes[] | undefined {
  if (tag.length < 32) return undefined;
  const view = new DataView(tag.buffer, tag.byteOffset, tag.length);
  const [inputs, outputs, grid] = [view.getUint8(8), view.getUint8(9), view.getUint8(10)];
  const points = grid ** inputs * outputs;
  if (says(tag, 0, "mft1")) return [TYPE, [8, 11], [12, 48 + 256 * inputs + points + 256 * outputs]];
  if (says(tag, 0, "mft2") && tag.length >= 52) {
    const entries = view.getUint16(48) * inputs + points + view.getUint16(50) * outputs;
    return [TYPE, [8, 11], [12, 52 + 2 * entries]];
  }
  if (!says(tag, 0, "mAB ") && !says(tag, 0, "mBA ")) return undefined;
  // Towards the connection space the curves A stand on the device's side; the other way round they still do.
  const isForth = says(tag, 0, "mAB ");
  const [deviceSide, connectionSide] = isForth ? [inputs, outputs] : [outputs, inputs];
  const bytes: Bytes[] = [TYPE, [8, 10], [12, 32]];
  const [b = 0, matrix = 0, m = 0, lattice = 0, a = 0] = [12, 16, 20, 24, 28].map((at) => view.getUint32(at));
  for (const [at, count] of [
    [b, connectionSide],
    [m, connectionSide],
    [a, deviceSide],
  ] as const) {
    // prettier-ignore
    if (at !== 0 && !addCurves(tag, at, count, bytes)) return undefined;
  }
  if (matrix !== 0) checkNumbers(tag, matrix, matrix + 48);
  if (matrix !== 0) bytes.push([matrix, matrix + 48]);
  if (lattice === 0) return bytes;
  if (lattice + 20 > tag.length) return undefined;
  const cells = tag.subarray(lattice, lattice + inputs).reduce((product, side) => product * side, outputs);
  bytes.push([lattice, lattice + 17], [lattice + 20, lattice + 20 + cells * view.getUint8(lattice + 16)]);
  return bytes;
}

/** One curve behind the other, each beginning at a multiple of four. */
function addCurves(tag: Uint8Array, from: number, count: number, bytes: Bytes[]): boolean {
  let at = from;
  for (let index = 0; index < count; index++) {
    const found = curve(tag, at);
    if (found === undefined) return false;
    bytes.push(...found.bytes);
    at = Math.ceil(found.end / 4) * 4;
  }
  return true;
}
