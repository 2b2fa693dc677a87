/**
 * The frame in which a stranger's file is shown, from the desk's side.
 *
 * Two frames, one in the other. The inner one is the sandboxed page. A sandbox cannot keep a page from leading itself
 * to another address, and one whose script a file has taken over could tell our server in such an address what it
 * holds. The outer one is an empty document of our own, which forbids that to all frames in it: once the inner page
 * is there and before it gets the file. It holds no file, and the desk's own policy stays as it is.
 */
import type { FileType } from "../../../../evidence/types.ts";
import type { Language } from "../../../../words/languages.ts";
import { readDelivery } from "../../../shared/delivery.ts";
import { startWorker } from "../../../shared/delivery-worker.ts";
import {
  type FromPreview,
  PREVIEW_KINDS,
  PREVIEW_READERS,
  type ToPreview,
  parseFromPreview,
  pathOf,
} from "../../../shared/preview.ts";

/** It says every two seconds that it lives; a busy machine may need a while for the first word. */
const SILENCE_MS = 15_000;

/** A slow laptop opens a scanned PDF of 64 MiB in less; what takes longer was made to. */
const PATIENCE_MS = 30_000;

export type Content = {
  readonly file: Blob;
  readonly type: FileType;
  readonly language: Language;
  /** For those who listen */
  readonly title: string;
};

/** Whatever comes back is told to `heard`, and `silent` when nothing does. Returns its end, with which all its memory goes. */
export function openFrame(
  host: HTMLElement,
  { title, ...given }: Content,
  heard: (word: FromPreview | { readonly says: "silent" }) => void,
): () => void {
  const { port1: near, port2: far } = new MessageChannel();
  const silence = makeTimer(SILENCE_MS, () => heard({ says: "silent" }));
  const patience = makeTimer(PATIENCE_MS, () => heard({ says: "failed", why: "too-slow" }));
  near.addEventListener("message", ({ data }: MessageEvent<unknown>) => {
    const word = parseFromPreview(data);
    if (word === undefined) return;
    silence.start();
    if (word.says === "shown") patience.stop();
    heard(word);
  });
  near.start();

  // At once: it arrives while the page does.
  const reader = lendReader(given.type);
  reader?.arrived.catch(() => heard({ says: "silent" }));
  const outer = makeFrame(document, title);
  outer.addEventListener("load", enter, { once: true });
  host.append(outer);

  function enter(): void {
    const inside = outer.contentDocument;
    if (inside === null) return;
    const inner = makeFrame(inside, title);
    inner.setAttribute("sandbox", "allow-scripts");
    inner.setAttribute("allow", "");
    inner.referrerPolicy = "no-referrer";
    inner.src = pathOf(PREVIEW_KINDS[given.type]);
    inner.addEventListener("load", () => void postFile(inside, inner), { once: true });
    inside.documentElement.style.cssText = "block-size: 100%; color-scheme: light dark";
    inside.body.style.cssText = "block-size: 100%; margin: 0; overflow: hidden";
    inside.body.append(inner);
  }

  async function postFile(inside: Document, inner: HTMLIFrameElement): Promise<void> {
    const lock = inside.createElement("meta");
    lock.httpEquiv = "Content-Security-Policy";
    lock.content = "frame-src 'none'";
    inside.head.append(lock);
    const file: ToPreview = given;
    if (reader !== undefined && !(await reader.arrived.catch(() => false))) return;
    // An opaque origin has no name; whatever stands there now came from our own server, and stays there.
    inner.contentWindow?.postMessage(file, "*", reader === undefined ? [far] : [far, reader.port]);
    silence.start();
    patience.start();
  }

  return () => {
    silence.stop();
    patience.stop();
    near.close();
    reader?.end();
    outer.remove();
  };
}

type Reader = {
  readonly port: MessagePort;
  /** True when it works; false when it was ended before. Rejects when it did not arrive. */
  readonly arrived: Promise<boolean>;
  readonly end: () => void;
};

/** The worker in which files of this type are read; none for most. It can reach nothing, and goes with the frame. */
function lendReader(type: FileType): Reader | undefined {
  const kind = PREVIEW_KINDS[type];
  if (kind === undefined || !(kind in PREVIEW_READERS)) return undefined;
  const { port1: port, port2: its } = new MessageChannel();
  let isOver = false;
  let worker: Worker | undefined;
  const start = async (): Promise<boolean> => {
    const started = await startWorker(readDelivery(), PREVIEW_READERS[kind as keyof typeof PREVIEW_READERS]);
    if (isOver) started.terminate();
    else (worker = started).postMessage({}, [its]);
    return !isOver;
  };
  const end = (): void => {
    isOver = true;
    worker?.terminate();
  };
  return { port, arrived: start(), end };
}

function makeTimer(ms: number, ring: () => void): { start(): void; stop(): void } {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stop = () => clearTimeout(timer);
  const start = (): void => {
    stop();
    // A tab that nobody looks at is slowed down by the browser, the frame's clock with it.
    timer = setTimeout(() => (document.hidden ? start() : ring()), ms);
  };
  return { start, stop };
}

function makeFrame(owner: Document, title: string): HTMLIFrameElement {
  const frame = owner.createElement("iframe");
  frame.title = title;
  frame.style.cssText = "display: block; inline-size: 100%; block-size: 100%; border: 0";
  return frame;
}
