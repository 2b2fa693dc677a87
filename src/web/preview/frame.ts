/** The frame's side of the conversation: takes one file, has it shown, and says how that went. */
import type { FileType } from "../../evidence/types.ts";
import { LANGUAGES, LANGUAGE_CODES } from "../../words/languages.ts";
import { type Values, fill } from "../../words/speech.ts";
import type { Texts } from "../../words/text.ts";
import {
  ALIVE_MS,
  type FromPreview,
  PREVIEW_KINDS,
  type PreviewFailure,
  type PreviewKind,
  type ToPreview,
} from "../shared/preview.ts";

/** What a viewer works with. `place` is empty, and all that is ever shown stands in it. */
export type Showing = {
  readonly file: Blob;
  readonly type: FileType;
  /** Leads to the worker that the desk lends for this kind of file (shared/preview.ts) */
  readonly reader: MessagePort | undefined;
  readonly place: HTMLElement;
  readonly say: (texts: Texts, values?: Values) => string;
};

/** Resolves when there is something to see. Throws Unshown; anything else that it throws counts as `unreadable`. */
export type Viewer = (showing: Showing) => Promise<void>;

export class Unshown extends Error {
  readonly why: PreviewFailure;
  constructor(why: PreviewFailure) {
    super(why);
    this.name = "Unshown";
    this.why = why;
  }
}

/** Waits for the file. Who else sends something is not heard: only our own origin frames this page, and only it hands over. */
export function receive(viewers: Readonly<Partial<Record<PreviewKind, Viewer>>>): void {
  closeWayPastPolicy();
  if (parent === window) document.querySelector(".note")?.removeAttribute("hidden");
  const take = ({ origin, data, ports: [port, reader] }: MessageEvent<unknown>): void => {
    // The page's own origin is opaque; its address still tells whose it is.
    if (origin !== location.origin || port === undefined || !isFile(data)) return;
    removeEventListener("message", take);
    void show(data, { port, reader }, viewers);
  };
  addEventListener("message", take);
}

/** Connections between browsers (WebRTC) ask no policy that browsers know, so what makes them is taken away first of all. */
function closeWayPastPolicy(): void {
  for (const name of Object.getOwnPropertyNames(globalThis)) {
    if (/RTC/u.test(name)) Reflect.deleteProperty(globalThis, name);
  }
}

function isFile(data: unknown): data is ToPreview {
  if (typeof data !== "object" || data === null) return false;
  const { file, type, language } = data as Partial<Record<keyof ToPreview, unknown>>;
  return (
    file instanceof Blob &&
    typeof type === "string" &&
    Object.hasOwn(PREVIEW_KINDS, type) &&
    LANGUAGE_CODES.some((one) => one === language)
  );
}

async function show(
  { file, type, language }: ToPreview,
  { port, reader }: { readonly port: MessagePort; readonly reader: MessagePort | undefined },
  viewers: Readonly<Partial<Record<PreviewKind, Viewer>>>,
): Promise<void> {
  const tell = (word: FromPreview) => port.postMessage(word);
  setInterval(() => tell({ says: "alive" }), ALIVE_MS);
  addEventListener("keydown", ({ key }) => {
    if (key === "Escape") tell({ says: "leave" });
  });
  const place = document.createElement("main");
  document.documentElement.lang = language;
  document.documentElement.dir = LANGUAGES[language].direction;
  document.body.replaceChildren(place);
  // By the one helper that it needs: the page is small.
  const say: Showing["say"] = (texts, values = {}) => fill(texts[language], values, language);
  const kind = PREVIEW_KINDS[type];
  try {
    const viewer = kind === undefined ? undefined : viewers[kind];
    if (viewer === undefined) throw new Unshown("unreadable");
    await viewer({ file, type, reader, place, say });
  } catch (error) {
    place.remove();
    return tell({ says: "failed", why: error instanceof Unshown ? error.why : "unreadable" });
  }
  const tellHeight = () => tell({ says: "shown", height: place.scrollHeight });
  // At once: a browser calls no observer in a frame that is out of sight.
  tellHeight();
  new ResizeObserver(tellHeight).observe(place);
}

/** A button that says what it does. */
export function button(label: string, press: () => void): HTMLButtonElement {
  const element = document.createElement("button");
  element.type = "button";
  element.textContent = label;
  element.addEventListener("click", press);
  return element;
}
