/**
 * How long a request waits for a server that says nothing: what stops a page from waiting for ever, and what tells a
 * person that nothing comes. A slow line is no silent one: each byte that comes earns the next some time.
 */

/** Tor itself waits so long for a circuit (SocksTimeout in its manual); a server that was only restarted is back by then. */
const SILENCE_MS = 120_000;
/** Bytes a ms: a quarter of the slowest line over Tor that still works (4 kB/s), as up to four requests share it. */
const LEAST_RATE = 1;
/** Then somebody wants to know why nothing happens. */
const WORD_MS = 10_000;
/** Bytes a ms of a slow mobile line (50 kB/s): the time that sending takes on it is no silence yet. */
const USUAL_RATE = 50;

/** Nothing has come for a while. */
export type Silence = {
  /** When it began, and when it will be given up; ms since 1970 */
  readonly since: number;
  readonly until: number;
  /** Ends what waits, as if the line were cut: whoever asked tries again, or says that it failed. */
  readonly giveUp: () => void;
};

/** Hears of the silence of a connection, and undefined when it has ended. */
export type OnSilence = (silence: Silence | undefined) => void;

export type Patience = {
  /** Aborted when it has run out, or somebody gave up */
  readonly signal: AbortSignal;
  /** So many bytes have come. */
  readonly heard: (bytes: number) => void;
  readonly end: () => void;
};

/** The requests of one connection that are silent at present. */
export type Silent = Set<{ readonly since: number; readonly until: number; readonly stop: () => void }>;

/** Of one request that sends so many bytes; `signal` ends it too. */
export function beginPatience(
  silent: Silent,
  onSilence: OnSilence,
  sentBytes: number,
  signal: AbortSignal | undefined,
): Patience {
  const over = new AbortController();
  const stop = () => over.abort();
  const began = Date.now();
  // Until the first byte comes nobody sees how far the sending is: it has the time that the slowest line takes.
  let earnedMs = sentBytes / LEAST_RATE;
  let waitsMs = earnedMs;
  let wordMs = WORD_MS + sentBytes / USUAL_RATE;
  let told: Parameters<Silent["add"]>[0] | undefined;
  let timers: ReturnType<typeof setTimeout>[] = [];

  const tell = () => {
    const all = [...silent];
    const stopAll = () => {
      for (const one of all) one.stop();
    };
    onSilence(
      all.length === 0
        ? undefined
        : {
            since: Math.min(...all.map(({ since }) => since)),
            until: Math.min(...all.map(({ until }) => until)),
            giveUp: stopAll,
          },
    );
  };
  const clear = () => {
    for (const timer of timers) clearTimeout(timer);
    if (told !== undefined && silent.delete(told)) tell();
    told = undefined;
  };
  const wait = () => {
    clear();
    if (over.signal.aborted) return;
    const since = Date.now();
    // From the beginning it must have come faster than at the least rate; and since the last byte not too long ago.
    const leftMs = Math.min(SILENCE_MS + waitsMs, began + SILENCE_MS + earnedMs - since);
    const word = () => {
      told = { since, until: since + leftMs, stop };
      silent.add(told);
      tell();
    };
    timers = [setTimeout(stop, Math.max(0, leftMs)), ...(wordMs < leftMs ? [setTimeout(word, wordMs)] : [])];
  };
  const end = () => {
    clear();
    signal?.removeEventListener("abort", stop);
  };
  if (signal?.aborted === true) stop();
  signal?.addEventListener("abort", stop);
  wait();
  return {
    signal: over.signal,
    heard(bytes) {
      earnedMs += bytes / LEAST_RATE;
      waitsMs = 0;
      wordMs = WORD_MS;
      wait();
    },
    end,
  };
}
