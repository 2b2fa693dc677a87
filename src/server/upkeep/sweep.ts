/** Removes nonces and sessions that have expired, files that no message has claimed, and cases that two members discarded. */
import type { Logger } from "pino";
import type { Database } from "../store/database.ts";
import { UNCLAIMED_FILE_DAYS } from "../../protocol/limits.ts";
import { removeDiscarded } from "../store/cases/discards.ts";
import { deleteForgotten } from "../store/cases/files.ts";
import { deleteExpired } from "../store/spent.ts";
import { daysAgo, today } from "../services/common/today.ts";

/** As long as a nonce lives: the table stays about as large as the traffic of an hour. */
const INTERVAL_MS = 600_000;

export function startSweeping(database: Database, log: Logger): () => void {
  const timer = setInterval(() => {
    sweep(database).catch((error: unknown) => log.error({ err: error }, "removing expired rows failed"));
  }, INTERVAL_MS);
  timer.unref();
  return () => clearInterval(timer);
}

/**
 * An unclaimed file goes on the second midnight after its last cell: days are known, times are not. A discarded case goes
 * when thirty whole days have passed.
 */
export async function sweep(database: Database): Promise<void> {
  await deleteExpired(database);
  await deleteForgotten(database, daysAgo(UNCLAIMED_FILE_DAYS));
  await removeDiscarded(database, today());
}
