/** What was chosen, as the last step shows it. */
import type { App } from "../app.ts";
import { element } from "../element.ts";
import type { FilesText } from "../text/files-id.ts";
import { type Chosen, type ChosenFile, nameOf, sizeOf, standingOf } from "./chosen.ts";
import { nameAndSize } from "./row.ts";

/** To read through before sending: names as they are sent, and what does not go as one would expect. */
export function chosenList(app: App, text: FilesText, { list }: Chosen): HTMLElement {
  const count = (is: (file: ChosenFile) => boolean) => list.filter(is).length;
  const going = list.filter((file) => standingOf(file) === "ready" || standingOf(file) === "looking");
  const looking = count((file) => standingOf(file) === "looking");
  const own = count((file) => standingOf(file) === "ready" && file.choice !== undefined);
  const out = list.length - going.length;
  const { review } = text;
  const lines = [
    ...(going.length === 0 ? [review.none] : []),
    ...(looking === 0 ? [] : [review.looking(looking)]),
    ...(own === 0 ? [] : [review.asIs(own)]),
    ...(out === 0 ? [] : [review.leftOut(out)]),
  ];
  return element(
    "div",
    { class: "stack-small" },
    element(
      "ul",
      { class: "files" },
      going.map((file) =>
        element("li", {}, nameAndSize(app, { name: nameOf(file, text.attachment), size: sizeOf(file) })),
      ),
    ),
    lines.map((line) => element("p", {}, line)),
  );
}
