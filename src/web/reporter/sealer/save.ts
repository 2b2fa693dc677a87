/** The sealed file is saved, and how it is handed in. Whether it arrives, nobody can know here. */
import { SEALER } from "#words/sealer";
import type { Bytes } from "../../../crypto/bytes.ts";
import { saveBlob } from "../../shared/save-blob.ts";
import { FOOT, type Screen } from "../app.ts";
import { element, icon } from "../element.ts";
import { addressesInside } from "./inside.ts";

type Sealed = {
  readonly file: Bytes;
  /** ms since 1970 */
  readonly before: number;
};

export function saveScreen({ file, before }: Sealed): Screen {
  let isSaved = false;
  return (app) => {
    const { say, day, office } = app;
    const { save } = SEALER;
    // The words have been let go; the file exists nowhere else until it is saved.
    app.hold("file", !isSaved);
    const said = element("div", { role: "status" });
    const button = element("button", { type: "button", class: "button primary" }, icon("download"), save.save);
    button.addEventListener("click", () => {
      saveBlob([new Blob([file])], save.fileName);
      isSaved = true;
      app.hold("file", false);
      button.replaceChildren(icon("download"), save.again);
      said.replaceChildren(
        element("p", { class: "with-icon" }, icon("done"), say(save.saved, { name: save.fileName })),
      );
    });
    const done = () => {
      if (isSaved) return app.restart(app.home, doneScreen);
      said.replaceChildren(element("p", { class: "error" }, icon("warning"), save.notSaved));
      button.focus();
    };
    const addresses = addressesInside();
    return element(
      "main",
      { class: "column stack" },
      element("p", { class: "good" }, icon("lock"), app.text.code.received),
      element("h1", { tabindex: -1 }, save.title),
      element("p", { class: "lead" }, save.lead),
      element("div", { class: "next" }, button, said),
      element(
        "section",
        { class: "part" },
        element("h2", {}, save.how),
        element(
          "ul",
          { class: "dashes" },
          [save.atPage, say(save.byHand, { office }), say(save.before, { before: day(before) }), save.twice].map(
            (way) => element("li", {}, way),
          ),
        ),
        addresses.length > 0 && element("p", { class: "hint" }, save.atAddress),
        addresses.map((address) => element("p", { class: "address", dir: "ltr" }, address)),
      ),
      element(
        "section",
        { class: "part" },
        element("h2", {}, save.know),
        element(
          "ul",
          { class: "rings" },
          [save.notKnown, save.carrier, save.remove].map((one) => element("li", {}, one)),
        ),
      ),
      element("div", { class: "next" }, element("button", { type: "button", class: "button", click: done }, save.done)),
    );
  };
}

const doneScreen: Screen = ({ text, restart, home }) =>
  element(
    "main",
    { class: "column stack", [FOOT]: true },
    element("h1", { tabindex: -1 }, SEALER.done.title),
    element("p", { class: "lead" }, SEALER.done.lead),
    element("p", { class: "hint" }, SEALER.done.leave),
    element("button", { type: "button", class: "button", click: () => restart(home) }, text.home),
  );
