/** Protection, asked for at any time: who can be called now, what kinds there are, and a way to ask. */
import { type App, FOOT, type Screen } from "../app.ts";
import { noFiles } from "../draft.ts";
import { element } from "../element.ts";
import type { ReporterCase } from "../../../client/reporter/reporter-case.ts";
import { type Composer, messageForm } from "./composer.ts";
import { lpskBanner } from "./lpsk.ts";
import { linkButton } from "./step.ts";

/** With a case the wish goes into its conversation; without one into a report. */
export function protectionScreen(writing?: {
  readonly found: ReporterCase;
  readonly sent: () => Promise<void>;
}): Screen {
  const composer: Composer = { typed: "", files: noFiles() };
  return (app) => {
    const { protect, back } = app.text;
    return element(
      "main",
      { class: "column stack", [FOOT]: true },
      element("h1", { tabindex: -1 }, protect.title),
      element("p", { class: "lead" }, protect.lead),
      lpskBanner(app, "h2"),
      element("h2", {}, protect.two),
      element("ul", { class: "rings" }, element("li", {}, protect.office), element("li", {}, protect.statute)),
      writing !== undefined && writing.found.alarms.length === 0 && wish(app, writing, composer),
      writing === undefined && reportInstead(app),
      linkButton(back, app.back),
    );
  };
}

function wish(
  app: App,
  writing: { readonly found: ReporterCase; readonly sent: () => Promise<void> },
  composer: Composer,
): HTMLElement {
  const { protect } = app.text;
  return messageForm(
    app,
    { ...writing, composer },
    {
      id: "wish",
      label: protect.ask,
      hint: protect.askHint,
      button: protect.askSend,
      look: "primary",
      // An empty text stays empty, so that it is refused: a label alone asks for nothing.
      content: (typed) => ({ kind: "text", text: typed.trim() === "" ? "" : `${protect.prefix}\n${typed}` }),
    },
  );
}

function reportInstead(app: App): HTMLElement {
  const begin = () => {
    app.draft.protection = true;
    app.open("report");
  };
  return element("button", { type: "button", class: "button primary", click: begin }, app.text.protect.inReport);
}
