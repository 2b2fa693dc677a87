/** A screen that comes in a part of its own: waits for it, and draws it as soon as it is there. */
import type { App, Screen } from "../app.ts";
import { element } from "../element.ts";
import { keepLoading } from "../lazy.ts";
import type { Lazy } from "../lazy.ts";

export function partScreen<Part>(partOf: (app: App) => Lazy<Part>, make: (part: Part) => Screen): Screen {
  return (app, gone) => {
    const part = partOf(app);
    if (part.now !== undefined) return make(part.now)(app, gone);
    const { loading, loadingFailed } = app.text.part;
    const said = element("p", { class: "hint", role: "status" }, loading);
    keepLoading(
      () => part.get(),
      gone,
      () => app.redraw(),
      () => said.replaceChildren(loadingFailed),
    );
    return element("main", { class: "column stack" }, element("h1", { tabindex: -1 }, loading), said);
  };
}
