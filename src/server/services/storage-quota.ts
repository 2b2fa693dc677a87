/** How much room is left for files. Texts are never asked: a report is stored wherever PostgreSQL still can. */
import { performance } from "node:perf_hooks";
import type { Database } from "../store/database.ts";
import { countCellBytes } from "../store/file-cells.ts";

export type StorageQuota = {
  readonly fits: (bytes: number) => Promise<boolean>;
  /** Counts what this process has stored since the last look. */
  readonly add: (bytes: number) => void;
};

/** Looked up so often at most: other processes store and remove in between, as much as lines carry in that time. */
const LOOK_MS = 10_000;

/** @param onFull called when there is room no more, and again when there was some in between */
export function makeStorageQuota(database: Database, limit: number, onFull: () => void): StorageQuota {
  let stored = 0;
  let lookedAt = Number.NEGATIVE_INFINITY;
  let wasFull = false;
  return {
    async fits(bytes) {
      if (performance.now() - lookedAt >= LOOK_MS) {
        // Before the answer, so that one asks and the others go by the last figure.
        lookedAt = performance.now();
        stored = await countCellBytes(database);
      }
      const isFull = stored + bytes > limit;
      if (isFull && !wasFull) onFull();
      wasFull = isFull;
      return !isFull;
    },
    add: (bytes) => void (stored += bytes),
  };
}
