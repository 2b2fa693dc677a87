/** Trying again on a bad line: which failures pass, and what ends the pauses. How long these are: schedules.ts. */
import type { ApiError, ApiErrorCode } from "./http.ts";
import type { Schedule } from "./schedules.ts";
import { pause } from "./waiting.ts";

/** Not an answer of ours, or one that says "later": a restart, a full queue, a proxy's page. */
const PASSING: ReadonlySet<ApiErrorCode> = new Set(["unreachable", "unexpected", "busy", "internal"]);

/**
 * By the code: the class exists once in each bundle of the reporter's page. No other error has these codes but that of a
 * page's part that did not arrive, which passes likewise (src/web/shared/delivery.ts).
 */
export function isPassing(error: unknown): boolean {
  return PASSING.has((error as ApiError).code);
}

export type Retry = {
  /**
   * Repeats `work` while its failures pass. Throws its last failure when the schedule ends, or the signal's reason: at
   * once in a pause; in the middle of an attempt when that has ended, which should therefore know the signal too.
   */
  readonly run: <Result>(work: () => Promise<Result>, signal?: AbortSignal) => Promise<Result>;
  /** Ends all pauses: the line may be back. */
  readonly tryNow: () => void;
};

/** Why nothing moves, and how long it is waited now */
type Trouble = { readonly code: ApiErrorCode; readonly pauseMs: number };

export type RetryOptions = {
  /** Hears of each pause before it begins, and undefined when it went on. */
  readonly onTrouble?: (trouble: Trouble | undefined) => void;
  /** For what is not asked of the API, or passes here alone */
  readonly passes?: (error: unknown) => boolean;
};

export function makeRetry(
  { pausesMs, isEndless = false }: Schedule,
  { onTrouble, passes = isPassing }: RetryOptions = {},
): Retry {
  let pauses = new AbortController();
  return {
    async run(work, signal) {
      let hasFailed = false;
      for (let failures = 0; ;) {
        signal?.throwIfAborted();
        try {
          const result = await work();
          if (hasFailed) onTrouble?.(undefined);
          return result;
        } catch (error) {
          const pauseMs = pausesMs[failures] ?? (isEndless ? pausesMs.at(-1) : undefined);
          if (pauseMs === undefined || !passes(error)) throw error;
          signal?.throwIfAborted();
          hasFailed = true;
          // Taken first: who hears of the trouble may say "now" at once.
          const now = pauses.signal;
          onTrouble?.({ code: (error as ApiError).code, pauseMs });
          // A line that comes and goes does not use the schedule up.
          if ((await pause(pauseMs, signal, now)) !== "online") failures++;
        }
      }
    },
    tryNow() {
      pauses.abort();
      pauses = new AbortController();
    },
  };
}
