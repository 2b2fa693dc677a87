/** How much of a room on the disk is taken: one for texts, one for files. */
import { performance } from "node:perf_hooks";

export type StorageQuota = {
  /** Whether so many bytes more leave the given share of the room unfilled. */
  readonly fits: (bytes: number, share?: number) => Promise<boolean>;
  /** 0 to 1, or more where the room has been made smaller */
  readonly filled: () => Promise<number>;
  /** Counts what this process has stored since the last look. */
  readonly add: (bytes: number) => void;
};

/** Looked up so often at most: other processes store and remove in between, as much as lines carry in that time. */
const LOOK_MS = 10_000;

/** So much of it must be free again before it is told anew that a share is full: else each removal would tell the next. */
const FREE_AGAIN = 1 / 10;

export type Told = { readonly share: number; readonly onFull: () => void };

/** @param told called when something finds its share full, and again when there was room in between */
export function makeStorageQuota(count: () => Promise<number>, limit: number, told: readonly Told[]): StorageQuota {
  const stored = lookedUp(count, LOOK_MS);
  const full = new Set<Told>();
  return {
    async fits(bytes, share = 1) {
      const now = await stored.now();
      for (const each of told) {
        const most = limit * each.share;
        if (now <= most * (1 - FREE_AGAIN)) full.delete(each);
        if (now + bytes <= most || full.has(each)) continue;
        full.add(each);
        each.onFull();
      }
      return now + bytes <= limit * share;
    },
    filled: async () => (limit === 0 ? 1 : (await stored.now()) / limit),
    add: stored.add,
  };
}

/** A figure of the database that costs a pass over many rows: the last one, looked up again after a while. */
export function lookedUp(
  count: () => Promise<number>,
  everyMs: number,
): { readonly now: () => Promise<number>; readonly add: (more: number) => void } {
  let last = 0;
  let lookedAt = Number.NEGATIVE_INFINITY;
  let looking: Promise<void> | undefined;
  return {
    async now() {
      if (performance.now() - lookedAt >= everyMs) {
        // Before the answer, so that one asks and the others wait with it.
        lookedAt = performance.now();
        looking = count().then(
          (found) => void (last = found),
          (error: unknown) => {
            lookedAt = Number.NEGATIVE_INFINITY;
            throw error;
          },
        );
      }
      await looking;
      return last;
    },
    add: (more) => void (last += more),
  };
}
