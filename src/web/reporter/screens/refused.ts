/** Where nothing can be sealed, or nobody could read it, nothing is asked: an honest sentence, and the other ways. */
import type { Text } from "../../../words/text.ts";
import type { App, Screen } from "../app.ts";
import { element, icon } from "../element.ts";
import { explain } from "../problem.ts";
import type { Problem } from "../sealing/problems.ts";

export const refusedScreen: Screen = (app) => {
  const { title, noRandomness, ways } = app.text.refused;
  return sorryScreen(app, title, noRandomness, ways);
};

/** Of no channel two recipients are valid today. */
export const closedScreen: Screen = (app) => {
  const { refused, problems } = app.text;
  return sorryScreen(app, refused.closed, problems["channel-closed"], refused.ways.slice(1));
};

/** Nobody has said lately that the list of recipients holds, or the one that the server gives is not genuine. */
export function noReadersScreen(problem: Problem): Screen {
  return (app) => {
    const { refused } = app.text;
    return sorryScreen(app, refused.closed, explain(app, problem), refused.ways.slice(1));
  };
}

function sorryScreen(
  { text: { refused, home }, office, say, restart, home: first }: App,
  title: string,
  why: string,
  ways: readonly Text[],
): HTMLElement {
  return element(
    "main",
    { class: "column stack" },
    element("h1", { tabindex: -1 }, title),
    element(
      "div",
      { class: "banner failed" },
      element("p", { class: "with-icon" }, icon("warning"), element("span", {}, why)),
    ),
    element("h2", {}, refused.youCan),
    element(
      "ul",
      { class: "dashes" },
      ways.map((way) => element("li", {}, say(way, { office }))),
    ),
    element("button", { type: "button", class: "button", click: () => restart(first) }, home),
  );
}
