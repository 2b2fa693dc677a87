/** Waiting: for a while, until something is so, or for whoever stops it first. */

/** What ended a pause: its time, a signal, or the device, which says that it is online. */
type PauseEnd = "over" | "aborted" | "online";

/**
 * Resolves after `ms`, and earlier when one of `signals` is aborted, or when the device says that it is online. All
 * pauses hear that here. (A worker is told by its page: src/web/shared/ask-worker.ts. What does not pause hears it by
 * itself: the desk's list, src/web/investigator/list/polling.ts, and a report that failed,
 * src/web/reporter/send-job.ts.)
 */
export function pause(ms: number, ...signals: (AbortSignal | undefined)[]): Promise<PauseEnd> {
  return new Promise((resolve) => {
    if (signals.some((signal) => signal?.aborted)) return resolve("aborted");
    const over = new AbortController();
    const end = (how: PauseEnd) => {
      over.abort();
      clearTimeout(timer);
      resolve(how);
    };
    const timer = setTimeout(() => end("over"), ms);
    for (const signal of signals) signal?.addEventListener("abort", () => end("aborted"), over);
    // A command line has no such event.
    (globalThis as Partial<EventTarget>).addEventListener?.("online", () => end("online"), over);
  });
}

/** Looks every `everyMs` until it is so; false when `forMs` are over or `signal` is aborted before. */
export async function waitUntil(
  isSo: () => Promise<boolean> | boolean,
  { everyMs, forMs = Number.POSITIVE_INFINITY, signal }: WaitOptions,
): Promise<boolean> {
  for (const began = performance.now(); signal?.aborted !== true; await pause(everyMs, signal)) {
    if (await isSo()) return true;
    if (performance.now() - began >= forMs) return false;
  }
  return false;
}

export type WaitOptions = {
  readonly everyMs: number;
  readonly forMs?: number;
  readonly signal?: AbortSignal | undefined;
};

/**
 * Works with a controller that is aborted with `signal` too. `AbortSignal.any` would say the same, and is missing in
 * the oldest browsers that the pages are built for (there from Chrome 116, Firefox 124, Safari 17.4).
 */
export async function withLinkedAbort<Result>(
  signal: AbortSignal | undefined,
  work: (stop: AbortController) => Promise<Result>,
): Promise<Result> {
  const stop = new AbortController();
  const stopToo = () => stop.abort(signal?.reason);
  if (signal?.aborted === true) stopToo();
  signal?.addEventListener("abort", stopToo);
  try {
    return await work(stop);
  } finally {
    // One signal may stand for many: it must not hold what has ended.
    signal?.removeEventListener("abort", stopToo);
  }
}
