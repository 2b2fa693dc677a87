/**
 * Screens of one document. Which one is shown is known in memory alone: the address never changes, and a history entry
 * holds a number and nothing else, so that "back" goes a step back and the browser's history tells no more than that
 * this page was open.
 */
import type { SendableFile } from "../../client/files/upload.ts";
import type { ReporterCase } from "../../client/reporter/reporter-case.ts";
import type { FileEntry } from "../../protocol/content.ts";
import type { Delivery } from "../shared/delivery.ts";
import type { CodeWords } from "../../words/languages.ts";
import type { Speech } from "../../words/speech.ts";
import type { WordList } from "../../crypto/secret/words.ts";
import { type Draft, makeDraft } from "./draft.ts";
import type { Chosen } from "./files/chosen.ts";
import type { Lazy } from "./lazy.ts";
import type * as sealing from "./sealing/part.ts";
import type { Recipients } from "./sealing/recipients.ts";
import type { UnitIndex } from "./unit-search.ts";
import type { InWords, ScreenWords } from "./words.ts";

export type Sealing = typeof sealing;

/** Where a button of the first page, or of any screen, leads. */
export const PLACES = ["report", "check", "protection", "genuine", "receipt", "carry"] as const;
export type Place = (typeof PLACES)[number];

/** Makes a screen's <main>; `gone` is aborted when another one takes its place. */
export type Screen = (app: App, gone: AbortSignal) => HTMLElement;

export type Given = Speech & {
  readonly text: ScreenWords;
  readonly inWords: InWords;
  readonly delivery: Delivery;
  readonly office: string;
  /** Of all roots together, hexadecimal */
  readonly fingerprint: string;
  /** The same in twelve words, as they stand on the first page */
  readonly keyWords: readonly string[];
  readonly sealing: Lazy<Sealing>;
  readonly casePart: Lazy<CasePart>;
  readonly receipts: Lazy<ReceiptsPart>;
  readonly carrying: Lazy<CarryingPart>;
  readonly files: Lazy<FilesPart>;
  readonly recipients: Lazy<Recipients>;
  /** A solved proof of work, made while the report is read through; it serves once. */
  readonly proof: Lazy<string>;
  /** The office's units; none where it has told none */
  readonly units: Lazy<UnitIndex>;
  readonly codeWords: Readonly<Record<CodeWords, Lazy<WordList>>>;
};

export type App = Given & {
  readonly home: Screen;
  draft: Draft;
  /** Opens a part of the service from its beginning. */
  readonly open: (place: Place) => void;
  readonly go: (screen: Screen) => void;
  readonly back: () => void;
  /** Draws the screen that is shown once more, and moves the focus as if it were new. */
  readonly redraw: () => void;
  /** From here no way leads back: all earlier entries of the history show `first`; then `next` is gone to. */
  readonly restart: (first: Screen, next?: Screen) => void;
  /** While anything is held, leaving the page warns. */
  readonly hold: (reason: string, held: boolean) => void;
  /** Of what was typed and shown; files on their way are held until they are there. */
  readonly letGo: () => void;
  /** Called when the page is left, by whatever way: what is under way ends, and lets go of what it holds. */
  readonly whenLeft: Set<() => void>;
  readonly leave: () => void;
  /** Sendings of files that have not come to an end */
  filesUnderWay: number;
  /** Messages that files brought, sent by this page behind the screens */
  fileMessages: number;
};

/** What shows a case that was opened. */
export type CasePart = {
  readonly caseScreen: (opened: { readonly token: Uint8Array; readonly found: ReporterCase }) => Screen;
};

/** What asks for, shows and checks receipts. */
export type ReceiptsPart = {
  readonly receiptScreen: (asking: {
    readonly found: ReporterCase;
    readonly sent: (said: string) => Promise<void>;
  }) => Screen;
  readonly checkingScreen: Screen;
};

/** What hands in a file that was sealed without a network, and gives the page that makes one. */
export type CarryingPart = { readonly carryingScreen: Screen };

/** All that the pages do with files: attachments/part.ts, which this script fetches only when it is needed. */
export type FilesPart = {
  /** Buttons to choose with and what was chosen, kept in `chosen`. `report`: with what there is to know before. */
  readonly chooser: (app: App, gone: AbortSignal, chosen: Chosen, place: "report" | "message") => HTMLElement;
  /** Names and sizes as they will be sent, to read through; drawn anew when something has come of looking into them */
  readonly list: (app: App, chosen: Chosen) => HTMLElement;
  /** Returns when all have been looked into. */
  readonly settle: (chosen: Chosen) => Promise<void>;
  /** Whether a file would stay behind, and nobody was told yet; the focus is there then. Once for each file. */
  readonly asks: (chosen: Chosen) => boolean;
  readonly ready: (app: App, chosen: Chosen) => Ready;
  /** Sends on the page, above whatever screen is shown, from now on. The token is copied. */
  readonly send: (app: App, recipients: Recipients, token: Uint8Array, files: readonly SendableFile[]) => void;
  /** A file of an answer, with a button that saves it */
  readonly received: (app: App, gone: AbortSignal, found: ReporterCase, entry: FileEntry) => HTMLElement;
};

/** What is sent as it stands now; `take` takes these out of the list, and leaves all others. */
export type Ready = { readonly files: readonly SendableFile[]; readonly take: () => void };

/** How a screen's <main> asks for the frame: with or without the foot, and what shall have the focus. */
export const FOOT = "data-foot";
export const FOCUS = "data-focus";

export function startApp(given: Given, home: Screen, draft: Draft, open: (place: Place, app: App) => void): App {
  let screens: Screen[] = [home];
  let at = 0;
  let shown = new AbortController();
  const held = new Set<string>();
  const languages = document.getElementById("languages");
  const foot = document.getElementById("foot");

  function show(moveFocus = true): void {
    shown.abort();
    shown = new AbortController();
    const screen = screens[at] ?? home;
    const main = screen(app, shown.signal);
    main.id = "screen";
    document.getElementById("screen")?.replaceWith(main);
    if (languages !== null) languages.hidden = screen !== home;
    if (foot !== null) foot.hidden = screen !== home && !main.hasAttribute(FOOT);
    if (!moveFocus) return;
    scrollTo(0, 0);
    const target = main.querySelector<HTMLElement>(`[${FOCUS}]`) ?? main.querySelector("h1");
    target?.focus();
  }

  const warnWhileHeld = () => {
    // Only while needed: a page with such a listener is never kept for "back".
    if (held.size > 0) addEventListener("beforeunload", warn);
    else removeEventListener("beforeunload", warn);
  };
  const warn = (event: BeforeUnloadEvent) => event.preventDefault();

  const app: App = {
    ...given,
    home,
    draft,
    open: (place) => open(place, app),
    go(screen) {
      screens = [...screens.slice(0, at + 1), screen];
      at++;
      history.pushState({ at }, "");
      show();
    },
    back: () => history.back(),
    redraw: () => show(),
    restart(first, next) {
      screens = Array.from({ length: at + 1 }, () => first);
      if (next === undefined) show();
      else app.go(next);
    },
    hold(reason, isHeld) {
      if (isHeld) held.add(reason);
      else held.delete(reason);
      warnWhileHeld();
    },
    letGo() {
      for (const reason of held) if (!reason.startsWith("files-")) held.delete(reason);
      warnWhileHeld();
    },
    whenLeft: new Set(),
    filesUnderWay: 0,
    fileMessages: 0,
    leave() {
      held.clear();
      warnWhileHeld();
      for (const end of app.whenLeft) end();
      app.draft = makeDraft();
    },
  };

  history.scrollRestoration = "manual";
  history.replaceState({ at: 0 }, "");
  addEventListener("popstate", ({ state }) => {
    const wanted = (state as { at?: unknown } | null)?.at;
    // An entry of this address from before a reload points to nothing any more: home.
    at = typeof wanted === "number" && wanted < screens.length ? wanted : 0;
    show();
  });
  return app;
}
