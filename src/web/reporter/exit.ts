/** Quick exit: the page is blank at once and its place in the history is taken by another page. */

/** Three presses of Esc within this time; slower ones are ordinary use of the key. */
const ESCAPE_WINDOW_MS = 1_500;
const ESCAPES = 3;

export function installQuickExit(link: HTMLAnchorElement, beforeLeaving: () => void): void {
  const leave = () => {
    // Without this the browser would ask whether to leave.
    beforeLeaving();
    document.documentElement.replaceChildren();
    location.replace(link.href);
  };
  link.addEventListener("click", (event) => {
    event.preventDefault();
    leave();
  });
  let presses: number[] = [];
  addEventListener("keydown", ({ key, repeat, timeStamp }) => {
    if (repeat) return;
    presses = key === "Escape" ? [...presses.filter((at) => timeStamp - at < ESCAPE_WINDOW_MS), timeStamp] : [];
    if (presses.length >= ESCAPES) leave();
  });
}

/** A page kept by the browser for "back" would show everything again: it is emptied when left, and begins anew. */
export function forgetWhenLeft(whenLeft: () => void): void {
  addEventListener("pagehide", () => {
    whenLeft();
    document.body.replaceChildren();
  });
  addEventListener("pageshow", ({ persisted }) => {
    if (persisted) location.reload();
  });
}
