/**
 * The compressed picture of a JPEG (ITU T.81, annex B.1.1.5 and F.2): where a scan ends, and whether all of the picture
 * was there. One changed byte can look like the mark that ends it; what stands behind it is then no extra data.
 */
import type { Reader } from "../source.ts";

export type Component = {
  readonly id: number;
  readonly across: number;
  readonly down: number;
  readonly quantisation: number;
};

export type Frame = {
  readonly marker: number;
  readonly width: number;
  readonly height: number;
  readonly components: readonly Component[];
};

/** A table as it stands in the file: how many codes there are of each of 16 lengths, and their symbols. */
export type Table = Uint8Array;

export type Scan = {
  readonly frame: Frame;
  readonly parts: readonly { readonly component: Component; readonly dc?: Table; readonly ac?: Table }[];
  /** Units between two restart marks; 0 without marks */
  readonly interval: number;
  readonly from: number;
  readonly end: number;
  readonly marks: Marks;
};

type Marks = { readonly count: number; readonly isInOrder: boolean; readonly last: number };

/** `unknown`: coded in a way that is not followed here, or with a code that does not exist. */
export type Extent =
  | { readonly is: "whole"; readonly end: number }
  | { readonly is: "short" }
  | { readonly is: "unknown" };

/** The compressed bytes end at the first marker that is neither a stuffed byte nor a restart mark, or with the file. */
export async function findScanEnd(reader: Reader, from: number): Promise<Pick<Scan, "from" | "end" | "marks">> {
  let [count, isInOrder, last] = [0, true, from];
  const mark = (next: number, at: number): void => {
    isInOrder &&= next === 0xd0 + (count % 8);
    count += 1;
    last = at + 2;
  };
  let at = from;
  for (;;) {
    const bytes = await reader.ahead(at);
    if (bytes.length === 0) break;
    let index = bytes.indexOf(0xff);
    for (; index >= 0 && index + 1 < bytes.length; index = bytes.indexOf(0xff, index + 1)) {
      const next = bytes[index + 1] ?? 0;
      if (next === 0 || next === 0xff) continue;
      if (next < 0xd0 || next > 0xd7) return { from, end: at + index, marks: { count, isInOrder, last } };
      mark(next, at + index);
    }
    // A mark on the edge of what lies ready is looked at again with what follows it.
    const isOnEdge = index >= 0 && at + index + 1 < reader.size;
    if (isOnEdge && index === 0) await reader.bytes(at, 2);
    at += isOnEdge ? index : bytes.length;
  }
  return { from, end: reader.size, marks: { count, isInOrder, last } };
}

/** Codes by their first 16 bits: length in the high byte, symbol in the low one; 0 where there is no such code. */
type Codes = Uint16Array;

function makeCodes(table: Table): Codes {
  const codes = new Uint16Array(65_536);
  let [at, symbol] = [0, 16];
  for (let length = 1; length <= 16; length++) {
    for (let index = 0; index < (table[length - 1] ?? 0); index++) {
      const next = at + 2 ** (16 - length);
      codes.fill((length << 8) | (table[symbol] ?? 0), at, next);
      at = next;
      symbol += 1;
    }
  }
  return codes;
}

const MOST_BLOCKS = 10;
/** No unit of a scan takes more: ten blocks of 64 codes with their bits, each byte stuffed. */
const LARGEST_UNIT_BYTES = 8_192;
const PIECE_BYTES = 64 * 1_024;

/** Follows the codes of a scan to its last unit, from the last restart mark on where there are marks. */
export async function measureScan(reader: Reader, scan: Scan): Promise<Extent> {
  const { frame, interval, marks, end } = scan;
  const isSequential = frame.marker === 0xc0 || frame.marker === 0xc1;
  if (!isSequential || frame.height === 0) return { is: "unknown" };
  const blocks: { readonly dc: Codes; readonly ac: Codes }[] = [];
  for (const { component, dc, ac } of scan.parts) {
    if (dc === undefined || ac === undefined) return { is: "unknown" };
    const codes = { dc: makeCodes(dc), ac: makeCodes(ac) };
    const count = scan.parts.length === 1 ? 1 : component.across * component.down;
    for (let index = 0; index < count; index++) blocks.push(codes);
  }
  if (blocks.length > MOST_BLOCKS) return { is: "unknown" };
  const units = unitsOf(scan);
  const expected = interval === 0 ? 0 : Math.ceil(units / interval) - 1;
  if (!marks.isInOrder || marks.count > expected) return { is: "unknown" };
  if (marks.count < expected && end < reader.size) return { is: "short" };
  const left = interval === 0 ? units : marks.count < expected ? interval : units - expected * interval;
  let from = marks.last;
  let bits = new Bits(new Uint8Array(0), false);
  for (let unit = 0; unit < left; unit++) {
    if (bits.left < LARGEST_UNIT_BYTES && !bits.isLast) {
      from += bits.at;
      const length = Math.min(PIECE_BYTES, end - from);
      const piece = (await reader.bytes(from, length)).slice();
      bits = bits.onwards(piece, from + length >= end);
    }
    for (const { dc, ac } of blocks) if (!bits.skipBlock(dc, ac)) return { is: bits.isShort ? "short" : "unknown" };
  }
  return marks.count < expected ? { is: "short" } : { is: "whole", end: from + bits.used };
}

/** Blocks where a scan has one component, else groups of as many blocks as each component has samples. */
function unitsOf({ frame: { width, height, components }, parts }: Scan): number {
  const across = Math.max(...components.map((component) => component.across));
  const down = Math.max(...components.map((component) => component.down));
  const [only] = parts;
  if (parts.length > 1 || only === undefined) return Math.ceil(width / (8 * across)) * Math.ceil(height / (8 * down));
  const columns = Math.ceil((width * only.component.across) / across / 8);
  return columns * Math.ceil((height * only.component.down) / down / 8);
}

/** Reads codes bit by bit; the zero behind each 0xff is no part of them. */
class Bits {
  at = 0;
  isShort = false;
  readonly isLast: boolean;
  readonly #bytes: Uint8Array;
  #held = 0;
  #count = 0;
  /** Bits behind the end, which stand in for missing ones */
  #made = 0;

  constructor(bytes: Uint8Array, isLast: boolean) {
    this.#bytes = bytes;
    this.isLast = isLast;
  }

  onwards(bytes: Uint8Array, isLast: boolean): Bits {
    const next = new Bits(bytes, isLast);
    next.#held = this.#held;
    next.#count = this.#count;
    return next;
  }

  get left(): number {
    return this.#bytes.length - this.at;
  }

  /** Bytes up to the last bit that was used: those that are held and were not go back. */
  get used(): number {
    let at = this.at;
    for (let whole = (this.#count - this.#made) >> 3; whole > 0; whole--) {
      at -= at >= 2 && this.#bytes[at - 1] === 0 && this.#bytes[at - 2] === 0xff ? 2 : 1;
    }
    return at;
  }

  skipBlock(dc: Codes, ac: Codes): boolean {
    const size = this.#code(dc);
    if (size < 0 || size > 16 || !this.#skip(size)) return false;
    for (let index = 1; index < 64;) {
      const symbol = this.#code(ac);
      if (symbol < 0) return false;
      const bits = symbol & 15;
      if (bits === 0 && symbol !== 0xf0) return true;
      index += (symbol >> 4) + 1;
      if (index > 64 || !this.#skip(bits)) return false;
    }
    return true;
  }

  #code(codes: Codes): number {
    this.#fill();
    const found = codes[(this.#held >> (this.#count - 16)) & 0xffff] ?? 0;
    if (found === 0) {
      this.isShort = this.#count - this.#made < 16;
      return -1;
    }
    return this.#skip(found >> 8) ? found & 0xff : -1;
  }

  #skip(bits: number): boolean {
    this.#fill();
    this.#count -= bits;
    this.isShort = this.#count < this.#made;
    return !this.isShort;
  }

  #fill(): void {
    while (this.#count <= 24) {
      let byte = this.#bytes[this.at];
      if (byte === undefined) {
        this.#made += 8;
        byte = 0;
      } else this.at += byte === 0xff ? 2 : 1;
      this.#held = (this.#held << 8) | byte;
      this.#count += 8;
    }
  }
}
