/** The agency that protects witnesses: named at once, before anybody asks for more. */
import { LPSK } from "../../shared/lpsk.ts";
import type { App } from "../app.ts";
import { bold, element, sentence } from "../element.ts";

export function lpskBanner({ text: { lpsk, lpskNumber } }: App): HTMLElement {
  return element(
    "div",
    { class: "banner help" },
    element("h3", {}, lpsk.title),
    element("p", {}, sentence(lpsk.text, { telephone: bold(LPSK.telephone) })),
    lpskNumber !== "" && element("p", { class: "hint" }, lpskNumber),
  );
}
