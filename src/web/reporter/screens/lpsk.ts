/** The agency that protects witnesses: named at once, before anybody asks for more. */
import { LPSK } from "../../shared/lpsk.ts";
import type { App } from "../app.ts";
import { bold, element, sentence } from "../element.ts";

export function lpskBanner({ text: { lpsk }, say, day }: App, heading: "h2" | "h3"): HTMLElement {
  const { site, telephone, whatsapp, checkedOn } = LPSK;
  const numbers = { site, telephone: bold(telephone), whatsapp: bold(whatsapp) };
  return element(
    "div",
    { class: "banner help" },
    element(heading, {}, lpsk.title),
    element("p", {}, sentence(say(lpsk.text), { site: bold(site) })),
    checkedOn === undefined
      ? element("p", { class: "hint" }, sentence(say(lpsk.unchecked), numbers))
      : element("p", {}, sentence(say(lpsk.checked, { date: day(checkedOn) }), numbers)),
  );
}
