/** Whether this process is the only one of its installation. */
import { setTimeout as sleep } from "node:timers/promises";
import type { Database } from "../store/database.ts";
import { bePresent } from "../store/cases/presence.ts";

export type Presence = {
  /** Not known counts as not alone. */
  readonly isAlone: () => boolean;
  /** Of what all processes do together, one part of as many as there are; 0 while that is not known. */
  readonly share: () => number;
  /** Resolves when the number of processes is known, and known to those that were there before. */
  readonly begun: Promise<void>;
  readonly stop: () => Promise<void>;
};

/** Until another process is noticed, its first requests may be told to take a new nonce. */
const LOOK_MS = 500;

export function watchPresence(database: Database): Presence {
  let begin = () => {};
  const begun = new Promise<void>((resolve) => (begin = resolve));
  const ending = new AbortController();
  let processes = 0;

  const watch = async (count: () => Promise<number>): Promise<void> => {
    for (let looks = 0; !ending.signal.aborted; looks++) {
      processes = await count();
      if (processes === 1 || looks > 1) begin();
      await pause(LOOK_MS, ending.signal);
    }
  };
  const stay = async (): Promise<void> => {
    while (!ending.signal.aborted) {
      // A connection that broke is taken again; meanwhile nothing is known.
      await bePresent(database, watch).catch(() => {});
      processes = 0;
      begin();
      await pause(LOOK_MS, ending.signal);
    }
  };
  const ended = stay();
  return {
    isAlone: () => processes === 1,
    share: () => (processes === 0 ? 0 : 1 / processes),
    begun,
    async stop() {
      ending.abort();
      await ended;
    },
  };
}

async function pause(ms: number, signal: AbortSignal): Promise<void> {
  await sleep(ms, undefined, { signal, ref: false }).catch(() => {});
}
