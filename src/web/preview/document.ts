/** A PDF's pages, one at a time and fitted to the frame's width, with a bar to turn and magnify them. */
import { showUnseen } from "../shared/unseen.ts";
import { warnOfCodes } from "./codes.ts";
import { type DrawnPage, drawPage, openDocument } from "./drawing.ts";
import { type Showing, Unshown, button } from "./frame.ts";
import type { Loss } from "./losses.ts";
import { note } from "./note.ts";
import { WORDS } from "./words.ts";

/** Times the frame's width. */
const ZOOMS = [1, 1.5, 2, 3] as const;

/** So long the frame's width rests before a page is drawn anew for it. */
const REST_MS = 200;

/** Of a page's links, so many are written out, and so many letters of each. */
const SHOWN_LINKS = 3;
const LINK_LETTERS = 100;

export async function showDocument({ file, reader, place, say }: Showing): Promise<void> {
  if (reader === undefined) throw new Unshown("unreadable");
  let [number, zoom] = [1, 0];
  const incomplete = new Set<number | "document">();
  const pages = await openDocument(file, reader, (loss: Loss) => incomplete.add(loss === "page" ? number : loss));
  const { bar, count, paper, status, notes } = layOut(place);
  let drawing = new AbortController();

  const draw = async (): Promise<void> => {
    drawing.abort();
    drawing = new AbortController();
    const { signal } = drawing;
    count.textContent = say(WORDS.page, { n: number, all: pages.numPages });
    setAsleep(previous, number === 1);
    setAsleep(next, number === pages.numPages);
    setAsleep(smaller, zoom === 0);
    setAsleep(larger, zoom === ZOOMS.length - 1);
    status.textContent = say(WORDS.drawing);
    try {
      const drawn = await drawPage(pages, number, { width: paper.clientWidth * (ZOOMS[zoom] ?? 1), signal });
      if (signal.aborted) return;
      drawn.canvas.ariaLabel = say(WORDS.page, { n: number, all: pages.numPages });
      const isIncomplete = incomplete.has(number) || incomplete.has("document");
      notes.replaceChildren(...(isIncomplete ? [note(say(WORDS.missing), "warning")] : []), ...warningsOf(drawn, say));
      // The page before stays until this one is there: nothing flickers.
      paper.replaceChildren(drawn.canvas);
      status.textContent = "";
    } catch {
      if (signal.aborted) return;
      notes.replaceChildren();
      paper.replaceChildren();
      status.textContent = say(WORDS.pageFailed);
    }
  };
  const turn = (by: number): void => {
    const to = Math.min(Math.max(1, number + by), pages.numPages);
    if (to === number) return;
    number = to;
    paper.scrollTo(0, 0);
    void draw();
  };
  const magnify = (by: number): void => {
    zoom = Math.min(Math.max(0, zoom + by), ZOOMS.length - 1);
    void draw();
  };
  // Signs alone, so that the bar stands in one row on a phone; their names are told to those who listen or point.
  const named = (sign: string, name: string, press: () => void): HTMLButtonElement => {
    const element = button(sign, press);
    element.ariaLabel = name;
    element.title = name;
    return element;
  };
  const previous = named("‹", say(WORDS.previous), () => turn(-1));
  const next = named("›", say(WORDS.next), () => turn(1));
  const smaller = named("−", say(WORDS.smaller), () => magnify(-1));
  const larger = named("+", say(WORDS.larger), () => magnify(1));
  bar.append(previous, count, next, smaller, larger);
  await draw();
  watchWidth(paper, () => void draw());
}

function warningsOf({ canvas, links }: DrawnPage, say: Showing["say"]): HTMLElement[] {
  const shown = links.slice(0, SHOWN_LINKS).map((link) => {
    const text = showUnseen(link);
    return text.length > LINK_LETTERS ? `${text.slice(0, LINK_LETTERS)} …` : text;
  });
  if (links.length > SHOWN_LINKS) shown.push("…");
  return [
    ...warnOfCodes(canvas, canvas, say),
    ...(shown.length === 0 ? [] : [note(say(WORDS.links, { links: shown.join(", ") }), "warning")]),
  ];
}

function layOut(place: HTMLElement) {
  const make = (name: string, className: string): HTMLElement => {
    const element = document.createElement(name);
    element.className = className;
    return element;
  };
  const [bar, count, paper, status, notes] = [
    make("div", "bar"),
    make("span", "count"),
    make("div", "paper"),
    make("p", "note"),
    make("div", "notes"),
  ];
  count.setAttribute("aria-live", "polite");
  for (const told of [status, notes]) told.setAttribute("role", "status");
  // What scrolls can be reached and scrolled with the keyboard.
  paper.tabIndex = 0;
  place.classList.add("document");
  place.append(bar, status, notes, paper);
  return { bar, count, paper, status, notes };
}

/** Not `disabled`: a button that falls asleep under the finger would lose the focus. */
function setAsleep(element: HTMLButtonElement, isAsleep: boolean): void {
  element.setAttribute("aria-disabled", String(isAsleep));
}

function watchWidth(element: HTMLElement, changed: () => void): void {
  let width = element.clientWidth;
  let timer: ReturnType<typeof setTimeout> | undefined;
  new ResizeObserver(() => {
    if (element.clientWidth === width) return;
    width = element.clientWidth;
    clearTimeout(timer);
    timer = setTimeout(changed, REST_MS);
  }).observe(element);
}
