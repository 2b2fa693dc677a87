/**
 * What changes the layout waits while a button of the mouse is down: a click counts only where press and release meet
 * the same element, and the button under the pointer must not move away in between.
 */
export function deferWhilePressed(gone: AbortSignal): (work: () => void) => void {
  let isDown = false;
  const waiting: (() => void)[] = [];
  const options = { capture: true, signal: gone } as const;
  const release = () => {
    isDown = false;
    // The click follows in the same turn as the release.
    setTimeout(() => {
      if (!gone.aborted) for (const work of waiting.splice(0)) work();
    });
  };
  addEventListener("mousedown", () => (isDown = true), options);
  // A press that leaves the window or becomes a drag ends without a release here.
  for (const type of ["mouseup", "dragend", "blur"])
    addEventListener(type, (event) => isEnd(event) && release(), options);
  return (work) => (isDown ? waiting.push(work) : work());
}

/** Of `blur` only the window's own: each field has one as well. */
function isEnd({ type, target }: Event): boolean {
  return type !== "blur" || target === window;
}
