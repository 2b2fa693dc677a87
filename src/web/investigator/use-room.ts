/** How much room there is, measured against the size of the text: whoever doubles that gets the layout of half the width. */
import { useEffect, useState } from "preact/hooks";

/** In rem. Below the first one column and 44 px targets; below the second no table and no three columns. */
const NARROW_REM = 40;
const WIDE_REM = 60;

export type Room = "narrow" | "middle" | "wide";

/** Not a media or container query: those do not hear of a text size that is set on the page. */
export function useRoom(): Room {
  const [room, setRoom] = useState(measure);
  useEffect(() => {
    const observer = new ResizeObserver(() => setRoom(measure()));
    observer.observe(document.documentElement);
    return () => observer.disconnect();
  }, []);
  return room;
}

function measure(): Room {
  const { clientWidth } = document.documentElement;
  const rem = clientWidth / Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
  if (rem <= NARROW_REM) return "narrow";
  return rem < WIDE_REM ? "middle" : "wide";
}
