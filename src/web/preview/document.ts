/** A PDF's pages, one at a time and fitted to the frame's width, with a bar to turn and magnify them. */
import { type Showing, Unshown, button } from "./frame.ts";
import { drawPage, openDocument } from "./drawing.ts";
import { WORDS } from "./words.ts";

/** Times the frame's width. */
const ZOOMS = [1, 1.5, 2, 3] as const;

/** So long the frame's width rests before a page is drawn anew for it. */
const REST_MS = 200;

export async function showDocument({ file, reader, place, say }: Showing): Promise<void> {
  if (reader === undefined) throw new Unshown("unreadable");
  const pages = await openDocument(file, reader);
  const { bar, count, paper, status } = layOut(place);
  let [number, zoom] = [1, 0];
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
      const picture = await drawPage(pages, number, { width: paper.clientWidth * (ZOOMS[zoom] ?? 1), signal });
      if (signal.aborted) return;
      picture.ariaLabel = say(WORDS.page, { n: number, all: pages.numPages });
      // The page before stays until this one is there: nothing flickers.
      paper.replaceChildren(picture);
      status.textContent = "";
    } catch {
      if (signal.aborted) return;
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

function layOut(place: HTMLElement) {
  const make = (name: string, className: string): HTMLElement => {
    const element = document.createElement(name);
    element.className = className;
    return element;
  };
  const [bar, count, paper, status] = [
    make("div", "bar"),
    make("span", "count"),
    make("div", "paper"),
    make("p", "note"),
  ];
  count.setAttribute("aria-live", "polite");
  status.setAttribute("role", "status");
  // What scrolls can be reached and scrolled with the keyboard.
  paper.tabIndex = 0;
  place.classList.add("document");
  place.append(bar, status, paper);
  return { bar, count, paper, status };
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
