/** Withdrawing: says what it does and what it does not, and asks once. */
import { WITHDRAW } from "#words/case";
import type { Screen } from "../app.ts";
import { noFiles } from "../draft.ts";
import { element } from "../element.ts";
import type { ReporterCase } from "../../../client/reporter/reporter-case.ts";
import { type Composer, messageForm } from "./composer.ts";
import { linkButton } from "../screens/step.ts";

export function withdrawScreen(writing: { readonly found: ReporterCase; readonly sent: () => Promise<void> }): Screen {
  const composer: Composer = { typed: "", files: noFiles() };
  return (app) => {
    const { optional } = app.text;
    return element(
      "main",
      { class: "column stack" },
      element("h1", { tabindex: -1 }, WITHDRAW.title),
      element("p", {}, WITHDRAW.lead),
      element("p", {}, WITHDRAW.keeps),
      messageForm(
        app,
        { ...writing, composer },
        {
          id: "reason",
          label: WITHDRAW.reason,
          mark: optional,
          button: WITHDRAW.submit,
          look: "destructive",
          content: (text) => ({ kind: "withdraw", text }),
        },
      ),
      linkButton(WITHDRAW.no, app.back),
    );
  };
}
