/**
 * Asking a worker, and answering in it: each request has a number, one answer or failure, and whatever it tells on its
 * way. A worker that dies or is ended takes nobody with it who waits: all that was asked is rejected.
 */

/** What may be asked, by name. `progress` is what it tells before its answer. */
type Calls = {
  readonly [Name in string]: { readonly ask: object; readonly answer: unknown; readonly progress?: unknown };
};
type Progress<C extends Calls, Name extends keyof C> = {
  [One in Name]: C[One] extends { readonly progress: infer Told } ? Told : never;
}[Name];

export type Asked<C extends Calls> = {
  [Name in keyof C]: { readonly call: Name; readonly ask: C[Name]["ask"] };
}[keyof C];

type ToWorker<C extends Calls> =
  | { readonly says: "ask"; readonly number: number; readonly asked: Asked<C> }
  | { readonly says: "cancel"; readonly number: number }
  /** Not every browser tells a worker itself that the device is online again (Chromium does not). */
  | { readonly says: "online" };

type FromWorker<C extends Calls, Failure> =
  /** What it needs is loaded; before this nothing that is said is heard. */
  | { readonly says: "ready" }
  | { readonly says: "progress"; readonly number: number; readonly progress: Progress<C, keyof C> }
  | { readonly says: "answer"; readonly number: number; readonly answer: C[keyof C]["answer"] }
  | { readonly says: "failure"; readonly number: number; readonly failure: Failure };

type AskOptions<C extends Calls, Name extends keyof C> = {
  /** Given to the worker, and gone here */
  readonly transfer?: readonly Transferable[];
  /** Tells the worker to stop; what it answers then counts all the same. */
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: (progress: Progress<C, Name>) => void;
};

export type AskWorker<C extends Calls> = {
  readonly ask: <Name extends keyof C>(
    call: Name,
    ask: C[Name]["ask"],
    options?: AskOptions<C, Name>,
  ) => Promise<C[Name]["answer"]>;
  /** Ends it at once, with all that it holds. */
  readonly end: () => void;
};

type Waiting = {
  readonly resolve: (answer: never) => void;
  readonly reject: (error: Error) => void;
  readonly onProgress: ((progress: never) => void) | undefined;
  /** One signal may stand for many requests: it must not hold what was answered. */
  readonly settled: AbortController;
};

/**
 * Waits until the worker can hear, which is over at once where it does not load.
 *
 * @param errorOf the error for what the worker says of a failure, and for its death where that is undefined
 * @param onDeath called once when it has died by itself
 */
export async function openWorker<C extends Calls, Failure>(
  start: () => Promise<Worker>,
  errorOf: (failure: Failure | undefined) => Error,
  onDeath: () => void = () => {},
): Promise<AskWorker<C>> {
  const worker = await start();
  const waiting = new Map<number, Waiting>();
  const over = new AbortController();
  let newest = 0;
  const say = (word: ToWorker<C>, transfer: readonly Transferable[] = []) => worker.postMessage(word, [...transfer]);
  const end = () => {
    over.abort();
    worker.terminate();
    for (const number of waiting.keys()) settle(number)?.reject(errorOf(undefined));
  };
  const settle = (number: number): Waiting | undefined => {
    const asked = waiting.get(number);
    waiting.delete(number);
    asked?.settled.abort();
    return asked;
  };

  await new Promise<void>((resolve, reject) => {
    const hear = ({ data }: MessageEvent<FromWorker<C, Failure>>): void => {
      switch (data.says) {
        case "ready":
          return resolve();
        case "progress":
          return waiting.get(data.number)?.onProgress?.(data.progress as never);
        case "answer":
          return settle(data.number)?.resolve(data.answer as never);
        case "failure":
          return settle(data.number)?.reject(errorOf(data.failure));
      }
    };
    const die = () => {
      end();
      reject(errorOf(undefined));
      onDeath();
    };
    worker.addEventListener("message", hear, over);
    worker.addEventListener("error", die, over);
    worker.addEventListener("messageerror", die, over);
  });
  addEventListener("online", () => say({ says: "online" }), over);

  return {
    ask: (call, ask, { transfer, signal, onProgress } = {}) =>
      new Promise((resolve, reject) => {
        if (over.signal.aborted) return reject(errorOf(undefined));
        signal?.throwIfAborted();
        const number = ++newest;
        const settled = new AbortController();
        signal?.addEventListener("abort", () => say({ says: "cancel", number }), settled);
        waiting.set(number, { resolve, reject, onProgress, settled });
        say({ says: "ask", number, asked: { call, ask } }, transfer);
      }),
    end,
  };
}

/** What may be done while it works on an answer */
export type Answering<Told> = { readonly signal: AbortSignal; readonly tell: (progress: Told) => void };

/** A worker's own side of the channel; the DOM's types describe a window's. */
type Scope<C extends Calls, Failure> = EventTarget & {
  postMessage(word: FromWorker<C, Failure>, transfer?: readonly Transferable[]): void;
};

/**
 * Answers what the page asks, several at once. To be called when everything is loaded: what is said before finds
 * nobody listening.
 *
 * @param transferOf what of an answer is given to the page, and gone here
 */
export function answerPage<C extends Calls, Failure>(
  work: (asked: Asked<C>, answering: Answering<Progress<C, keyof C>>) => Promise<C[keyof C]["answer"]>,
  failureOf: (error: unknown) => Failure,
  transferOf: (answer: C[keyof C]["answer"]) => readonly Transferable[] = () => [],
): void {
  const scope = globalThis as unknown as Scope<C, Failure>;
  const underWay = new Map<number, AbortController>();

  async function answer(number: number, asked: Asked<C>): Promise<void> {
    const stop = new AbortController();
    underWay.set(number, stop);
    const tell = (progress: Progress<C, keyof C>) => scope.postMessage({ says: "progress", number, progress });
    try {
      const given = await work(asked, { signal: stop.signal, tell });
      scope.postMessage({ says: "answer", number, answer: given }, transferOf(given));
    } catch (error) {
      scope.postMessage({ says: "failure", number, failure: failureOf(error) });
    } finally {
      underWay.delete(number);
    }
  }

  scope.addEventListener("message", (event) => {
    const { data } = event as MessageEvent<ToWorker<C>>;
    if (data.says === "ask") void answer(data.number, data.asked);
    else if (data.says === "cancel") underWay.get(data.number)?.abort();
    else scope.dispatchEvent(new Event("online"));
  });
  scope.postMessage({ says: "ready" });
}
