/** Removes nonces and sessions that have expired. */
import type { Logger } from "pino";
import type { Database } from "../store/database.ts";
import { deleteExpired } from "../store/spent.ts";

/** As long as a nonce lives: the table stays about as large as the traffic of an hour. */
const INTERVAL_MS = 600_000;

export function startSweeping(database: Database, log: Logger): () => void {
  const timer = setInterval(() => {
    deleteExpired(database).catch((error: unknown) => log.error({ err: error }, "removing expired rows failed"));
  }, INTERVAL_MS);
  timer.unref();
  return () => clearInterval(timer);
}
