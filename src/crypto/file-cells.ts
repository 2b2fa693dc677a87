/**
 * How a file is cut and filled, as seen without its key (docs/protocol.md, "Files"): chunks of 64 KiB in cells of one
 * size, a number of cells that says little about the file's length. A cell is what is sent, kept and asked for again.
 */
import { CryptoError } from "./errors.ts";
import { STREAM_CHUNK_OVERHEAD_BYTES, STREAM_HEADER_BYTES } from "./stream-size.ts";

/** A file's random name on the server, made by who seals it: it says nothing about the file. */
export const FILE_ID_BYTES = 16;
/** Plaintext of one chunk (docs/protocol.md, "Files"). */
export const CHUNK_BYTES = 65_536;
/** Plaintext of a cell of a file of at most 1 MiB, and of a larger one. */
export const SMALL_CELL_BYTES = 262_144;
export const LARGE_CELL_BYTES = 1_048_576;
/** Up to 16 cells their number is a power of two, above that a multiple of 16. */
const STEP_CELLS = 16;
/** A file is at most 1 GiB long (docs/protocol.md, "Files"). */
export const MAX_FILE_BYTES = 1_073_741_824;
export const MAX_FILE_CELLS = MAX_FILE_BYTES / LARGE_CELL_BYTES;

/** What a server sees of a file's length. */
export type CellLayout = {
  /** Plaintext bytes of each cell */
  readonly cellBytes: typeof SMALL_CELL_BYTES | typeof LARGE_CELL_BYTES;
  readonly cells: number;
};

/** The layout of a file of `size` bytes, 0…2³⁰. Throws `too-long`. */
export function cellLayoutOf(size: number): CellLayout {
  if (!(size <= MAX_FILE_BYTES)) throw new CryptoError("too-long");
  const cellBytes = size <= LARGE_CELL_BYTES ? SMALL_CELL_BYTES : LARGE_CELL_BYTES;
  const needed = Math.max(1, Math.ceil(size / cellBytes));
  let cells = 1;
  while (cells < needed && cells < STEP_CELLS) cells *= 2;
  return { cellBytes, cells: needed <= STEP_CELLS ? cells : Math.ceil(needed / STEP_CELLS) * STEP_CELLS };
}

/** Length of a sealed cell: its chunks, and before the first of all the stream's header. */
export function sealedCellBytes(cellBytes: CellLayout["cellBytes"], cell: number): number {
  const chunks = cellBytes / CHUNK_BYTES;
  return (cell === 0 ? STREAM_HEADER_BYTES : 0) + chunks * (CHUNK_BYTES + STREAM_CHUNK_OVERHEAD_BYTES);
}

export const MAX_SEALED_CELL_BYTES = sealedCellBytes(LARGE_CELL_BYTES, 0);

/** The layout that a sealed cell of this length belongs to, where it can be cell `cell` of `cells`; undefined else. */
export function findLayout(sealedBytes: number, cell: number, cells: number): CellLayout | undefined {
  if (cell >= cells) return undefined;
  return ([SMALL_CELL_BYTES, LARGE_CELL_BYTES] as const)
    .map((cellBytes) => ({ cellBytes, cells }))
    .find((layout) => sealedCellBytes(layout.cellBytes, cell) === sealedBytes && isLayout(layout));
}

/** Whether a file can have this layout: each length has one. */
function isLayout({ cellBytes, cells }: CellLayout): boolean {
  const longest = cellBytes * cells;
  if (!(longest <= MAX_FILE_BYTES)) return false;
  const layout = cellLayoutOf(longest);
  return layout.cellBytes === cellBytes && layout.cells === cells;
}
