/** Protection, asked for at any time: who can be called now, what kinds there are, and a way to ask. */
import { type App, FOOT, type Screen } from "../app.ts";
import { element } from "../element.ts";
import { lpskBanner } from "./lpsk.ts";
import { linkButton } from "./step.ts";

/** @param asking the way to ask for it: in a case that is open, else in a report */
export function protectionScreen(asking: (app: App) => HTMLElement | false = reportInstead): Screen {
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
      asking(app),
      linkButton(back, app.back),
    );
  };
}

function reportInstead(app: App): HTMLElement {
  const begin = () => {
    app.draft.protection = true;
    app.open("report");
  };
  return element("button", { type: "button", class: "button primary", click: begin }, app.text.protect.inReport);
}
