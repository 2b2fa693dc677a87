/** Lets so many work at a time; the others wait in the order in which they came. */
export type Semaphore = <Result>(work: () => Promise<Result>) => Promise<Result>;

export function makeSemaphore(atOnce: number): Semaphore {
  let free = atOnce;
  const waiting: (() => void)[] = [];
  return async (work) => {
    if (free > 0) free--;
    else await new Promise<void>((resolve) => void waiting.push(resolve));
    try {
      return await work();
    } finally {
      // A turn is handed over, so that nobody who comes now is quicker.
      const next = waiting.shift();
      if (next === undefined) free++;
      else next();
    }
  };
}
