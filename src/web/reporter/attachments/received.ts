/** A file of the team: fetched, opened and verified to its end, and only then given to the browser to be saved. */
import type { FileEntry } from "../../../protocol/content.ts";
import { safeName } from "../../../evidence/safe-name.ts";
import { saveBlob } from "../../shared/save-blob.ts";
import type { App } from "../app.ts";
import { type Child, element, icon } from "../element.ts";
import type { ReporterCase } from "../../../client/reporter/reporter-case.ts";
import type { FileWords } from "../words.ts";
import { nameAndSize } from "./row.ts";

export function receivedFile(
  app: App,
  { fetching }: FileWords,
  gone: AbortSignal,
  { cells }: ReporterCase,
  entry: FileEntry,
): HTMLElement {
  const said = element("div", { role: "status" });
  const far = element("p", { class: "hint" });
  const button = element(
    "button",
    {
      type: "button",
      class: "link",
      "aria-label": app.say(fetching.saveOne, { name: entry.name }),
      click: () => void save(),
    },
    icon("download"),
    fetching.save,
  );
  const say = (...words: Child[]) => said.replaceChildren(element("div", {}, words));
  const tell = (bytes: number, isWaiting: boolean) => {
    const amount = app.say(fetching.amount, { opened: app.size(bytes), total: app.size(entry.size) });
    far.textContent = isWaiting ? `${amount}. ${fetching.waits}` : amount;
  };

  const save = async () => {
    if (button.disabled) return;
    button.disabled = true;
    far.replaceChildren(fetching.begins);
    said.replaceChildren(far);
    let parts: Blob[] = [];
    const drop = () => void (parts = []);
    try {
      const sealing = await app.sealing.get();
      await sealing.fetchFile(
        cells,
        entry,
        {
          // As a Blob each piece may leave the memory for the browser's own keeping.
          write: (piece) => void parts.push(new Blob([piece])),
          end: () => saveBlob(parts, safeName(entry.name)),
          drop,
        },
        gone,
        (bytes, trouble) => tell(bytes, trouble !== undefined),
      );
      say(
        element("p", { class: "good" }, icon("check"), fetching.done),
        element("p", { class: "hint" }, fetching.care),
      );
    } catch (error) {
      if (gone.aborted) return;
      const code = app.sealing.now?.codeOf(error) ?? "unreachable";
      const why = fetching.why[code as keyof typeof fetching.why] ?? fetching.why.unknown;
      say(element("p", { class: "error" }, icon("warning"), element("span", {}, why)));
    } finally {
      drop();
      button.disabled = false;
    }
  };
  return element("li", {}, nameAndSize(app, entry), button, said);
}
