/** Vectors of streams and of files, which are streams cut into cells. */
import { createHash } from "node:crypto";
import { Collection, type Json, type VectorFile, bytes } from "../format.ts";
import { type Chunk, Seeded, concat, hash, list, secretstream } from "../primitives.ts";

const INCOMPLETE = { error: "incomplete" } as const;
const ALTERED = { error: "altered" } as const;
const MALFORMED = { error: "malformed" } as const;
const CHUNK_BYTES = 65_536;
const MIB = 1_048_576;

const sha256 = (content: Uint8Array) => createHash("sha256").update(content).digest();

/**
 * The sealed cells of a file from all that is random in it. A vector holds this recipe and the SHA-256 of each cell
 * instead of the cells, which are long.
 */
export function sealCells(
  { key, header, place }: { readonly key: Uint8Array; readonly header: Uint8Array; readonly place: Uint8Array },
  padded: Uint8Array,
  cellBytes: number,
  finals: readonly number[] = [padded.length / CHUNK_BYTES - 1],
): Buffer[] {
  const chunks = Array.from({ length: padded.length / CHUNK_BYTES }, (_, at): Chunk => {
    const plaintext = padded.subarray(at * CHUNK_BYTES, (at + 1) * CHUNK_BYTES);
    return { plaintext, tag: finals.includes(at) ? 3 : 0 };
  });
  const sealed = secretstream(key, header, place, chunks);
  const perCell = cellBytes / CHUNK_BYTES;
  return Array.from({ length: sealed.length / perCell }, (_, cell) =>
    concat(...(cell === 0 ? [header] : []), ...sealed.slice(cell * perCell, (cell + 1) * perCell)),
  );
}

export function files(): VectorFile {
  const c = new Collection("file");
  const random = new Seeded(c.subject);
  const [caseId, id, key, header] = [random.bytes(32), random.bytes(16), random.bytes(32), random.bytes(24)];
  const place = hash("attachment", caseId, id);
  addStreams(c, random, { key, header, aad: place });

  const layout = (size: number, cellBytes: number, cells: number) =>
    c.add(`the layout of ${size} bytes`, "cell-layout", { size }, { output: { cellBytes, cells } });
  layout(0, MIB / 4, 1);
  layout(MIB / 4, MIB / 4, 1);
  layout(MIB / 4 + 1, MIB / 4, 2);
  layout(MIB / 2 + 1, MIB / 4, 4);
  layout(MIB, MIB / 4, 4);
  layout(MIB + 1, MIB, 2);
  layout(16 * MIB, MIB, 16);
  layout(16 * MIB + 1, MIB, 32);
  layout(32 * MIB + 1, MIB, 48);
  layout(1_024 * MIB, MIB, 1_024);
  c.add("a byte more than 1 GiB", "cell-layout", { size: 1_024 * MIB + 1 }, { error: "too-long" });

  const recipe = { caseId: bytes(caseId), id: bytes(id), key: bytes(key), header: bytes(header) };
  type Case = {
    readonly size: number;
    readonly padded: Uint8Array;
    readonly finals?: readonly number[];
    /** Numbers of the cells that come, in their order */
    readonly come?: readonly number[];
  };
  const put = (about: string, { size, padded, finals, come }: Case, error?: { readonly error: string }) => {
    const cellBytes = MIB / 4;
    const cells = sealCells({ key, header, place }, padded, cellBytes, finals);
    const names = cells.map(sha256);
    const order = come ?? cells.map((_, cell) => cell);
    const input = {
      ...recipe,
      size,
      padded: bytes(padded),
      cellBytes,
      finals: [...(finals ?? [padded.length / CHUNK_BYTES - 1])],
      cells: names.map(bytes),
      come: [...order],
    };
    const output = {
      sha256: bytes(sha256(padded.subarray(0, size))),
      fileHash: bytes(hash("file", caseId, id, names.length, ...names)),
    };
    c.add(about, "open-file", input, error ?? { output });
  };
  const padded = (length: number, cells: number, rest = 0) =>
    concat(Buffer.alloc(length, 0x61), Buffer.alloc((cells * MIB) / 4 - length, rest));
  put("an empty file", { size: 0, padded: padded(0, 1) });
  put("five bytes", { size: 5, padded: padded(5, 1) });
  put("a whole cell", { size: MIB / 4, padded: padded(MIB / 4, 1) });
  const long = { size: MIB / 4 + 1, padded: padded(MIB / 4 + 1, 2) };
  put("a cell and a byte", long);
  put("the second cell is missing", { ...long, come: [0] }, INCOMPLETE);
  put("the second cell twice", { ...long, come: [0, 1, 1] }, INCOMPLETE);
  put("the first cell twice", { ...long, come: [0, 0] }, INCOMPLETE);
  put("no final chunk", { ...long, finals: [] }, INCOMPLETE);
  put("a final chunk at the end of the first cell, and one at the end", { ...long, finals: [3, 7] }, INCOMPLETE);
  put("something behind the file's end", { size: 5, padded: padded(5, 1, 1) }, ALTERED);
  const four = { size: MIB / 2 + 1, padded: padded(MIB / 2 + 1, 4) };
  put("the second and third cell exchanged", { ...four, come: [0, 2, 1, 3] }, ALTERED);

  const [row, one, other] = [random.bytes(20), random.bytes(16), random.bytes(16)];
  const frame = (about: string, content: Uint8Array, result: { output: Json } | { error: string }) =>
    c.add(about, "parse-member-row", { bytes: bytes(content) }, result);
  frame("a message of a member without files", list("member-row", row), { output: { row: bytes(row), files: [] } });
  frame("and with two", list("member-row", row, one, other), {
    output: { row: bytes(row), files: [bytes(one), bytes(other)] },
  });
  frame("one file twice", list("member-row", row, one, one), MALFORMED);
  frame("a file's id one byte short", list("member-row", row, one.subarray(1)), MALFORMED);
  frame(
    "fifty-one files",
    list("member-row", row, ...Array.from({ length: 51 }, () => random.bytes(16))),
    MALFORMED,
  );

  const entry = {
    id: id.toString("hex"),
    name: "bukti é 漢.pdf",
    type: "application/pdf",
    size: MIB / 4 + 1,
    cells: 2,
    key: key.toString("base64url"),
    hash: random.bytes(32).toString("hex"),
  };
  const message = (about: string, content: object, result?: { error: string }, direction = "reporter") => {
    const text = JSON.stringify(content);
    c.add(about, "parse-files-message", { direction, text }, result ?? { output: text });
  };
  message("a message that brings a file", { text: "", files: [entry] });
  message("and one of the team", { text: "Mohon dibaca.", files: [entry] }, undefined, "team");
  message("files in a note", { text: "", files: [entry] }, MALFORMED, "internal");
  message("no file", { text: "a", files: [] }, MALFORMED);
  message("one file twice", { text: "", files: [entry, entry] }, MALFORMED);
  message("a number of cells that this size has not", { text: "", files: [{ ...entry, cells: 4 }] }, MALFORMED);
  message("a size above 1 GiB", { text: "", files: [{ ...entry, size: 1_024 * MIB + 1, cells: 1_024 }] }, MALFORMED);
  message("a name of 256 code points", { text: "", files: [{ ...entry, name: "😀".repeat(256) }] }, MALFORMED);
  message("a name of 255", { text: "", files: [{ ...entry, name: "😀".repeat(255) }] });
  message("a type with a parameter", { text: "", files: [{ ...entry, type: "text/plain; a=b" }] }, MALFORMED);
  return c.file();
}

function addStreams(
  c: Collection,
  random: Seeded,
  { key, header, aad }: { readonly key: Uint8Array; readonly header: Uint8Array; readonly aad: Uint8Array },
): void {
  const texts = [random.bytes(20), random.bytes(33), random.bytes(0)];
  const seal = (...tags: readonly number[]) =>
    secretstream(
      key,
      header,
      aad,
      texts.map((plaintext, at) => ({ plaintext, tag: tags[at] ?? 0 })),
      // Nobody opens what stands behind FINAL: the vector is as it was first made.
      false,
    );
  const put = (about: string, chunks: readonly Uint8Array[], result: { output: Json } | { error: string }) =>
    c.add(
      about,
      "open-stream",
      { key: bytes(key), header: bytes(header), aad: bytes(aad), chunks: chunks.map(bytes) },
      result,
    );
  const [first, second, last] = seal(0, 0, 3) as [Buffer, Buffer, Buffer];
  put("a stream of three chunks, the last of them empty", [first, second, last], { output: texts.map(bytes) });
  put("no final chunk", [first, second], INCOMPLETE);
  put("no chunk", [], INCOMPLETE);
  put("a chunk behind the final one", seal(0, 3, 3), INCOMPLETE);
  put("a chunk left out", [first, last], ALTERED);
  put("a chunk twice", [first, first, second, last], ALTERED);
  put("a changed bit", [first, concat(second.subarray(0, -1), Uint8Array.of(second.at(-1)! ^ 1)), last], ALTERED);
  put("a chunk of sixteen bytes", [first.subarray(0, 16)], ALTERED);
  put("a tag that is never written", seal(1, 0, 3), ALTERED);
}
