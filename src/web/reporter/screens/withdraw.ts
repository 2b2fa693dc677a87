/** Withdrawing: says what it does and what it does not, and asks once. */
import type { Screen } from "../app.ts";
import { noFiles } from "../draft.ts";
import { element } from "../element.ts";
import type { ReporterCase } from "../../../client/reporter/reporter-case.ts";
import { type Composer, messageForm } from "./composer.ts";
import { linkButton } from "./step.ts";

export function withdrawScreen(writing: { readonly found: ReporterCase; readonly sent: () => Promise<void> }): Screen {
  const composer: Composer = { typed: "", files: noFiles() };
  return (app) => {
    const { withdraw, optional } = app.text;
    return element(
      "main",
      { class: "column stack" },
      element("h1", { tabindex: -1 }, withdraw.title),
      element("p", {}, withdraw.lead),
      element("p", {}, withdraw.keeps),
      messageForm(
        app,
        { ...writing, composer },
        {
          id: "reason",
          label: withdraw.reason,
          mark: optional,
          button: withdraw.submit,
          look: "destructive",
          content: (text) => ({ kind: "withdraw", text }),
        },
      ),
      linkButton(withdraw.no, app.back),
    );
  };
}
