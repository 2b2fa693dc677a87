/** Trying again on a bad line: which failures pass, and what ends the pauses. How long these are: schedules.ts. */
import type { ApiError, ApiErrorCode } from "./http.ts";
import type { Schedule } from "./schedules.ts";
import { pause } from "./waiting.ts";

/** Not an answer of ours, or one that says "later": a restart, a full queue, a proxy's page, a proof of work that was used. */
const PASSING: ReadonlySet<ApiErrorCode> = new Set([
  "unreachable",
  "unexpected",
  "busy",
  "internal",
  "bad-proof-of-work",
]);

/** By the code: the class exists once in each bundle of the reporter's page, and no other error has these codes. */
function isPassing(error: unknown): boolean {
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
  /** For what is not asked of the API */
  readonly passes?: (error: unknown) => boolean;
};

export function makeRetry(
  { pausesMs, isEndless = false }: Schedule,
  { onTrouble, passes = isPassing }: RetryOptions = {},
): Retry {
  let pauses = new AbortController();
  return {
    async run(work, signal) {
      for (let failures = 0; ; failures++) {
        signal?.throwIfAborted();
        try {
          const result = await work();
          if (failures > 0) onTrouble?.(undefined);
          return result;
        } catch (error) {
          const pauseMs = pausesMs[failures] ?? (isEndless ? pausesMs.at(-1) : undefined);
          if (pauseMs === undefined || !passes(error)) throw error;
          signal?.throwIfAborted();
          onTrouble?.({ code: (error as ApiError).code, pauseMs });
          await pause(pauseMs, signal, pauses.signal);
        }
      }
    },
    tryNow() {
      pauses.abort();
      pauses = new AbortController();
    },
  };
}
