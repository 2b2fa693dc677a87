/** An office that is not open yet: said above every screen, from the moment at which its directory is known. */
import type { App } from "./app.ts";
import { bold, element, icon } from "./element.ts";

export function tellRehearsal({ text: { rehearsal } }: Pick<App, "text">, isRehearsal: boolean): void {
  document.getElementById("rehearsal")?.remove();
  if (!isRehearsal) return;
  const bar = element("aside", { class: "sending-files", id: "rehearsal", "aria-label": rehearsal.title });
  document.getElementById("screen")?.before(bar);
  // Filled when it is shown: only a change of what stands there already is read out.
  bar.append(
    element(
      "div",
      { role: "alert" },
      element("p", { class: "with-icon" }, icon("warning"), bold(rehearsal.title)),
      element("p", {}, rehearsal.text),
    ),
  );
}
