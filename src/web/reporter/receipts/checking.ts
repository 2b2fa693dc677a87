/** Checking a receipt that somebody shows: in this browser, with the signed list of members and the built-in roots. */
import { RECEIPT } from "#words/receipts";
import type { CheckedReceipt } from "../../../client/directory/receipt-line.ts";
import { type App, FOOT, type Screen } from "../app.ts";
import { type Child, element, icon } from "../element.ts";
import { UNREMEMBERED } from "../fields.ts";
import { problemBanner } from "../problem.ts";

export const checkingScreen: Screen = (app, gone) => {
  const field = element("textarea", { id: "receipt-line", rows: 4, ...UNREMEMBERED, dir: "ltr" });
  const result = element("div", { role: "status" });
  const check = async () => {
    result.replaceChildren(element("p", { class: "hint" }, RECEIPT.checking));
    try {
      const [sealing, recipients] = await Promise.all([app.sealing.get(), app.recipients.get()]);
      const checked = await sealing.checkReceiptLine(field.value, recipients.directories);
      if (!gone.aborted) result.replaceChildren(banner(app, checked));
    } catch (error) {
      if (!gone.aborted) result.replaceChildren(problemBanner(app, error, () => void check()));
    }
  };
  return element(
    "main",
    { class: "column stack", [FOOT]: true },
    element("h1", { tabindex: -1 }, RECEIPT.checkTitle),
    element("p", { class: "lead" }, RECEIPT.checkLead),
    element(
      "div",
      { class: "field" },
      element("label", { for: "receipt-line" }, RECEIPT.line),
      element("p", { class: "hint" }, RECEIPT.lineHint),
      field,
    ),
    element("button", { type: "button", class: "button primary narrow", click: () => void check() }, RECEIPT.check),
    result,
    element("p", { class: "hint" }, RECEIPT.withoutUs),
  );
};

function banner({ say, day, office }: App, checked: CheckedReceipt): HTMLElement {
  const bad = (words: string): readonly [string, boolean, Child] => [words, false, false];
  const [words, isGood, more] = {
    genuine: () =>
      [
        checked.is === "genuine" ? say(RECEIPT.genuine, { office, date: day(checked.day) }) : "",
        true,
        [
          element("p", {}, RECEIPT.genuineMeans),
          checked.is === "genuine" && checked.hasLeft && element("p", {}, RECEIPT.hasLeft),
        ],
      ] as const,
    malformed: () => bad(RECEIPT.malformed),
    "other-office": () => bad(say(RECEIPT.otherOffice, { office })),
    "not-signed": () => bad(RECEIPT.notSigned),
  }[checked.is]();
  return element(
    "div",
    { class: isGood ? "banner" : "banner failed", "data-result": checked.is },
    element("h2", {}, icon(isGood ? "check" : "warning"), element("span", {}, words)),
    more,
  );
}
