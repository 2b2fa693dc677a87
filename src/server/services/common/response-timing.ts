/** Answers that leave at fixed steps, so that how long the work took is not told (docs/decisions/0066). */
import { randomInt } from "node:crypto";
import { performance } from "node:perf_hooks";
import { setImmediate as nextTurn, setTimeout as sleep } from "node:timers/promises";

/**
 * A receipt that is read costs some microseconds more than one that is not there, and an answer more than none.
 * So answers leave at fixed steps after the request came, the first of them several times what the work takes.
 */
const STEP_MS = 25;
/**
 * Each request's steps begin at a moment of their own: what is left, the microseconds between a step and the wire, goes
 * under in it, and requests that came together do not leave together, each behind the work of the one before.
 */
const OFFSET_MS = 5;
/** A timer counts whole milliseconds of a clock that is read once a turn: it ends up to two too early, or late. */
const TIMER_ERROR_MS = 2;

export function quantizeTiming(): () => Promise<void> {
  const first = performance.now() + STEP_MS + (OFFSET_MS * randomInt(1 << 20)) / (1 << 20);
  return async () => {
    const late = Math.max(0, Math.ceil((performance.now() - first) / STEP_MS));
    const due = first + late * STEP_MS;
    const rest = Math.floor(due - performance.now()) - TIMER_ERROR_MS;
    if (rest > 0) await sleep(rest);
    // The rest by the clock itself. Other requests have their turns in between.
    while (performance.now() < due) await nextTurn();
  };
}
