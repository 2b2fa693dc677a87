/** What stands in front of a JPEG's scans: the frame and the tables (ITU T.81, annex B.2). Each must be what it says. */
import { Unfit } from "../source.ts";
import type { Component, Frame, Scan, Table } from "./jpeg-scan.ts";

const DHT = 0xc4;
const DAC = 0xcc;
const SOS = 0xda;
const DQT = 0xdb;
const DNL = 0xdc;
const DRI = 0xdd;
/** Sequential and progressive, lossless, the same with arithmetic codes; those of several layers nobody writes. */
const FRAMES = new Set([0xc0, 0xc1, 0xc2, 0xc3, 0xc9, 0xca, 0xcb]);

export class JpegTables {
  readonly #codes = new Map<number, Table>();
  readonly #quantisations = new Set<number>();
  readonly #seen = new Set<number>();
  #frame: Frame | undefined;
  #interval = 0;
  #parts: Scan["parts"] = [];

  /** Whether each component had a scan. */
  get isComplete(): boolean {
    return this.#frame?.components.every(({ id }) => this.#seen.has(id)) === true;
  }

  /** Takes a segment in, and throws `damaged` for one that no picture needs, or that does not hold what it should. */
  take(marker: number, body: Uint8Array): void {
    if (FRAMES.has(marker)) this.#takeFrame(marker, body);
    else if (marker === DHT) this.#takeCodes(body);
    else if (marker === DQT) this.#takeQuantisations(body);
    else if (marker === SOS) this.#takeScan(body);
    else if (marker === DRI && body.length === 2) this.#interval = numberAt(body, 0);
    else if (!(marker === DAC && body.length % 2 === 0) && !(marker === DNL && body.length === 2)) damaged();
  }

  scan(found: Pick<Scan, "from" | "end" | "marks">): Scan {
    return { ...found, frame: this.#frame ?? damaged(), parts: this.#parts, interval: this.#interval };
  }

  #takeFrame(marker: number, body: Uint8Array): void {
    const count = body[5] ?? 0;
    if (this.#frame !== undefined || count === 0 || body.length !== 6 + 3 * count) damaged();
    const components: Component[] = [];
    for (let at = 6; at < body.length; at += 3) {
      const [id = 0, sampling = 0, quantisation = 0] = body.subarray(at, at + 3);
      const [across, down] = [sampling >> 4, sampling & 15];
      if (across < 1 || across > 4 || down < 1 || down > 4 || components.some((one) => one.id === id)) damaged();
      components.push({ id, across, down, quantisation });
    }
    const [height, width] = [numberAt(body, 1), numberAt(body, 3)];
    if (width === 0) damaged();
    this.#frame = { marker, width, height, components };
  }

  #takeCodes(body: Uint8Array): void {
    for (let at = 0; at < body.length;) {
      const end = at + 17 + body.subarray(at + 1, at + 17).reduce((sum, count) => sum + count, 0);
      if (end > body.length) damaged();
      this.#codes.set(body[at] ?? 0, body.slice(at + 1, end));
      at = end;
    }
  }

  #takeQuantisations(body: Uint8Array): void {
    for (let at = 0; at < body.length;) {
      const first = body[at] ?? 0;
      // Nobody sets a table twice before it was used.
      if (this.#quantisations.has(first & 15) && this.#seen.size === 0) damaged();
      at += 1 + (first >> 4 === 0 ? 64 : 128);
      if (at > body.length) damaged();
      this.#quantisations.add(first & 15);
    }
  }

  /** A table that is missing was taken for something else: nothing can be drawn without it. */
  #takeScan(body: Uint8Array): void {
    const frame = this.#frame ?? damaged();
    const count = body[0] ?? 0;
    if (count < 1 || count > 4 || body.length !== 4 + 2 * count) damaged();
    const spectrum = body[body.length - 3] ?? 0;
    const isRefining = ((body[body.length - 1] ?? 0) & 0xf0) !== 0;
    const isHuffman = frame.marker <= 0xc2;
    const isSequential = frame.marker <= 0xc1;
    this.#parts = Array.from({ length: count }, (_, index) => {
      const [id = 0, tables = 0] = body.subarray(1 + 2 * index, 3 + 2 * index);
      const component = frame.components.find((one) => one.id === id) ?? damaged();
      const [dc, ac] = [this.#codes.get(tables >> 4), this.#codes.get(0x10 | (tables & 15))];
      const needsDc = isSequential || (spectrum === 0 && !isRefining);
      if (isHuffman && needsDc && dc === undefined) damaged();
      if (isHuffman && (isSequential || spectrum > 0) && ac === undefined) damaged();
      if (frame.marker !== 0xc3 && frame.marker !== 0xcb && !this.#quantisations.has(component.quantisation)) damaged();
      this.#seen.add(id);
      return { component, ...(dc === undefined ? {} : { dc }), ...(ac === undefined ? {} : { ac }) };
    });
  }
}

function numberAt(bytes: Uint8Array, at: number): number {
  return ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);
}

function damaged(): never {
  throw new Unfit("damaged");
}
