/**
 * Told by the server to look again (server-sent events). It says nothing but that; where it cannot be heard the list is
 * asked for by itself, as before.
 */
import { useEffect, useRef } from "preact/hooks";
import type { API } from "../../../protocol/api.ts";

// The type alone: the table itself would bring cryptography into the page.
const PATH: (typeof API.changes)["path"] = "/api/changes";

/** Six beats: what keeps them back, or a line that is gone without a word. */
const SILENCE_MS = 60_000;
/** Until a server that refused, or was not heard, is asked again. */
const AGAIN_MS = 5 * 60_000;

/** @returns whether the server is being heard */
export function useTold(onLook: () => void): { readonly current: boolean } {
  const isTold = useRef(false);
  const newest = useRef(onLook);
  newest.current = onLook;

  useEffect(() => {
    let events: EventSource | undefined;
    /** What was said meanwhile nobody heard. */
    let wasLost = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const after = (ms: number, work: () => void) => {
      clearTimeout(timer);
      timer = setTimeout(work, ms);
    };
    const lose = () => {
      isTold.current = false;
      wasLost = true;
    };
    const leave = () => {
      lose();
      events?.close();
      after(AGAIN_MS, begin);
    };
    const begin = () => {
      events = new EventSource(PATH);
      after(SILENCE_MS, leave);
      events.onmessage = ({ data }) => {
        if (data === "look" || wasLost) newest.current();
        isTold.current = true;
        wasLost = false;
        after(SILENCE_MS, leave);
      };
      events.onerror = () => {
        lose();
        // Else the browser itself asks again, as late as the server wants.
        if (events?.readyState === EventSource.CLOSED) leave();
      };
    };
    begin();
    return () => {
      clearTimeout(timer);
      events?.close();
    };
  }, []);
  return isTold;
}
