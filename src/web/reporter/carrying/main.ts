/** Sealed files, in the page's language: handed in, and the page to write one without a network. A chunk of its own. */
import { CARRYING } from "#words/carrying";
import { FOOT, type Screen } from "../app.ts";
import { element } from "../element.ts";
import { handingIn } from "./handing-in.ts";
import { sealerPage } from "./sealer-page.ts";

export const carryingScreen: Screen = (app, gone) =>
  element(
    "main",
    { class: "column stack", [FOOT]: true },
    element("h1", { tabindex: -1 }, CARRYING.title),
    element("p", { class: "lead" }, CARRYING.lead),
    element("p", {}, CARRYING.know),
    handingIn(app, gone),
    element(
      "section",
      { class: "part" },
      element("h2", {}, CARRYING.offline),
      element("p", {}, CARRYING.offlineText),
      sealerPage(app, gone),
    ),
  );
