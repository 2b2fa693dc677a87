/** The idle lock: the vault closes when nobody touches the page for a while, and says so before. */
import { useEffect, useRef, useState } from "preact/hooks";

const IDLE_MS = 15 * 60_000;
/** From here on the page says so aloud: time enough to come back from a telephone call and press one button. */
export const WARNING_MS = 2 * 60_000;

const TOUCHES = ["pointerdown", "keydown", "wheel", "touchmove"] as const;

export type Idleness = { readonly leftMs: number; readonly stayOpen: () => void };

export function useIdleLock(onIdle: () => void): Idleness {
  // The clock, not a timer: timers stand still while a computer sleeps.
  const touchedAt = useRef(Date.now());
  const lock = useRef(onIdle);
  lock.current = onIdle;
  const [leftMs, setLeftMs] = useState(IDLE_MS);

  useEffect(() => {
    const look = () => {
      const left = touchedAt.current + IDLE_MS - Date.now();
      if (left <= 0) lock.current();
      // Whole minutes are enough until it becomes urgent: each change draws the page anew.
      else setLeftMs(left > WARNING_MS ? Math.ceil(left / 60_000) * 60_000 : Math.ceil(left / 1_000) * 1_000);
    };
    // Whoever comes back too late must not be taken for somebody who was there all the time.
    const touch = () => {
      look();
      touchedAt.current = Date.now();
    };
    for (const type of TOUCHES) addEventListener(type, touch, { passive: true });
    document.addEventListener("visibilitychange", look);
    const timer = setInterval(look, 1_000);
    return () => {
      for (const type of TOUCHES) removeEventListener(type, touch);
      document.removeEventListener("visibilitychange", look);
      clearInterval(timer);
    };
  }, []);

  const stayOpen = () => {
    touchedAt.current = Date.now();
    setLeftMs(IDLE_MS);
  };
  return { leftMs, stayOpen };
}

/** "1.59": minutes and seconds, said in the last two minutes. */
export function clockText(ms: number): string {
  const seconds = Math.round(ms / 1_000);
  return `${Math.floor(seconds / 60)}.${String(seconds % 60).padStart(2, "0")}`;
}
