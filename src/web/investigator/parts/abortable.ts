import { useEffect, useRef } from "preact/hooks";

export type Abortable = {
  /** One at a time for each key: undefined where one is running. What `work` has begun by its signal ends with it. */
  readonly run: <T>(key: string, work: (signal: AbortSignal) => Promise<T>) => Promise<T> | undefined;
  readonly abort: (key: string) => void;
};

/** Work that can be stopped by its key, and that is stopped when the page lets go of it. */
export function useAbortable(): Abortable {
  const running = useRef(new Map<string, AbortController>());
  useEffect(() => () => running.current.forEach((one) => one.abort()), []);

  const begin = async <T>(key: string, work: (signal: AbortSignal) => Promise<T>): Promise<T> => {
    const controller = new AbortController();
    running.current.set(key, controller);
    try {
      return await work(controller.signal);
    } finally {
      controller.abort();
      running.current.delete(key);
    }
  };
  return {
    run: (key, work) => (running.current.has(key) ? undefined : begin(key, work)),
    abort: (key) => running.current.get(key)?.abort(),
  };
}
