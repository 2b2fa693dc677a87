/** One chosen file: under which name it goes, what was found in it, and what a person may do about it. */
import { type App, FOCUS } from "../app.ts";
import { type Child, bold, element, icon, sentence, typed } from "../element.ts";
import type { FileWords } from "../words.ts";
import { chooseButton } from "./choose-button.ts";
import { type ChosenFile, nameOf, sizeOf, standingOf } from "../files/chosen.ts";
import { isPlain, outcomeLines, reasonLines } from "./found.ts";

export type RowActions = {
  /** What happens to the file was decided, or is open again. */
  readonly choose: (choice: ChosenFile["choice"]) => void;
  readonly lookAgain: () => void;
  readonly replace: (original: File) => void;
  readonly remove: () => void;
};

export function fileRow(app: App, text: FileWords, file: ChosenFile, actions: RowActions): HTMLElement {
  const { original, look, choice, isAsked } = file;
  const standing = standingOf(file);
  // What stays here keeps the name by which it is known here.
  const name = standing === "too-large" ? original.name : nameOf(file, text.attachment);
  /** Read out alone it says of which file. */
  const labelOf = (words: string) => `${words}: ${name}`;
  const button = (words: string, click: () => void) =>
    element("button", { type: "button", class: "link", "aria-label": labelOf(words), click }, words);
  const remove = button(text.remove, actions.remove);
  const error = (words: string) => element("p", { class: "error" }, icon("warning"), element("span", {}, words));
  const links = (...all: Child[]) => element("div", { class: "links" }, all);

  const body = (): Child[] => {
    if (standing === "looking" || look === undefined)
      return [element("p", { class: "hint" }, text.looking), links(remove)];
    if (typeof look === "string" || standing === "too-large") {
      const why = typeof look === "string" ? look : "too-large";
      const again = why === "worker-gone" && button(app.text.problems.retry, actions.lookAgain);
      const asked = isAsked && element("p", {}, bold(text.outcome.without));
      return [boxed(error(text.problems[why]), asked, links(again, remove))];
    }
    const lines = outcomeLines(app, text, look, choice);
    if (standing === "undecided") {
      const replace = chooseButton(text.replace, { label: labelOf(text.replace), look: "link" }, ([other]) => {
        if (other !== undefined) actions.replace(other);
      });
      return [
        boxed(
          ...reasonLines(app, text, look),
          ...lines,
          isAsked && element("p", {}, bold(text.outcome.asked)),
          links(
            replace.label,
            remove,
            button(text.anyway, () => actions.choose("anyway")),
          ),
        ),
      ];
    }
    const undo = choice === "anyway" || isPlain(look) ? text.notAnyway : text.cleanAgain;
    const other =
      choice === undefined
        ? button(isPlain(look) ? text.ownName : text.asIs, () => actions.choose("as-is"))
        : button(undo, () => actions.choose(undefined));
    return [element("div", { class: "found-in" }, lines), links(remove, other)];
  };

  return element(
    "li",
    // Sent back to it: the next screen begins here.
    { id: rowId(file), tabindex: -1, [FOCUS]: standing !== "ready" && isAsked },
    nameAndSize(app, { name, size: sizeOf(file) }),
    name !== original.name &&
      element("p", { class: "hint" }, sentence(app.say(text.formerly), { name: typed(original.name) })),
    body(),
  );
}

export function rowId({ number }: ChosenFile): string {
  return `file-${number}`;
}

function boxed(...children: readonly Child[]): HTMLElement {
  return element("div", { class: "field wrong found-in" }, children);
}

export function nameAndSize(app: App, { name, size }: { readonly name: string; readonly size: number }): HTMLElement {
  return element("div", { class: "row-head" }, typed(name), element("span", {}, app.size(size)));
}
