/** The page that seals without a network, given with the readers of today: what is saved is the build's, and checks them itself. */
import { CARRYING } from "#words/carrying";
import { fetchSealer } from "../../shared/delivery.ts";
import { saveBlob } from "../../shared/save-blob.ts";
import { SEALER_NAME, withReaders } from "../../../protocol/sealer-file.ts";
import type { App } from "../app.ts";
import { element, icon } from "../element.ts";
import { explain, problemOf } from "../problem.ts";

export function sealerPage(app: App, gone: AbortSignal): HTMLElement {
  const result = element("div", { role: "status" });
  const say = (...words: readonly (string | Node)[]) =>
    gone.aborted || result.replaceChildren(element("p", { class: "hint" }, ...words));
  const holds = element("p", { class: "hint" });
  app.recipients.get().then(
    ({ holdsUntil }) => (holds.textContent = app.say(CARRYING.holds, { until: app.day(holdsUntil) })),
    () => undefined,
  );
  const get = async () => {
    say(CARRYING.getting);
    try {
      // Verified first: who would be turned away by the file is told now.
      const [sealing] = await Promise.all([app.sealing.get(), app.recipients.get()]);
      const page = withReaders(await fetchSealer(app.delivery), await sealing.fetchReaders());
      if (gone.aborted) return;
      saveBlob([new Blob([page])], SEALER_NAME);
      say(icon("done"), " ", CARRYING.saved);
    } catch (error) {
      say(icon("warning"), " ", explain(app, problemOf(app, error)));
    }
  };
  return element(
    "div",
    { class: "stack" },
    element(
      "button",
      { type: "button", class: "button narrow", click: () => void get() },
      icon("download"),
      CARRYING.get,
    ),
    holds,
    result,
  );
}
