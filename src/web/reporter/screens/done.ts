/** The end of a report: nothing of it is left on this page. */
import { type Screen, FOOT } from "../app.ts";
import { element, icon } from "../element.ts";

export const doneScreen: Screen = ({ text: { done, code, home }, open, restart, home: first, filesUnderWay }) =>
  element(
    "main",
    { class: "column stack", [FOOT]: true },
    element("p", { class: "good" }, icon("done"), code.received),
    element("h1", { tabindex: -1 }, done.title),
    element("p", {}, done.lead),
    element("p", { class: "hint" }, filesUnderWay > 0 ? done.filesFirst : done.leave),
    element(
      "div",
      { class: "next" },
      element("button", { type: "button", class: "button", click: () => restart(first) }, home),
      element("button", { type: "button", class: "button", click: () => open("check") }, done.checkNow),
    ),
  );
