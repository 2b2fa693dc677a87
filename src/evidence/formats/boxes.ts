/**
 * The boxes that MP4, MOV, HEIC and AVIF are made of (ISO/IEC 14496-12, 4.2). Other boxes hold offsets into the file,
 * so nothing is taken out: what goes becomes a `free` box of the same size, filled with zeros.
 */
import { utf8 } from "../../crypto/bytes.ts";
import type { Overwriting } from "../plan.ts";
import { Unfit, type Reader } from "../source.ts";
import { latin1 } from "../text.ts";

export type Box = {
  readonly type: string;
  readonly at: number;
  /** Where its content begins */
  readonly body: number;
  readonly end: number;
};

/** An hour of fragments of a second each has some 60,000. */
const MOST_BOXES = 100_000;

const MOST_PADDING_BYTES = 4_096;
/** Samsung's index of records; Insta360's mark. */
const TRAILERS = /SEFT$|8db42d694ccc418790edff439fe026bf$/u;

/** Walks boxes and remembers what to overwrite. */
export class BoxEditor {
  readonly reader: Reader;
  readonly changes: Overwriting[] = [];
  #seen = 0;

  constructor(reader: Reader) {
    this.reader = reader;
  }

  /** The box at `at`, which must end within `to`; undefined where there is none. */
  async find(at: number, to: number): Promise<Box | undefined> {
    if (at + 8 > to) return undefined;
    this.#seen += 1;
    if (this.#seen > MOST_BOXES) throw new Unfit("too-complex");
    const length = Math.min(16, to - at);
    const view = this.reader.peek(at, length) ?? (await this.reader.view(at, length));
    const short = view.getUint32(0);
    const type = String.fromCharCode(view.getUint8(4), view.getUint8(5), view.getUint8(6), view.getUint8(7));
    const isLong = short === 1;
    if (isLong && view.byteLength < 16) return undefined;
    const size = isLong ? Number(view.getBigUint64(8)) : short === 0 ? to - at : short;
    const body = at + (isLong ? 16 : 8);
    if (!Number.isSafeInteger(size) || at + size < body || at + size > to) return undefined;
    return { type, at, body, end: at + size };
  }

  /** The boxes inside of another. A rest that is no box, four zeros of QuickTime among them, ends the list. */
  async list(from: number, to: number): Promise<Box[]> {
    const boxes: Box[] = [];
    for (let at = from; at < to;) {
      const box = await this.find(at, to);
      if (box === undefined) {
        const rest = to - at;
        if (rest >= 8) throw new Unfit("damaged");
        this.zeros(at, rest);
        break;
      }
      boxes.push(box);
      at = box.end;
    }
    return boxes;
  }

  /** The boxes of the file, and where they end: phones write data of their own behind the last one. */
  async listTop(): Promise<{ boxes: Box[]; end: number }> {
    const boxes: Box[] = [];
    let end = 0;
    const { size } = this.reader;
    while (end + 8 <= size) {
      const box = await this.find(end, size);
      if (box === undefined || !/^[\w\u00a9 -]{4}$/u.test(box.type)) break;
      boxes.push(box);
      end = box.end;
    }
    // A box that runs over the end was cut off on its way: what is left of it is content, and stays.
    const next = end + 8 <= size ? latin1(await this.reader.bytes(end + 4, 4)) : "";
    if (/^(?:mdat|moov|moof|meta)$/u.test(next)) throw new Unfit("damaged");
    if (!(await this.#isTrailer(end))) throw new Unfit("damaged");
    return { boxes, end };
  }

  /** Empty, or a record of a phone or camera. Other bytes behind the last box say that a size is not what it was. */
  async #isTrailer(at: number): Promise<boolean> {
    const rest = this.reader.size - at;
    const start = (await this.reader.ahead(at)).slice(0, MOST_PADDING_BYTES);
    if (rest <= start.length && start.every((byte) => byte === 0)) return true;
    if (rest < 8) return false;
    const size = new DataView(start.buffer).getUint32(0);
    if (size >= 8 && size <= rest) return true;
    const last = latin1(await this.reader.bytes(this.reader.size - Math.min(rest, 32), Math.min(rest, 32)));
    return TRAILERS.test(last);
  }

  /** What a box holds, up to `most` bytes. */
  async content({ body, end }: Box, most = 1_024 * 1_024): Promise<Uint8Array> {
    return (await this.reader.bytes(body, Math.min(end - body, most))).slice();
  }

  blank(box: Box): void {
    this.changes.push({ at: box.at + 4, bytes: utf8("free") });
    this.zeros(box.body, box.end - box.body);
  }

  zeros(at: number, length: number): void {
    if (length > 0) this.changes.push({ at, zeros: length });
  }
}

/** Whether a name is none of these and differs from one in one byte: that is damage, and no maker's own box. */
export function isNearly(name: string, known: Iterable<string>): boolean {
  const distances = Array.from(known, (one) => [...one].filter((character, index) => character !== name[index]).length);
  return Math.min(...distances) === 1;
}
