/** Answers that leave at fixed steps, so that how long the work took is not told. */
import { performance } from "node:perf_hooks";
import { setTimeout as sleep } from "node:timers/promises";

/**
 * A receipt that is read costs some microseconds more than one that is not there, and an answer more than none.
 * So answers leave at fixed steps after the request came, the first of them several times what the work takes.
 */
const STEP_MS = 25;

export function quantizeTiming(): () => Promise<void> {
  const begun = performance.now();
  return async () => {
    const spent = performance.now() - begun;
    await sleep(Math.ceil(spent / STEP_MS) * STEP_MS - spent);
  };
}
