/**
 * Rewrites the tables every few hours, so that whoever has the disk reads of the rows no more than their days: no
 * microsecond and no order (docs/decisions/0051).
 */
import type { Logger } from "pino";
import type { Database } from "../store/database.ts";
import {
  countArrivedBytes,
  findRewritten,
  findTimeKeepers,
  forgetTimes,
  rewriteTable,
  settleCells,
} from "../store/rewrite.ts";
import { today } from "../services/common/today.ts";

/** How long the disk may tell more than a day. Half of it is drawn each time: the hour at which it ran tells nothing. */
const EVERY_MS = 4 * 3_600_000;
/** Everybody waits while a table is laid out anew: for a thousandth of the time at most, and once a day at the least. */
const PAUSE_PER_WORK = 1_000;
const LONGEST_PAUSE_MS = 24 * 3_600_000;
/** Somebody else held a lock, a dump most likely. */
const RETRY_MS = 600_000;

/** A day's files above this are left as they came until they settle, the first time after midnight: some ten seconds' work. */
const MOST_ARRIVED_BYTES = 1_073_741_824;

export function startRewriting(database: Database, log: Logger): () => void {
  let timer: NodeJS.Timeout | undefined;
  let hasComplained = false;
  const later = (pauseMs: number) => {
    timer = setTimeout(() => void run(), pauseMs);
    timer.unref();
  };
  const drawn = (ms: number) => ms * (0.5 + Math.random() / 2);
  const complain = (keepers: readonly string[]) => {
    if (!hasComplained && keepers.length > 0)
      log.warn({ keepers }, "the database keeps times for longer than some hours (docs/operations/database.md)");
    hasComplained = true;
  };
  const run = async () => {
    const begun = performance.now();
    try {
      const isForgotten = await rewrite(database);
      complain([...(await findTimeKeepers(database)), ...(isForgotten ? [] : ["pg_switch_wal"])]);
      later(Math.max(drawn(EVERY_MS), Math.min((performance.now() - begun) * PAUSE_PER_WORK, LONGEST_PAUSE_MS)));
    } catch (error) {
      log.error({ err: error }, "rewriting rows failed");
      later(RETRY_MS);
    }
  };
  // The first time soon, so that a server that is restarted often comes to it too.
  later(drawn(RETRY_MS));
  return () => clearTimeout(timer);
}

/** @returns false when the database did not let its write-ahead log be ended */
export async function rewrite(database: Database, day = today()): Promise<boolean> {
  await settleCells(database, day);
  const hasMany = (await countArrivedBytes(database)) > MOST_ARRIVED_BYTES;
  for (const table of await findRewritten(database)) {
    if (table !== "file_cells" || !hasMany) await rewriteTable(database, table, day);
  }
  return forgetTimes(database);
}
