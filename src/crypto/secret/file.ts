/** Sealing and opening a file, cell by cell (docs/protocol.md, "Files"): never more than one cell of it is held. */
import { type Bytes, concat } from "../bytes.ts";
import { CryptoError } from "../errors.ts";
import { CHUNK_BYTES, type CellLayout, FILE_ID_BYTES, cellLayoutOf, sealedCellBytes } from "../file-cells.ts";
import { KEY_BYTES, hash, randomBytes } from "../sodium.ts";
import { type StreamOpener, openStream, sealStream } from "../stream.ts";
import { STREAM_CHUNK_OVERHEAD_BYTES, STREAM_HEADER_BYTES } from "../stream-size.ts";

const SEALED_CHUNK_BYTES = CHUNK_BYTES + STREAM_CHUNK_OVERHEAD_BYTES;

/** Name and key of one file, both random. They serve once: whoever begins anew makes new ones. */
export type FileKeys = { readonly id: Bytes; readonly key: Bytes };

export function makeFileKeys(): FileKeys {
  return { id: randomBytes(FILE_ID_BYTES), key: randomBytes(KEY_BYTES) };
}

function placeOf(caseId: Uint8Array, fileId: Uint8Array): Bytes {
  if (fileId.length !== FILE_ID_BYTES) throw new CryptoError("malformed");
  return hash("segel/1/attachment", caseId, fileId);
}

/**
 * Names all sealed cells of a file in their order. It stands in the message that brings the file: who has the file's
 * key could seal another content under it, and not one with these hashes (attack 73).
 *
 * @param cellHashes SHA-256 of each sealed cell
 */
export function fileHashOf(caseId: Uint8Array, fileId: Uint8Array, cellHashes: readonly Uint8Array[]): Bytes {
  return hash("segel/1/file", caseId, fileId, cellHashes.length, ...cellHashes);
}

/** Plaintext bytes of one cell; what is missing to `cellBytes` are zeros. */
export function plainCellBytes(size: number, { cellBytes }: CellLayout, cell: number): number {
  return Math.min(cellBytes, Math.max(0, size - cell * cellBytes));
}

const ZEROS = new Uint8Array(CHUNK_BYTES);

export type FileSealer = {
  readonly layout: CellLayout;
  /**
   * The next cell, sealed. Throws `malformed` unless `plaintext` has exactly the bytes of that cell
   * (`plainCellBytes`), `incomplete` behind the last cell.
   */
  seal(plaintext: Uint8Array): Bytes;
};

/** Starts a file of `size` bytes. Throws `too-long` above 1 GiB, `bad-key`, `no-randomness`. */
export function sealFile(caseId: Uint8Array, { id, key }: FileKeys, size: number): FileSealer {
  const layout = cellLayoutOf(size);
  const sealer = sealStream(key, placeOf(caseId, id));
  let cell = 0;
  return {
    layout,
    seal(plaintext) {
      if (cell === layout.cells) throw new CryptoError("incomplete");
      if (plaintext.length !== plainCellBytes(size, layout, cell)) throw new CryptoError("malformed");
      const sealed = new Uint8Array(sealedCellBytes(layout.cellBytes, cell));
      if (cell === 0) sealed.set(sealer.header);
      let to = cell === 0 ? STREAM_HEADER_BYTES : 0;
      const isLastCell = ++cell === layout.cells;
      for (let from = 0; from < layout.cellBytes; from += CHUNK_BYTES, to += SEALED_CHUNK_BYTES) {
        const isFinal = isLastCell && from + CHUNK_BYTES === layout.cellBytes;
        sealed.set(sealer.push(chunkOf(plaintext, from), isFinal), to);
      }
      return sealed;
    },
  };
}

/** A whole chunk is taken where it lies; only the one in which the file ends is copied, to be filled with zeros. */
function chunkOf(plaintext: Uint8Array, from: number): Uint8Array {
  const there = plaintext.subarray(from, from + CHUNK_BYTES);
  if (there.length === CHUNK_BYTES) return there;
  return there.length === 0 ? ZEROS : concat(there, ZEROS.subarray(there.length));
}

export type FileOpener = {
  /**
   * Plaintext of the next cell, without the zeros behind the file's end. Nothing of it may be saved or shown as the
   * file before `end` has returned. Throws `incomplete` for a cell that is cut or goes on, for one behind the last and
   * behind a final chunk, `altered` for all else; and then for whatever comes after, since the file is dead.
   */
  open(sealed: Uint8Array): Bytes;
  /** Throws `incomplete` before the last cell was opened, or without a final chunk; whatever killed a dead file. */
  end(): void;
};

/** Opens a file of `size` bytes. Throws `too-long`, `bad-key`. */
export function openFile(caseId: Uint8Array, { id, key }: FileKeys, size: number): FileOpener {
  const layout = cellLayoutOf(size);
  const place = placeOf(caseId, id);
  if (key.length !== KEY_BYTES) throw new CryptoError("bad-key");
  let stream: StreamOpener | undefined;
  let cell = 0;
  let failure: CryptoError | undefined;

  function openNext(sealed: Uint8Array): Bytes {
    if (cell === layout.cells || sealed.length !== sealedCellBytes(layout.cellBytes, cell))
      throw new CryptoError("incomplete");
    let from = cell === 0 ? STREAM_HEADER_BYTES : 0;
    stream ??= openStream(key, sealed.subarray(0, STREAM_HEADER_BYTES), place);
    const padded = new Uint8Array(layout.cellBytes);
    for (let to = 0; to < padded.length; to += CHUNK_BYTES, from += SEALED_CHUNK_BYTES)
      padded.set(stream.pull(sealed.subarray(from, from + SEALED_CHUNK_BYTES)), to);
    const length = plainCellBytes(size, layout, cell);
    if (!isZero(padded, length)) throw new CryptoError("altered");
    cell++;
    return padded.subarray(0, length);
  }

  const orDie = <Result>(work: () => Result): Result => {
    if (failure !== undefined) throw failure;
    try {
      return work();
    } catch (error) {
      if (error instanceof CryptoError) failure = error;
      throw error;
    }
  };
  return {
    open: (sealed) => orDie(() => openNext(sealed)),
    end: () =>
      orDie(() => {
        if (cell !== layout.cells) throw new CryptoError("incomplete");
        stream?.end();
      }),
  };
}

/** Behind the file's end nothing can be hidden, and a file has one way to be sealed. */
function isZero(bytes: Uint8Array, from: number): boolean {
  for (let at = from; at < bytes.length; at++) if (bytes[at] !== 0) return false;
  return true;
}
