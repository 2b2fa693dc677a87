/** The items of a HEIC or AVIF file: what each is (`iinf`) and where its bytes lie (`iloc`). */
import { Unfit } from "../source.ts";
import { latin1 } from "../text.ts";
import type { Box, BoxEditor } from "./boxes.ts";
import type { Range } from "./samples.ts";

export type Item = {
  readonly id: number;
  readonly type: string;
  readonly ranges: readonly Range[];
  /** Its name, and what else stands behind its type */
  readonly words: Uint8Array;
  readonly wordsAt: number;
  readonly isProtected: boolean;
};

export type Reference = { readonly type: string; readonly from: number; readonly to: readonly number[] };

const MOST_ITEMS = 20_000;
const MOST_RANGES = 40_000;
const LARGEST_TABLE_BYTES = 4 * 1_024 * 1_024;
const LONGEST_ENTRY_BYTES = 64 * 1_024;

/** Reads numbers of several sizes, one after the other, and refuses to leave the bytes. */
class Numbers {
  readonly #view: DataView;
  #at: number;

  constructor(bytes: Uint8Array, at = 0) {
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    this.#at = at;
  }

  next(bytes: number): number {
    const at = this.#at;
    this.#at += bytes;
    if (this.#at > this.#view.byteLength) throw new Unfit("damaged");
    if (bytes === 0) return 0;
    if (bytes === 1) return this.#view.getUint8(at);
    if (bytes === 2) return this.#view.getUint16(at);
    if (bytes === 4) return this.#view.getUint32(at);
    if (bytes === 8) return Number(this.#view.getBigUint64(at));
    throw new Unfit("damaged");
  }
}

export async function readItems(editor: BoxEditor, boxes: readonly Box[]): Promise<Item[]> {
  const info = boxes.find(({ type }) => type === "iinf");
  const places = boxes.find(({ type }) => type === "iloc");
  if (info === undefined || places === undefined) throw new Unfit("damaged");
  const ranges = readPlaces(
    await editor.content(places, LARGEST_TABLE_BYTES),
    boxes.find(({ type }) => type === "idat")?.body,
    editor.reader.size,
  );
  const version = (await editor.content(info, 1))[0] ?? 0;
  const items = new Map<number, Item>();
  for (const entry of await editor.list(info.body + (version === 0 ? 6 : 8), info.end)) {
    // A table of something else is one that was damaged.
    if (entry.type !== "infe") throw new Unfit("damaged");
    const content = await editor.content(entry, LONGEST_ENTRY_BYTES);
    if (content.length < entry.end - entry.body) throw new Unfit("too-complex");
    const numbers = new Numbers(content);
    const entryVersion = numbers.next(1);
    // Older entries name no type: nobody writes pictures so.
    if (entryVersion < 2 || entryVersion > 3) throw new Unfit("not-supported");
    numbers.next(1);
    numbers.next(2);
    const id = numbers.next(entryVersion === 2 ? 2 : 4);
    if (items.has(id)) throw new Unfit("damaged");
    const isProtected = numbers.next(2) !== 0;
    numbers.next(4);
    const at = entryVersion === 2 ? 8 : 10;
    items.set(id, {
      id,
      type: latin1(content.subarray(at, at + 4)),
      ranges: ranges.get(id) ?? [],
      words: content.subarray(at + 4),
      wordsAt: entry.body + at + 4,
      isProtected,
    });
    if (items.size > MOST_ITEMS) throw new Unfit("too-complex");
  }
  return [...items.values()];
}

/** Which item says something of which others (`iref`). */
export async function readReferences(editor: BoxEditor, box: Box): Promise<Reference[]> {
  const isWide = (await editor.content(box, 1))[0] !== 0;
  const bytes = isWide ? 4 : 2;
  const references: Reference[] = [];
  for (const one of await editor.list(box.body + 4, box.end)) {
    const numbers = new Numbers(await editor.content(one, LARGEST_TABLE_BYTES));
    const from = numbers.next(bytes);
    const to = Array.from({ length: numbers.next(2) }, () => numbers.next(bytes));
    const end = one.body + 2 + bytes * (1 + to.length);
    editor.zeros(end, one.end - end);
    references.push({ type: one.type, from, to });
    if (references.length > MOST_RANGES) throw new Unfit("too-complex");
  }
  return references;
}

function readPlaces(table: Uint8Array, idat: number | undefined, size: number): Map<number, Range[]> {
  const numbers = new Numbers(table);
  const version = numbers.next(1);
  if (version > 2) throw new Unfit("not-supported");
  numbers.next(1);
  numbers.next(2);
  const sizes = numbers.next(2);
  const [offsetBytes, lengthBytes, baseBytes] = [sizes >> 12, (sizes >> 8) & 15, (sizes >> 4) & 15];
  const indexBytes = version === 0 ? 0 : sizes & 15;
  const count = numbers.next(version < 2 ? 2 : 4);
  if (count > MOST_ITEMS) throw new Unfit("too-complex");
  const all = new Map<number, Range[]>();
  let total = 0;
  for (let item = 0; item < count; item++) {
    const id = numbers.next(version < 2 ? 2 : 4);
    const method = version === 0 ? 0 : numbers.next(2) & 15;
    // Bytes that lie in another file.
    if (numbers.next(2) !== 0) throw new Unfit("not-supported");
    const base = numbers.next(baseBytes);
    const extents = numbers.next(2);
    const ranges: Range[] = [];
    for (let extent = 0; extent < extents; extent++) {
      numbers.next(indexBytes);
      const at = base + numbers.next(offsetBytes) + (method === 1 ? (idat ?? size) : 0);
      const length = numbers.next(lengthBytes);
      if (method === 2) continue;
      // Without a length the item is the whole file, or the whole of `idat`: none that anybody writes.
      if (length === 0 || at + length > size) throw new Unfit("not-supported");
      ranges.push({ at, length });
    }
    if (all.has(id)) throw new Unfit("damaged");
    all.set(id, ranges);
    total += extents;
    if (total > MOST_RANGES) throw new Unfit("too-complex");
  }
  return all;
}
