/** What was chosen, as the last step shows it. */
import type { App } from "../app.ts";
import { element, icon } from "../element.ts";
import { isPlain } from "./found.ts";
import type { FileWords } from "../words.ts";
import { type Chosen, type ChosenFile, isGoing, nameOf, sizeOf, standingOf } from "../files/chosen.ts";
import { nameAndSize } from "./row.ts";

/** To read through before sending: names as they are sent, and what does not go as one would expect. */
export function chosenList(app: App, text: FileWords, { list }: Chosen): HTMLElement {
  const count = (is: (file: ChosenFile) => boolean) => list.filter(is).length;
  const going = list.filter(isGoing);
  const looking = count((file) => standingOf(file) === "looking");
  const own = count(isUncleaned);
  const out = list.length - going.length;
  const { review } = text;
  const { say } = app;
  const lines = [
    ...(going.length === 0 ? [review.none] : []),
    ...(looking === 0 ? [] : [say(review.looking, { n: looking })]),
    ...(own === 0 ? [] : [say(review.asIs, { n: own })]),
    ...(out === 0 ? [] : [say(review.leftOut, { n: out })]),
  ];
  return element(
    "div",
    { class: "stack-small" },
    element(
      "ul",
      { class: "files" },
      going.map((file) =>
        element(
          "li",
          {},
          nameAndSize(app, { name: nameOf(file, text.attachment), size: sizeOf(file) }),
          isUncleaned(file) && element("p", { class: "with-icon warning" }, icon("warning"), text.review.uncleaned),
        ),
      ),
    ),
    lines.map((line) => element("p", {}, line)),
  );
}

/** With all that is in it, on purpose. */
function isUncleaned(file: ChosenFile): boolean {
  const { look, choice } = file;
  return standingOf(file) === "ready" && choice !== undefined && typeof look === "object" && !isPlain(look);
}
