/** How wide the page is, measured against the size of the text: whoever doubles that gets the layout of half the width. */
import { useEffect, useState } from "preact/hooks";

/** In rem. Below the first one column and 44 px targets; below the second no table and no three columns. */
const NARROW_REM = 40;
const WIDE_REM = 60;

export type Breakpoint = "narrow" | "middle" | "wide";

/** Not a media or container query: those do not hear of a text size that is set on the page. */
export function useBreakpoint(): Breakpoint {
  const [breakpoint, setBreakpoint] = useState(measure);
  useEffect(() => {
    const observer = new ResizeObserver(() => setBreakpoint(measure()));
    observer.observe(document.documentElement);
    // A page that fills its window exactly stays as large as it is when its text grows: this does not.
    const rem = document.createElement("i");
    rem.className = "rem";
    document.body.append(rem);
    observer.observe(rem);
    return () => {
      observer.disconnect();
      rem.remove();
    };
  }, []);
  return breakpoint;
}

function measure(): Breakpoint {
  const { clientWidth } = document.documentElement;
  const rem = clientWidth / Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
  if (rem <= NARROW_REM) return "narrow";
  return rem < WIDE_REM ? "middle" : "wide";
}
