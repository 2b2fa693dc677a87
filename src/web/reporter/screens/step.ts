/** What all steps of the form share: how far one is, the way on, and what is saved (nothing). */
import { type App, type Screen } from "../app.ts";
import { type Child, element, icon } from "../element.ts";
import { makeDraft } from "../draft.ts";
import type { FieldError } from "../fields.ts";

export const STEPS = 5;

export type Onward = {
  /** The next step, or the last one when somebody came back from there to change an answer. */
  readonly next: Screen;
  /** The last step; undefined when that is where somebody came from. */
  readonly last?: Screen;
  /** What the last step found wrong here. */
  readonly found?: readonly FieldError[];
};

type Step = {
  readonly number: number;
  readonly title: string;
  /** Cancel on the first step, back on the others; nothing while sending. */
  readonly way: "cancel" | "back" | "none";
};

export function stepScreen(app: App, { number, title, way }: Step, ...children: readonly Child[]): HTMLElement {
  const { text } = app;
  const cancel = () => (isUntouched(app) ? app.restart(app.home) : app.go(cancelScreen));
  return element(
    "main",
    { class: "column" },
    element(
      "div",
      { class: "step" },
      element("strong", {}, app.say(text.step, { step: number, of: STEPS })),
      way === "cancel" && linkButton(text.cancel, cancel),
      way === "back" && linkButton(text.back, app.back),
    ),
    element(
      "div",
      { class: "segments", "aria-hidden": "true" },
      Array.from({ length: STEPS }, (_, index) => element("span", { class: index < number ? "filled" : undefined })),
    ),
    element("h1", { tabindex: -1, class: "step-title" }, title),
    children,
  );
}

function isUntouched({ draft }: App): boolean {
  return JSON.stringify(draft) === JSON.stringify(makeDraft());
}

export function linkButton(words: string, click: () => void, label?: string): HTMLElement {
  return element("button", { type: "button", class: "link", click, "aria-label": label }, words);
}

/** The way on, and past what may be left empty. */
export function wayOn(app: App, next: () => void, toLast?: () => void): HTMLElement {
  const { text } = app;
  return element(
    "div",
    { class: "next" },
    element("button", { type: "button", class: "button primary", click: next }, text.next),
    toLast !== undefined && element("div", { class: "center" }, linkButton(text.toLast, toLast)),
    nothingSaved(app),
  );
}

export function nothingSaved({ text }: App): HTMLElement {
  return element("p", { class: "note" }, icon("info"), element("span", {}, text.nothingSaved));
}

/** Asks before anything typed is thrown away. */
const cancelScreen: Screen = (app) => {
  const { title, lead, yes, no } = app.text.cancelling;
  const forget = () => {
    app.draft = makeDraft();
    app.letGo();
    app.restart(app.home);
  };
  return element(
    "main",
    { class: "column stack" },
    element("h1", { tabindex: -1 }, title),
    element("p", {}, lead),
    element(
      "div",
      { class: "next" },
      element("button", { type: "button", class: "button", click: app.back }, no),
      element("button", { type: "button", class: "button destructive", click: forget }, yes),
    ),
  );
};
