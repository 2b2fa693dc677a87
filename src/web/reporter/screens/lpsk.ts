/** The agency that protects witnesses: named at once, before anybody asks for more. */
import { LPSK } from "../../shared/lpsk.ts";
import type { App } from "../app.ts";
import { bold, element, sentence } from "../element.ts";

export function lpskBanner({ text: { lpsk, lpskNumber } }: App, heading: "h2" | "h3"): HTMLElement {
  return element(
    "div",
    { class: "banner help" },
    element(heading, {}, lpsk.title),
    element("p", {}, sentence(lpsk.text, { telephone: bold(LPSK.telephone) })),
    lpskNumber !== "" && element("p", { class: "hint" }, lpskNumber),
  );
}
