/** Choosing files: by button, camera, or drag and drop. What cannot go is said at the file itself. */
import type { App } from "../app.ts";
import { element, icon, typed } from "../element.ts";
import type { FilesText } from "../text/files-id.ts";
import { type ChosenFile, fits, sendable, takeFile } from "./chosen.ts";
import { sizeIn } from "./size.ts";

export function chooser(app: App, text: FilesText, chosen: ChosenFile[], place: "report" | "message"): HTMLElement {
  const heading = place === "report" ? "h2" : "h3";
  const list = element("div", {});
  const said = element("p", { class: "hint", role: "status" });

  const draw = () => {
    const going = sendable(chosen);
    const total = going.reduce((sum, { source }) => sum + source.size, 0);
    list.replaceChildren(
      ...(going.length === 0
        ? []
        : [element(heading, { class: "files-count" }, text.count(going.length, sizeIn(total, app.language)))]),
      ...(chosen.length === 0 ? [] : [element("ul", { class: "files" }, chosen.map(row))]),
    );
  };
  const row = (one: ChosenFile): HTMLElement => {
    const { source, problem } = one;
    const remove = () => {
      chosen.splice(chosen.indexOf(one), 1);
      draw();
      said.textContent = text.removed(source.name);
      choose.input.focus();
    };
    return element(
      "li",
      { class: problem === undefined ? undefined : "field wrong" },
      nameAndSize(app, source),
      problem !== undefined &&
        element("p", { class: "error" }, icon("warning"), element("span", {}, text.problems[problem])),
      element(
        "button",
        { type: "button", class: "link", click: remove, "aria-label": text.removeOne(source.name) },
        app.text.remove,
      ),
    );
  };
  const take = (files: readonly File[]) => {
    let left = 0;
    const sealing = app.sealing.now;
    for (const file of files) {
      if (sealing !== undefined && fits(sealing, chosen, file)) chosen.push(takeFile(sealing, file, draw));
      else left++;
    }
    if (files.length > 0) app.hold("typed", true);
    draw();
    said.textContent = left > 0 ? text.tooMany(left) : files.length > 0 ? text.added(files.length) : "";
  };

  const choose = chooseButton("plus", text.choose, {}, take);
  // Where there is a finger there is a camera, as a rule; elsewhere the button above finds one as well.
  const camera = matchMedia("(pointer: coarse)").matches
    ? chooseButton("plus", text.camera, { accept: "image/*", capture: "environment" }, take).label
    : undefined;
  draw();
  return element(
    "div",
    {
      class: "stack chooser",
      dragover: (event) => event.preventDefault(),
      drop: (event) => {
        event.preventDefault();
        take([...((event as DragEvent).dataTransfer?.files ?? [])]);
      },
    },
    place === "report" && element("p", { class: "lead" }, text.lead),
    element("p", { class: "hint" }, text.limits),
    element(
      "div",
      { class: "banner conflict" },
      element(heading, {}, icon("warning"), element("span", {}, text.hidden)),
      element("p", {}, text.hiddenText),
      element(
        "ul",
        { class: "dashes" },
        text.careful.map((line) => element("li", {}, line)),
      ),
    ),
    choose.label,
    camera,
    said,
    list,
  );
}

/** A label that looks like a button: the input keeps its own keyboard and its own name. It remembers no choice. */
function chooseButton(
  name: "plus",
  words: string,
  how: { readonly accept?: string; readonly capture?: string },
  take: (files: readonly File[]) => void,
) {
  const input = element("input", {
    ...how,
    type: "file",
    multiple: true,
    autocomplete: "off",
    class: "visually-hidden",
    change: () => {
      const files = [...(input.files ?? [])];
      input.value = "";
      take(files);
    },
  });
  return { input, label: element("label", { class: "button" }, icon(name), words, input) };
}

export function chosenList(app: App, chosen: readonly ChosenFile[]): HTMLElement {
  return element(
    "ul",
    { class: "files" },
    sendable(chosen).map(({ source }) => element("li", {}, nameAndSize(app, source))),
  );
}

export function nameAndSize(
  { language }: App,
  { name, size }: { readonly name: string; readonly size: number },
): HTMLElement {
  return element("div", { class: "row-head" }, typed(name), element("span", {}, sizeIn(size, language)));
}
