/**
 * Nobody who has no mouse loses their place. What has the focus may go with the step that it belonged to, or sleep while
 * something is asked for; a browser then forgets where one was. Here the focus goes where the eye goes: to the heading of
 * what came instead, and back to what has woken up.
 */

/** What stands for itself, and the heading that each of them has of its own. */
const PARTS = "section, form, details, fieldset, article";
const HEADINGS = "h2, h3, h4, summary, legend";

/**
 * @param heading of the place as a whole, where nothing nearer is left
 * @returns what ends it
 */
export function keepFocus(place: HTMLElement, heading: "h1" | "h2"): () => void {
  let last: HTMLElement | undefined;
  /** From the inside out, within the place */
  let around: HTMLElement[] = [];
  /** It has the focus until the place's own heading is there. */
  let standIn: HTMLElement | undefined;
  let byKeyboard = false;

  const note = ({ target }: Event): void => {
    if (!(target instanceof HTMLElement) || target === standIn) return;
    last = target;
    byKeyboard = target.matches(":focus-visible");
    around = [];
    for (let up = target.parentElement; up !== null && up !== place; up = up.parentElement) around.push(up);
  };
  // Who clicks beside everything wants to be nowhere.
  const forget = ({ target }: Event): void => {
    if (target instanceof Node && last?.contains(target) !== true) last = undefined;
  };
  const goTo = (element: HTMLElement): void => {
    if (element.tabIndex < 0) element.tabIndex = -1;
    // Whoever has a mouse looks where it points: nothing moves away under it.
    element.focus({ preventScroll: !byKeyboard });
  };
  const look = (): void => {
    const { activeElement, body } = document;
    const isLost = activeElement === null || activeElement === body;
    if (last === undefined || !(isLost || activeElement === standIn)) return;
    if (isLost && last.isConnected) {
      if (!last.matches(":disabled")) last.focus({ preventScroll: !byKeyboard });
      return;
    }
    const own = place.querySelector<HTMLElement>(heading);
    const next = nearest(around) ?? own;
    standIn = next === null ? (place.querySelector<HTMLElement>("h1") ?? place) : undefined;
    if (next !== null || isLost) goTo(next ?? standIn ?? place);
  };

  place.addEventListener("focusin", note);
  place.addEventListener("pointerdown", forget);
  const seen = new MutationObserver(look);
  seen.observe(place, { childList: true, subtree: true, attributes: true, attributeFilter: ["disabled"] });
  return () => {
    seen.disconnect();
    place.removeEventListener("focusin", note);
    place.removeEventListener("pointerdown", forget);
  };
}

/** The heading of the nearest part that is still there; a part without one is named itself. */
function nearest(around: readonly HTMLElement[]): HTMLElement | null {
  for (const part of around) {
    if (!part.isConnected || !part.matches(PARTS)) continue;
    const own = [...part.querySelectorAll<HTMLElement>(HEADINGS)].find((one) => one.closest(PARTS) === part);
    if (own?.checkVisibility() === true) return own;
    if (part.hasAttribute("aria-label")) return part;
  }
  return null;
}
