/** Choosing files: by button, camera, drag and drop, or pasting. What becomes of each is said at the file itself. */
import type { App } from "../app.ts";
import { element } from "../element.ts";
import { deferWhilePressed } from "../defer-while-pressed.ts";
import { REMAINDERS } from "../../../evidence/findings.ts";
import type { FileWords } from "../words.ts";
import { chooseButton } from "./choose-button.ts";
import {
  type Chosen,
  type ChosenFile,
  addFile,
  fits,
  isGoing,
  lookInto,
  nameOf,
  sizeOf,
  standingOf,
  takeOut,
} from "../files/chosen.ts";
import { takePasted } from "./paste.ts";
import { fileRow, rowId } from "./row.ts";
import type { FilesWorker } from "../files/worker-client.ts";

export type Choosing = {
  readonly app: App;
  readonly text: FileWords;
  readonly worker: FilesWorker;
  readonly chosen: Chosen;
  readonly gone: AbortSignal;
  readonly place: "report" | "message";
};

export function chooser({ app, text, worker, chosen, gone, place }: Choosing): HTMLElement {
  const { say, size } = app;
  const heading = place === "report" ? "h2" : "h3";
  const head = element("div", {});
  const list = element("ul", { class: "files" });
  const foot = element("div", {});
  const said = element("p", { class: "hint", role: "status" });
  const whenReleased = deferWhilePressed(gone);
  const rows = new Map<ChosenFile, { readonly drawn: string; readonly row: HTMLElement }>();

  const draw = () => {
    head.replaceChildren(...headLines());
    foot.replaceChildren(...remainLines());
    const held = [...rows].find(([, { row }]) => row.contains(document.activeElement))?.[0];
    const wanted = chosen.list.map(rowOf);
    for (const row of list.querySelectorAll(":scope > li")) if (!wanted.includes(row as HTMLElement)) row.remove();
    // Those that stay are not touched: moving one would take the focus from it.
    for (const [at, row] of wanted.entries())
      if (list.children[at] !== row) list.insertBefore(row, list.children[at] ?? null);
    const kept = held && rows.get(held)?.row;
    if (kept?.isConnected === true && !kept.contains(document.activeElement)) kept.focus();
  };
  /** Drawn anew only where something else is to be said. */
  const rowOf = (file: ChosenFile): HTMLElement => {
    const drawn = JSON.stringify([standingOf(file), file.choice, file.isAsked]);
    const known = rows.get(file);
    if (known?.drawn === drawn) return known.row;
    const row = fileRow(app, text, file, {
      choose(choice) {
        file.choice = choice;
        redrawAt(file);
      },
      lookAgain() {
        // What kept one of them kept the others.
        for (const one of chosen.list) if (one.look === "worker-gone") void lookInto(worker, chosen, one);
        redrawAt(file);
      },
      replace(original) {
        if (app.sealing.now !== undefined && fits(app.sealing.now, chosen, original, file))
          return redrawAt(addFile(worker, chosen, original, file));
        said.textContent = say(text.tooMany, { n: 1 });
      },
      remove() {
        takeOut(chosen, [file]);
        said.textContent = say(text.removed, { name: nameOf(file, text.attachment) });
        choose.input.focus();
      },
    });
    rows.set(file, { drawn, row });
    return row;
  };
  const redrawAt = (file: ChosenFile) => {
    draw();
    rows.get(file)?.row.focus();
  };
  const headLines = (): HTMLElement[] => {
    const going = chosen.list.filter(isGoing);
    const waiting = chosen.list.filter((file) => standingOf(file) === "undecided").length;
    const total = going.reduce((sum, file) => sum + sizeOf(file), 0);
    return [
      ...(going.length === 0
        ? []
        : [element(heading, { class: "files-count" }, say(text.count, { n: going.length, size: size(total) }))]),
      ...(waiting === 0 ? [] : [element("p", { class: "files-count" }, say(text.waiting, { n: waiting }))]),
    ];
  };
  /** Once for all of them: under each file nobody would read it. */
  const remainLines = (): HTMLElement[] => {
    const looks = chosen.list.flatMap(({ look }) => (typeof look === "object" ? [look] : []));
    const remains = REMAINDERS.filter((what) => looks.some((look) => look.remains.includes(what)));
    if (remains.length === 0) return [];
    const items = remains.map((what) => element("li", {}, text.remains.items[what]));
    return [
      element(heading, { class: "files-count" }, text.remains.title),
      element("p", {}, text.remains.lead),
      element("ul", { class: "dashes" }, items),
    ];
  };

  /** Not to be lost when the next thing is said. */
  let notTaken = "";
  const take = (files: readonly File[]) => {
    let left = 0;
    const sealing = app.sealing.now;
    for (const file of files) {
      if (sealing !== undefined && fits(sealing, chosen, file)) addFile(worker, chosen, file);
      else left++;
    }
    if (files.length > 0) app.hold("typed", true);
    draw();
    notTaken = left > 0 ? say(text.tooMany, { n: left }) : "";
    said.textContent = notTaken === "" && files.length > 0 ? say(text.added, { n: files.length }) : notTaken;
  };
  chosen.changed = () =>
    whenReleased(() => {
      if (gone.aborted) return;
      draw();
      if (chosen.list.length === 0 || chosen.list.some(({ look }) => look === undefined)) return;
      const areAll = chosen.list.every(({ look }) => typeof look === "object");
      said.textContent = `${notTaken} ${areAll ? text.allLooked : text.notAllLooked}`.trim();
    });

  const opens = worker.start;
  const choose = chooseButton(text.choose, { look: "button", many: true, opens }, take);
  // Where there is a finger there is a camera, as a rule; elsewhere the button above finds one as well.
  const isTouched = matchMedia("(pointer: coarse)").matches;
  const camera = isTouched
    ? chooseButton(text.camera, { look: "button", opens, accept: "image/*", capture: "environment" }, take).label
    : undefined;
  takePasted(take, gone);
  const paste = !isTouched && element("p", { class: "hint" }, text.paste);
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
    choose.label,
    camera,
    paste,
    element("p", { class: "hint" }, text.how[place]),
    said,
    element("div", { class: "chosen" }, head, list, foot),
  );
}

/** What would not go: pointed at once for each, whatever keeps it, and true while that was needed. */
export function asksAbout(chosen: Chosen): boolean {
  const open = chosen.list.filter((file) => !isGoing(file) && !file.isAsked);
  const [first] = open;
  if (first === undefined) return false;
  for (const file of open) file.isAsked = true;
  chosen.changed();
  document.getElementById(rowId(first))?.focus();
  return true;
}
