/** Destroying the inbox: the words open nothing afterwards. One tick and one button, both in plain words. */
import { BURN } from "#words/case";
import type { Screen } from "../app.ts";
import { element, icon } from "../element.ts";
import { errorLine, tickField } from "../fields.ts";
import { problemBanner } from "../problem.ts";
import type { ReporterCase } from "../../../client/reporter/reporter-case.ts";
import { linkButton } from "../screens/step.ts";

export function burnScreen({ found, token }: { readonly found: ReporterCase; readonly token: Uint8Array }): Screen {
  return (app) => {
    let isSure = false;
    let isBurning = false;
    const result = element("div", { role: "status" });
    const destroy = async () => {
      if (!isSure) return result.replaceChildren(errorLine("sure", BURN.confirmMissing));
      if (isBurning) return;
      isBurning = true;
      try {
        await found.burn();
        token.fill(0);
        app.letGo();
        app.restart(app.home, burntScreen);
      } catch (error) {
        result.replaceChildren(problemBanner(app, error, () => void destroy()));
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
      tickField({ id: "sure", label: BURN.confirm, checked: false, change: (checked) => (isSure = checked) }),
      result,
      element(
        "div",
        { class: "next" },
        element(
          "button",
          { type: "button", class: "button destructive", click: () => void destroy() },
          icon("destroy"),
          BURN.submit,
        ),
        linkButton(BURN.no, app.back),
      ),
    );
  };
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
