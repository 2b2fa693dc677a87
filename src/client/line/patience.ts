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

/** The requests of one connection that are under way. */
export type UnderWay = Set<Waiting>;
type Waiting = { since: number; until: number; isTold: boolean; hasHeard: boolean; readonly stop: () => void };

/** Of one request that sends so many bytes; `signal` ends it too. */
export function beginPatience(
  underWay: UnderWay,
  onSilence: OnSilence,
  sentBytes: number,
  signal: AbortSignal | undefined,
): Patience {
  const over = new AbortController();
  const stop = () => over.abort();
  const began = Date.now();
  const own: Waiting = { since: began, until: began, isTold: false, hasHeard: false, stop };
  underWay.add(own);
  // Until the first byte comes nobody sees how far the sending is: it has the time that the slowest line takes.
  let earnedMs = sentBytes / LEAST_RATE;
  let waitsMs = earnedMs;
  let wordMs = WORD_MS + sentBytes / USUAL_RATE;
  let timers: ReturnType<typeof setTimeout>[] = [];

  const tell = (isTold: boolean) => {
    if (own.isTold === isTold) return;
    own.isTold = isTold;
    const told = [...underWay].filter((one) => one.isTold);
    if (told.length === 0) return onSilence(undefined);
    onSilence({
      since: Math.min(...told.map(({ since }) => since)),
      until: Math.min(...told.map(({ until }) => until)),
      giveUp() {
        // Those that began a little later wait for the same server, and would be told of one after the other.
        for (const one of underWay) if (one.isTold || !one.hasHeard) one.stop();
      },
    });
  };
  const clear = () => {
    for (const timer of timers) clearTimeout(timer);
    tell(false);
  };
  const wait = () => {
    clear();
    if (over.signal.aborted) return;
    const since = Date.now();
    // From the beginning it must have come faster than at the least rate; and since the last byte not too long ago.
    const leftMs = Math.min(SILENCE_MS + waitsMs, began + SILENCE_MS + earnedMs - since);
    Object.assign(own, { since, until: since + leftMs });
    timers = [setTimeout(stop, Math.max(0, leftMs))];
    if (wordMs < leftMs) timers.push(setTimeout(() => tell(true), wordMs));
  };
  const end = () => {
    clear();
    underWay.delete(own);
    signal?.removeEventListener("abort", stop);
  };
  if (signal?.aborted === true) stop();
  signal?.addEventListener("abort", stop);
  wait();
  return {
    signal: over.signal,
    heard(bytes) {
      earnedMs += bytes / LEAST_RATE;
      own.hasHeard = true;
      waitsMs = 0;
      wordMs = WORD_MS;
      wait();
    },
    end,
  };
}
