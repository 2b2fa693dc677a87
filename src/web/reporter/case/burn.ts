/**
 * Destroying the inbox: the office is told, then the words open nothing. One tick and one button, both in plain words.
 * Where the office cannot be told, the reporter hears it and decides again.
 */
import { BURN } from "#words/case";
import type { App, Screen } from "../app.ts";
import { element, icon } from "../element.ts";
import { errorLine, tickField } from "../fields.ts";
import { explain, problemOf } from "../problem.ts";
import type { ReporterCase } from "../../../client/reporter/reporter-case.ts";
import { linkButton } from "../screens/step.ts";

export function burnScreen({ found, token }: { readonly found: ReporterCase; readonly token: Uint8Array }): Screen {
  return (app) => {
    let isSure = false;
    let isBurning = false;
    const mayWrite = found.alarms.length === 0;
    const result = element("div", { role: "status" });
    const destroy = async (untold: boolean) => {
      if (!isSure) return result.replaceChildren(errorLine("sure", BURN.confirmMissing));
      if (isBurning) return;
      isBurning = true;
      try {
        await found.burn({ untold });
        token.fill(0);
        app.letGo();
        app.restart(app.home, burntScreen);
      } catch (error) {
        result.replaceChildren(notYetBanner(app, { error, mayTell: mayWrite && !found.isBurnTold() }, destroy));
      } finally {
        isBurning = false;
      }
    };
    return element(
      "main",
      { class: "column stack" },
      element("h1", { tabindex: -1 }, BURN.title),
      element("p", {}, BURN.lead),
      element("p", {}, BURN.keeps),
      element("p", {}, mayWrite ? BURN.told : BURN.alarmed),
      tickField({ id: "sure", label: BURN.confirm, checked: false, change: (checked) => (isSure = checked) }),
      result,
      element(
        "div",
        { class: "next" },
        element(
          "button",
          { type: "button", class: "button destructive", click: () => void destroy(!mayWrite) },
          icon("destroy"),
          BURN.submit,
        ),
        linkButton(BURN.no, app.back),
      ),
    );
  };
}

/** What went wrong, and the ways on: again, or, while the office is not told yet, without a word to it. */
function notYetBanner(
  app: App,
  { error, mayTell }: { readonly error: unknown; readonly mayTell: boolean },
  destroy: (untold: boolean) => Promise<void>,
): HTMLElement {
  const button = (text: string, untold: boolean) =>
    element("button", { type: "button", class: "button", click: () => void destroy(untold) }, text);
  return element(
    "div",
    { class: "banner failed", role: "alert" },
    element("h2", {}, icon("warning"), element("span", {}, BURN.failed)),
    element("p", {}, explain(app, problemOf(app, error))),
    mayTell && element("p", {}, BURN.notTold),
    button(app.text.problems.retry, !mayTell),
    mayTell && button(BURN.untold, true),
  );
}

const burntScreen: Screen = ({ text: { home }, restart, home: first }) =>
  element(
    "main",
    { class: "column stack" },
    element("p", { class: "good" }, icon("done"), BURN.done),
    element("h1", { tabindex: -1 }, BURN.done),
    element("p", {}, BURN.doneText),
    element("button", { type: "button", class: "button", click: () => restart(first) }, home),
  );
