import fc from "fast-check";
import t from "tap";
import { concat, hex } from "../../src/crypto/bytes.ts";
import {
  CHUNK_BYTES,
  LARGE_CELL_BYTES,
  MAX_FILE_BYTES,
  MAX_FILE_CELLS,
  MAX_SEALED_CELL_BYTES,
  SMALL_CELL_BYTES,
  cellLayoutOf,
  findLayout,
  sealedCellBytes,
} from "../../src/crypto/file-cells.ts";
import {
  type FileKeys,
  fileHashOf,
  makeFileKeys,
  openFile,
  plainCellBytes,
  sealFile,
} from "../../src/crypto/secret/file.ts";
import { sealStream } from "../../src/crypto/stream.ts";
import { STREAM_CHUNK_OVERHEAD_BYTES, STREAM_HEADER_BYTES } from "../../src/crypto/stream-size.ts";
import { hash, randomBytes } from "../../src/crypto/sodium.ts";
import { LIGHT, flipBit } from "./sample.ts";

const altered = { name: "CryptoError", code: "altered" };
const incomplete = { name: "CryptoError", code: "incomplete" };
const CASE = randomBytes(32);
const MIB = LARGE_CELL_BYTES;
const SEALED_CHUNK_BYTES = CHUNK_BYTES + STREAM_CHUNK_OVERHEAD_BYTES;

/** So many bytes that no two chunks are alike. */
function fileOf(size: number): Uint8Array {
  const bytes = new Uint8Array(size);
  for (let at = 0; at < size; at += CHUNK_BYTES) bytes.set(randomBytes(Math.min(CHUNK_BYTES, size - at)), at);
  return bytes;
}

function sealAll(keys: FileKeys, plaintext: Uint8Array, caseId = CASE): Uint8Array[] {
  const sealer = sealFile(caseId, keys, plaintext.length);
  const { layout } = sealer;
  return Array.from({ length: layout.cells }, (_, cell) => {
    const from = cell * layout.cellBytes;
    return sealer.seal(plaintext.subarray(from, from + plainCellBytes(plaintext.length, layout, cell)));
  });
}

/** The file, or the error with which it ends; nothing counts as opened before `end`. */
function openAll(keys: FileKeys, cells: readonly Uint8Array[], size: number, caseId = CASE): Uint8Array {
  const opener = openFile(caseId, keys, size);
  const pieces = cells.map((cell) => opener.open(cell));
  opener.end();
  return concat(...pieces);
}

/** Three small cells' worth of bytes in four cells: the last is filled up. */
const SIZE = 3 * SMALL_CELL_BYTES - 5;
function sealOne() {
  const keys = makeFileKeys();
  const plaintext = fileOf(SIZE);
  return { keys, plaintext, cells: sealAll(keys, plaintext) };
}

const SIZES = [0, 1, 65_535, 65_536, 65_537, 262_143, 262_144, 262_145, MIB, MIB + 1];
const LONG_SIZES = [16 * MIB, 17 * MIB];

t.test("a file of any size comes back byte for byte, in cells of the lengths that were promised", (t) => {
  for (const size of LIGHT ? SIZES.slice(0, 6) : [...SIZES, ...LONG_SIZES]) {
    const keys = makeFileKeys();
    const plaintext = fileOf(size);
    const cells = sealAll(keys, plaintext);
    const { cellBytes } = cellLayoutOf(size);
    t.same(
      cells.map(({ length }) => length),
      cells.map((_, cell) => sealedCellBytes(cellBytes, cell)),
      `${size}`,
    );
    t.ok(Buffer.from(openAll(keys, cells, size)).equals(plaintext), `${size} bytes`);
  }
  t.end();
});

t.test("each length has one layout, in which it fits, and which says little about it", (t) => {
  fc.assert(
    fc.property(
      fc.oneof(fc.integer({ min: 0, max: 20 * MIB }), fc.integer({ min: 0, max: MAX_FILE_BYTES })),
      (size) => {
        const { cellBytes, cells } = cellLayoutOf(size);
        t.ok(cellBytes * cells >= size);
        t.equal(cellBytes, size <= MIB ? SMALL_CELL_BYTES : LARGE_CELL_BYTES);
        t.ok(Number.isInteger(Math.log2(cells)) || cells % 16 === 0);
        t.ok(cells <= MAX_FILE_CELLS);
        for (const cell of new Set([0, cells >> 1, cells - 1])) {
          t.same(findLayout(sealedCellBytes(cellBytes, cell), cell, cells), { cellBytes, cells });
          t.equal(findLayout(sealedCellBytes(cellBytes, cell) + 1, cell, cells), undefined, "another length");
        }
        t.equal(findLayout(sealedCellBytes(cellBytes, cells), cells, cells), undefined, "a cell behind the last");
      },
    ),
  );
  t.same(cellLayoutOf(0), { cellBytes: SMALL_CELL_BYTES, cells: 1 });
  t.same(cellLayoutOf(MIB + 1), { cellBytes: LARGE_CELL_BYTES, cells: 2 });
  t.same(cellLayoutOf(9 * MIB), { cellBytes: LARGE_CELL_BYTES, cells: 16 });
  t.same(cellLayoutOf(17 * MIB), { cellBytes: LARGE_CELL_BYTES, cells: 32 });
  t.same(cellLayoutOf(MAX_FILE_BYTES), { cellBytes: LARGE_CELL_BYTES, cells: MAX_FILE_CELLS });
  for (const size of [MAX_FILE_BYTES + 1, Number.NaN, Number.POSITIVE_INFINITY])
    t.throws(() => cellLayoutOf(size), { code: "too-long" });
  t.end();
});

t.test("what is no cell of any file has no layout", (t) => {
  fc.assert(
    fc.property(fc.nat(MAX_SEALED_CELL_BYTES), fc.nat(20), fc.nat(40), (length, cell, cells) => {
      const layout = findLayout(length, cell, cells);
      if (layout === undefined) return;
      t.equal(sealedCellBytes(layout.cellBytes, cell), length);
    }),
  );
  const small = sealedCellBytes(SMALL_CELL_BYTES, 1);
  t.equal(findLayout(small, 1, 8), undefined, "2 MiB would be sealed in large cells");
  t.equal(findLayout(sealedCellBytes(LARGE_CELL_BYTES, 0), 0, 1), undefined, "1 MiB would be sealed in small ones");
  for (const cells of [3, 17, 24, MAX_FILE_CELLS + 16])
    t.equal(findLayout(sealedCellBytes(LARGE_CELL_BYTES, 1), 1, cells), undefined, `${cells} cells`);
  t.end();
});

t.test("a cell takes exactly its own bytes, and none is sealed behind the last", (t) => {
  const sealer = sealFile(CASE, makeFileKeys(), SMALL_CELL_BYTES + 1);
  const seal = (plaintext: Uint8Array) => sealer.seal(plaintext);
  t.throws(() => seal(new Uint8Array(SMALL_CELL_BYTES - 1)), { code: "malformed" });
  t.throws(() => seal(new Uint8Array(SMALL_CELL_BYTES + 1)), { code: "malformed" });
  seal(new Uint8Array(SMALL_CELL_BYTES));
  seal(new Uint8Array(1));
  t.throws(() => seal(new Uint8Array()), incomplete);
  t.throws(() => sealFile(CASE, makeFileKeys(), MAX_FILE_BYTES + 1), { code: "too-long" });
  const keys = makeFileKeys();
  t.throws(() => sealFile(CASE, { ...keys, key: new Uint8Array(31) }, 1), { code: "bad-key" });
  t.throws(() => openFile(CASE, { ...keys, key: new Uint8Array(31) }, 1), { code: "bad-key" });
  t.throws(() => openFile(CASE, { ...keys, id: new Uint8Array(15) }, 1), { code: "malformed" });
  t.end();
});

t.test("attack 17: a file that is cut, at a cell's border, at a chunk's or anywhere, is incomplete", (t) => {
  const { keys, cells } = sealOne();
  for (let there = 0; there < cells.length; there++)
    t.throws(() => openAll(keys, cells.slice(0, there), SIZE), incomplete, `${there} of ${cells.length} cells`);
  for (const length of [0, STREAM_HEADER_BYTES, STREAM_HEADER_BYTES + SEALED_CHUNK_BYTES, cells[0]!.length - 1])
    t.throws(() => openAll(keys, [cells[0]!.subarray(0, length), ...cells.slice(1)], SIZE), incomplete, `${length}`);
  // Said to be shorter, so that fewer cells are asked for: the final chunk never came.
  t.throws(() => openAll(keys, cells.slice(0, 2), 2 * SMALL_CELL_BYTES), incomplete, "another size is named");
  t.end();
});

t.test("attack 18: bytes after the final chunk, a second final chunk and an empty one are refused", (t) => {
  const { keys, cells } = sealOne();
  const last = cells.at(-1)!;
  const more = { "one byte": new Uint8Array(1), "a cell": cells[1]!, "the last cell again": last };
  for (const [title, bytes] of Object.entries(more)) {
    t.throws(() => openAll(keys, [...cells.slice(0, -1), concat(last, bytes)], SIZE), incomplete, `${title}, joined`);
    t.throws(() => openAll(keys, [...cells, bytes], SIZE), incomplete, title);
  }
  // Its author seals with the bare stream: a final chunk in the first cell, and an empty one at the end.
  const craft = (finals: readonly number[], lengths: (chunk: number) => number) => {
    const crafted = makeFileKeys();
    const sealer = sealStream(crafted.key, hash("segel/1/attachment", CASE, crafted.id));
    const chunks = Array.from({ length: 8 }, (_, chunk) => {
      // The library itself goes on after FINAL; ours stops, so a second stream state is not needed to show it.
      try {
        return sealer.push(new Uint8Array(lengths(chunk)), finals.includes(chunk));
      } catch {
        return randomBytes(lengths(chunk) + STREAM_CHUNK_OVERHEAD_BYTES);
      }
    });
    return { crafted, two: [concat(sealer.header, ...chunks.slice(0, 4)), concat(...chunks.slice(4))] };
  };
  const whole = () => CHUNK_BYTES;
  const size = 2 * SMALL_CELL_BYTES;
  const honest = craft([7], whole);
  t.equal(openAll(honest.crafted, honest.two, size).length, size, "crafted as it should be it opens");
  for (const finals of [[1], [3], [3, 7]]) {
    const { crafted, two } = craft(finals, whole);
    t.throws(() => openAll(crafted, two, size), incomplete, `final chunks at ${finals.join(" and ")}`);
  }
  const none = craft([], whole);
  t.throws(() => openAll(none.crafted, none.two, size), incomplete, "no final chunk");
  const empty = craft([7], (chunk) => (chunk === 7 ? 0 : CHUNK_BYTES));
  t.throws(() => openAll(empty.crafted, empty.two, size), incomplete, "an empty final chunk");
  t.end();
});

t.test("attack 19: chunks and cells in another order, repeated, of another file or case are refused", (t) => {
  const { keys, plaintext, cells } = sealOne();
  const [first, second, third, last] = cells as [Uint8Array, Uint8Array, Uint8Array, Uint8Array];
  const other = sealAll(makeFileKeys(), plaintext);
  const elsewhere = sealAll(keys, plaintext, randomBytes(32));
  const again = sealAll(keys, plaintext);
  const chunk = (at: number) => second.subarray(at * SEALED_CHUNK_BYTES, (at + 1) * SEALED_CHUNK_BYTES);
  const orders: Readonly<Record<string, readonly Uint8Array[]>> = {
    "cells exchanged": [first, third, second, last],
    "a cell repeated": [first, second, second, last],
    "the last cell early": [first, second, last, third],
    "chunks exchanged": [first, concat(chunk(1), chunk(0), chunk(2), chunk(3)), third, last],
    "a chunk repeated": [first, concat(chunk(0), chunk(0), chunk(2), chunk(3)), third, last],
    "a cell of another file": [first, other[1]!, third, last],
    "the first cell of another file": [other[0]!, second, third, last],
    "a cell of another sealing": [first, again[1]!, third, last],
    "all of another case": elsewhere,
    "all of another file": other,
  };
  for (const [title, order] of Object.entries(orders)) t.throws(() => openAll(keys, order, SIZE), altered, title);
  t.throws(() => openAll({ ...keys, id: randomBytes(16) }, cells, SIZE), altered, "under another id");
  t.throws(() => openAll({ ...keys, key: randomBytes(32) }, cells, SIZE), altered, "under another key");
  t.throws(() => openAll(keys, [second, first, third, last], SIZE), incomplete, "the header is not in the first cell");
  t.end();
});

t.test("attack 20: one corrupted chunk ends the file, whatever comes after it", (t) => {
  const { keys, cells } = sealOne();
  const opener = openFile(CASE, keys, SIZE);
  opener.open(cells[0]!);
  t.throws(() => opener.open(flipBit(cells[1]!, 2 * SEALED_CHUNK_BYTES + 100)), altered);
  for (const cell of cells) t.throws(() => opener.open(cell), altered, "the genuine one too");
  t.throws(() => opener.end(), altered);
  const cut = openFile(CASE, keys, SIZE);
  t.throws(() => cut.open(cells[0]!.subarray(1)), incomplete);
  t.throws(() => cut.open(cells[0]!), incomplete, "dead as well");
  t.throws(() => cut.end(), incomplete);
  t.end();
});

t.test("what fills up a file is zeros, and hides nothing", (t) => {
  const keys = makeFileKeys();
  const longer = new Uint8Array(SIZE + 3);
  longer[SIZE + 2] = 1;
  const cells = sealAll(keys, longer);
  t.equal(openAll(keys, cells, SIZE + 3).length, SIZE + 3);
  t.throws(() => openAll(keys, cells, SIZE), altered, "behind the end in the cell where the file ends");
  longer[SIZE + 2] = 0;
  t.equal(openAll(keys, sealAll(keys, longer), SIZE).length, SIZE);
  t.throws(
    () => openAll(keys, sealAll(keys, fileOf(4 * SMALL_CELL_BYTES)), SIZE),
    altered,
    "in a cell that only fills up",
  );
  t.end();
});

t.test("attack 73: another content under the same id, key and size has another hash", (t) => {
  const { keys, cells } = sealOne();
  const exchanged = sealAll(keys, fileOf(SIZE));
  t.equal(openAll(keys, exchanged, SIZE).length, SIZE, "the stream alone does not notice");
  const nameOf = (sealed: readonly Uint8Array[], caseId = CASE, id: Uint8Array = keys.id) =>
    hex(
      fileHashOf(
        caseId,
        id,
        sealed.map((cell) => hash("segel/1/row", cell)),
      ),
    );
  const names = [
    nameOf(cells),
    nameOf(exchanged),
    nameOf(cells, randomBytes(32)),
    nameOf(cells, CASE, randomBytes(16)),
    nameOf(cells.slice(0, -1)),
    nameOf([cells[1]!, cells[0]!, ...cells.slice(2)]),
    nameOf([...cells, cells[0]!]),
  ];
  t.equal(new Set(names).size, names.length, "content, case, id, number and order of cells all count");
  t.equal(nameOf(cells), names[0]);
  t.end();
});

t.test("attack 21: the same file sealed again has another id, key and header, and no cell alike", (t) => {
  const plaintext = fileOf(1_000);
  const rounds = LIGHT ? 10 : 50;
  const sealed = Array.from({ length: rounds }, () => {
    const keys = makeFileKeys();
    return [hex(keys.id), hex(keys.key), ...sealAll(keys, plaintext).map((cell) => hex(cell.subarray(0, 100)))];
  }).flat();
  t.equal(new Set(sealed).size, 3 * rounds);
  t.end();
});
