/** Step 3: files. Everything about them comes in a chunk of its own; where it does not arrive the way on stays open. */
import type { App, FilesPart, Screen } from "../app.ts";
import { element } from "../element.ts";
import { deferWhilePressed } from "../defer-while-pressed.ts";
import { type Onward, linkButton, stepScreen, wayOn } from "./step.ts";

export function evidenceScreen({ next, last }: Onward): Screen {
  return (app, gone) => {
    const { files } = app.draft;
    // Stays once where somebody has to decide about a file.
    const go = (screen: Screen) => app.files.now?.asks(files) !== true && app.go(screen);
    return stepScreen(
      app,
      { number: 3, title: app.text.files.title, way: "back" },
      filesSlot(app, gone, (part) => part.chooser(app, gone, files, "report")),
      wayOn(app, () => go(next), last && (() => go(last))),
    );
  };
}

/** A place that fills itself as soon as the part for files, and the one that seals them, are there. */
export function filesSlot(app: App, gone: AbortSignal, fill: (files: FilesPart) => Node): HTMLElement {
  const { text } = app;
  const place = element("div", {});
  const whenReleased = deferWhilePressed(gone);
  const show = async () => {
    place.replaceChildren(element("p", { class: "hint", role: "status" }, text.files.loading));
    try {
      const [files] = await Promise.all([app.files.get(), app.sealing.get()]);
      whenReleased(() => !gone.aborted && place.replaceChildren(fill(files)));
    } catch {
      whenReleased(() =>
        place.replaceChildren(
          element("p", { class: "hint", role: "status" }, text.files.loadingFailed),
          linkButton(text.review.retry, () => void show()),
        ),
      );
    }
  };
  const { now } = app.files;
  if (now === undefined || app.sealing.now === undefined) void show();
  else place.replaceChildren(fill(now));
  return place;
}
