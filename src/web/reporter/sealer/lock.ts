/** A report that was read through is locked, its words are shown, and the file is given. Nothing leaves the device. */
import { SEALER } from "#words/sealer";
import { pause } from "../../../client/line/waiting.ts";
import type { App, Screen } from "../app.ts";
import { makeDraft } from "../draft.ts";
import { element } from "../element.ts";
import { explain, problemOf } from "../problem.ts";
import { codeScreen } from "../screens/code.ts";
import { type Finish, wayOut } from "../screens/report.ts";
import { STEPS, stepScreen } from "../screens/step.ts";
import { PAINT_MS } from "../send-job.ts";
import { saveScreen } from "./save.ts";

export const lock: Finish = (...call) => void lockAndShow(...call);

async function lockAndShow(...[app, { sealing, recipients, report }, ways]: Parameters<Finish>): Promise<void> {
  app.restart(lockingScreen);
  await pause(PAINT_MS);
  try {
    const prepared = sealing.lockReport(report, [], recipients);
    const file = sealing.sealFile(prepared);
    const before = sealing.handInBefore(recipients);
    app.draft = makeDraft();
    app.letGo();
    app.hold("file", true);
    app.restart(codeScreen({ token: prepared.token, deadlines: undefined, next: saveScreen({ file, before }) }));
  } catch (error) {
    const instead = wayOut(app, problemOf(app, error), ways);
    app.restart(app.home, instead ?? failedScreen(error, ways.review));
  }
}

const lockingScreen: Screen = (app) =>
  stepScreen(
    app,
    { number: STEPS, title: SEALER.locking, way: "none" },
    element("p", { class: "lead", role: "status" }, SEALER.lockingText),
  );

function failedScreen(error: unknown, review: Screen): Screen {
  return (app: App) =>
    stepScreen(
      app,
      { number: STEPS, title: app.text.problems.title, way: "none" },
      element(
        "div",
        { class: "banner failed" },
        element("p", {}, explain(app, problemOf(app, error))),
        element("p", {}, app.text.problems.nothingLost),
      ),
      element(
        "div",
        { class: "next" },
        element("button", { type: "button", class: "button primary", click: () => app.go(review) }, SEALER.editAgain),
      ),
    );
}
