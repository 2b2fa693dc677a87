/** Trying again, for what takes long on a bad line: the same request, after growing pauses. */
import { ApiError, type ApiErrorCode } from "./http.ts";

/** Milliseconds to wait after the so-many-th failure in a row, from 0; undefined to give up. */
export type Patience = (failures: number) => number | undefined;

const PAUSES_MS = [1_000, 2_000, 5_000, 10_000, 20_000, 30_000, 60_000];

/** Soon at first, then once a minute, as long as anybody waits. */
export const patient: Patience = (failures) => PAUSES_MS[failures] ?? PAUSES_MS.at(-1);

/** Not an answer of ours, or one that says "later": a restart, a full queue, a proxy's page. */
const PASSING: ReadonlySet<ApiErrorCode> = new Set(["unreachable", "unexpected", "busy", "internal"]);

export type Persistence = {
  /** Repeats `work` while its failures pass. Throws the last ApiError when patience ends, or the signal's reason. */
  readonly repeat: <Result>(work: () => Promise<Result>, signal?: AbortSignal) => Promise<Result>;
  /** Ends all pauses: the line may be back. */
  readonly tryNow: () => void;
};

/** @param inTrouble hears why nothing moves, and undefined when it moves again */
export function makePersistence(
  patience: Patience,
  inTrouble: (code: ApiErrorCode | undefined) => void = () => {},
): Persistence {
  const waking = new Set<() => void>();

  function pause(ms: number, signal: AbortSignal | undefined): Promise<void> {
    return new Promise((resolve) => {
      const wake = () => {
        clearTimeout(timer);
        signal?.removeEventListener("abort", wake);
        waking.delete(wake);
        resolve();
      };
      const timer = setTimeout(wake, ms);
      signal?.addEventListener("abort", wake);
      waking.add(wake);
    });
  }

  return {
    async repeat(work, signal) {
      for (let failures = 0; ; failures++) {
        signal?.throwIfAborted();
        try {
          const result = await work();
          if (failures > 0) inTrouble(undefined);
          return result;
        } catch (error) {
          const passes = error instanceof ApiError && PASSING.has(error.code);
          const ms = passes ? patience(failures) : undefined;
          if (!passes || ms === undefined) throw error;
          inTrouble(error.code);
          await pause(ms, signal);
        }
      }
    },
    tryNow() {
      for (const wake of waking) wake();
    },
  };
}

/** A lost answer is followed by the same bytes again: the server answers the same, and one message is stored. */
export async function putUntilAnswered(put: () => Promise<unknown>): Promise<void> {
  // The last one outlives a server that is started again on a busy machine.
  const pausesMs = [250, 1_000, 4_000, 10_000];
  for (let attempt = 0; ; attempt++) {
    try {
      await put();
      return;
    } catch (error) {
      const pause = pausesMs[attempt];
      if (!(error instanceof ApiError && error.code === "unreachable") || pause === undefined) throw error;
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }
}
