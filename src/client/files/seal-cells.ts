/** Reading a file and sealing it cell by cell: in the program that sends it, or in a worker beside it. */
import type { Bytes } from "../../crypto/bytes.ts";
import { type FileKeys, plainCellBytes, sealFile } from "../../crypto/secret/file.ts";
import { Refusal } from "../refusal.ts";
import { sha256 } from "../line/sha256.ts";

export type ReadableFile = {
  readonly size: number;
  /** Exactly these bytes. Rejects when the file cannot be read any more, or is not the one that was chosen. */
  readonly read: (offset: number, length: number) => Promise<Uint8Array>;
};

export type CellSealing = {
  /** The next cell, one call at a time and one for each cell. Throws Refusal `unreadable-file`. */
  readonly next: () => Promise<{ readonly bytes: Bytes; readonly sha256: Bytes }>;
  /** Lets go of what it holds, wherever it is. */
  readonly end: () => void;
};

export function sealCells(source: ReadableFile, caseId: Uint8Array, keys: FileKeys): CellSealing {
  const { size } = source;
  const sealer = sealFile(caseId, keys, size);
  const { layout } = sealer;
  let cell = 0;
  return {
    async next() {
      const length = plainCellBytes(size, layout, cell);
      const bytes = sealer.seal(await read(source, cell * layout.cellBytes, length));
      cell++;
      return { bytes, sha256: await sha256(bytes) };
    },
    end: () => {},
  };
}

/** Cells that only fill up read nothing. */
async function read(source: ReadableFile, offset: number, length: number): Promise<Uint8Array> {
  if (length === 0) return new Uint8Array();
  let bytes: Uint8Array;
  try {
    bytes = await source.read(offset, length);
  } catch {
    throw new Refusal("unreadable-file");
  }
  if (bytes.length !== length) throw new Refusal("unreadable-file");
  return bytes;
}
