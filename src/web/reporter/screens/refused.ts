/** Where nothing can be sealed nothing is asked: an honest sentence, and the other ways. */
import type { Screen } from "../app.ts";
import { element, icon } from "../element.ts";

export const refusedScreen: Screen = ({ text: { refused, home }, office, say, restart, home: first }) =>
  element(
    "main",
    { class: "column stack" },
    element("h1", { tabindex: -1 }, refused.title),
    element("div", { class: "banner failed" }, element("p", {}, icon("warning"), " ", refused.noRandomness)),
    element("h2", {}, refused.youCan),
    element(
      "ul",
      { class: "dashes" },
      refused.ways.map((way) => element("li", {}, say(way, { office }))),
    ),
    element("button", { type: "button", class: "button", click: () => restart(first) }, home),
  );
