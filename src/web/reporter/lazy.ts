/** Values that are loaded once, lazily: asked for early, waited for where they are needed, asked for again if that failed. */
import { makeRetry } from "../../client/line/retry.ts";
import * as SCHEDULES from "../../client/line/schedules.ts";

export type Lazy<Value> = {
  /** Starts it, or waits for what is under way. A failure is forgotten, so that the next call tries again. */
  get(): Promise<Value>;
  /** What has arrived; undefined before. */
  readonly now: Value | undefined;
  /** Forgets what arrived. */
  renew(): void;
};

export function lazy<Value>(load: () => Promise<Value>): Lazy<Value> {
  let arrived: Value | undefined;
  let underWay: Promise<Value> | undefined;
  return {
    get now() {
      return arrived;
    },
    get() {
      underWay ??= load().then(
        (value) => (arrived = value),
        (error: unknown) => {
          underWay = undefined;
          throw error;
        },
      );
      return underWay;
    },
    renew() {
      arrived = undefined;
      underWay = undefined;
    },
  };
}

/** Asks for what belongs to a screen until it is there, as long as the screen is. `failed` is called each time. */
export function keepLoading<Value>(
  load: () => Promise<Value>,
  gone: AbortSignal,
  loaded: (value: Value) => void,
  failed?: () => void,
): void {
  makeRetry(SCHEDULES.pagePart, { passes: () => true, onTrouble: (trouble) => trouble && failed?.() })
    .run(load, gone)
    .then(
      (value) => gone.aborted || loaded(value),
      () => undefined,
    );
}

/** Starts it and does not wait: whoever needs it hears of a failure then. */
export function prefetch(...all: readonly Lazy<unknown>[]): void {
  for (const one of all) one.get().catch(() => undefined);
}
