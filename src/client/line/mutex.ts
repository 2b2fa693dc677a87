/** One at a time, in the order in which they were asked for; what fails keeps nobody behind it from going on. */
export type Mutex = <Result>(work: () => Promise<Result>) => Promise<Result>;

export function makeMutex(): Mutex {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const done = last.then(work);
    last = done.catch(() => undefined);
    return done;
  };
}
