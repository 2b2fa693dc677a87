/** In the open desk: a dot in the title, and the browser's own notification where it was allowed. Neither tells anything. */
import { useEffect, useRef } from "preact/hooks";
import { useSpeech } from "../../screen/speech.ts";
import { FRAME } from "../parts/words.ts";

const DOT = "• ";

/** What the browser says of it; none where there are no notifications. */
export function notificationPermission(): NotificationPermission | "none" {
  return "Notification" in window ? Notification.permission : "none";
}

/** @param news what came without anybody having asked; another one each time */
export function useAnnouncing(news: unknown): void {
  const { say } = useSpeech();
  const told = useRef<unknown>(undefined);
  const base = useRef(document.title);
  useEffect(() => {
    const clear = () => {
      if (document.visibilityState === "visible") document.title = base.current;
    };
    document.addEventListener("visibilitychange", clear);
    return () => {
      document.removeEventListener("visibilitychange", clear);
      document.title = base.current;
    };
  }, []);
  useEffect(() => {
    if (news === undefined || news === told.current) return;
    told.current = news;
    // Who looks at the page sees the list itself.
    if (document.visibilityState === "visible") return;
    document.title = DOT + base.current;
    // One tag: a second one takes the place of the first.
    if (notificationPermission() === "granted") void new Notification(say(FRAME.announced), { tag: "segel" });
  }, [news]);
}
