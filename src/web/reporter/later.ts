/** Something that comes later, once: asked for early, waited for where it is needed, asked for again if it failed. */
export type Later<Value> = {
  /** Starts it, or waits for what is under way. A failure is forgotten, so that the next call tries again. */
  get(): Promise<Value>;
  /** What has arrived; undefined before. */
  readonly now: Value | undefined;
  /** Forgets what arrived. */
  renew(): void;
};

export function later<Value>(load: () => Promise<Value>): Later<Value> {
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

/** Starts it and does not wait: whoever needs it hears of a failure then. */
export function prefetch(...all: readonly Later<unknown>[]): void {
  for (const one of all) one.get().catch(() => undefined);
}
