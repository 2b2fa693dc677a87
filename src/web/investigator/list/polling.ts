/** Asking again when the server says so, and by itself while the page can be seen; at most for a small part of the time. */
import { useEffect, useRef } from "preact/hooks";
import { useTold } from "./told.ts";

/** How often, while the page can be seen and the server is not heard. */
const POLL_EVERY_MS = 60_000;
/** Ten thousand cases take seconds to list: asking by itself takes at most this part of the time. */
const POLL_SHARE = 1 / 20;
/** A laptop that slept in the middle of an answer has not been asking all night. So often, too, where the server is heard. */
const LONGEST_PAUSE_MS = 10 * 60_000;
/** Who goes back and forth between two windows does not ask each time. */
const RETURN_MS = 5_000;
const TICK_MS = 2_000;

/** `poll` is called when it is due. Returns what measures: whoever asks, by hand or not, asks through it. */
export function usePolling(poll: () => void): (ask: () => Promise<void>) => Promise<void> {
  const last = useRef({ endedAt: Date.now(), tookMs: 0 });
  const newest = useRef(poll);
  newest.current = poll;
  /** Said since the last look began */
  const isWanted = useRef(false);
  const isTold = useTold(() => (isWanted.current = true));

  useEffect(() => {
    const pollIfDue = (waitMs: number) => {
      const { endedAt, tookMs } = last.current;
      const isDue = Date.now() - endedAt >= Math.max(waitMs, Math.min(tookMs / POLL_SHARE, LONGEST_PAUSE_MS));
      // What the server has said is looked at in a page behind others too, which then shows a mark.
      if ((isWanted.current || document.visibilityState === "visible") && isDue) newest.current();
    };
    const everyMs = () => (isWanted.current ? RETURN_MS : isTold.current ? LONGEST_PAUSE_MS : POLL_EVERY_MS);
    const comeBack = () => pollIfDue(RETURN_MS);
    document.addEventListener("visibilitychange", comeBack);
    addEventListener("online", comeBack);
    const timer = setInterval(() => pollIfDue(everyMs()), TICK_MS);
    return () => {
      document.removeEventListener("visibilitychange", comeBack);
      removeEventListener("online", comeBack);
      clearInterval(timer);
    };
  }, []);

  return async (ask) => {
    const began = performance.now();
    isWanted.current = false;
    try {
      await ask();
    } finally {
      last.current = { endedAt: Date.now(), tookMs: performance.now() - began };
    }
  };
}
