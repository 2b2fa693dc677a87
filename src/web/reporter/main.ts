/** The reporter's script: wakes the buttons of the static page, and fetches what seals before anybody needs it. */
import { type Delivery, loadFiles, loadSealing, loadUnits, loadWords, readDelivery } from "../shared/delivery.ts";
import type { Language } from "../../words/languages.ts";
import { type App, PLACES, type Place, type Sealing, startApp } from "./app.ts";
import { makeDraft } from "./draft.ts";
import { forgetWhenLeft, installQuickExit } from "./exit.ts";
import type * as files from "./files/main-id.ts";
import { later, prefetch } from "./later.ts";
import { checkScreen } from "./screens/check.ts";
import { genuineScreen } from "./screens/genuine.ts";
import { protectionScreen } from "./screens/protection.ts";
import { beginReport } from "./screens/report.ts";
import type { Catalogue } from "./text/catalogue.ts";
import { indexUnits } from "./unit-search.ts";
import type * as words from "./words-id.ts";

export function start(language: Language, text: Catalogue): void {
  const delivery = readDelivery();
  const first = document.getElementById("screen");
  if (first === null) return;
  const sealing = later(() => loadSealing<Sealing>(delivery));
  const app = startApp(
    {
      language,
      text,
      delivery,
      office: document.body.dataset["office"] ?? "",
      fingerprints: document.body.dataset["fingerprints"]?.split(" ") ?? [],
      keyWords: document.body.dataset["keyWords"]?.split(" ") ?? [],
      sealing,
      files: later(async () => (await loadFiles<typeof files>(delivery, language)).files),
      recipients: later(async () => (await sealing.get()).loadRecipients(delivery.roots)),
      proof: later(async () => (await sealing.get()).solveProof()),
      units: later(async () => indexUnits(await loadUnits(delivery))),
      words: { id: wordList(delivery, "id"), en: wordList(delivery, "en") },
    },
    () => first,
    makeDraft(),
    open,
  );
  addEventListener("input", () => app.hold("typed", true));
  const exit = document.getElementById("quick-exit");
  if (exit instanceof HTMLAnchorElement) installQuickExit(exit, app.leave);
  forgetWhenLeft(app.leave);
  keepDroppedFilesOut();
  wakeButtons(app);
}

/** A file that misses its place would be opened instead of this page, and everything typed be gone. */
function keepDroppedFilesOut(): void {
  for (const type of ["dragover", "drop"] as const)
    addEventListener(type, (event) => event.dataTransfer?.types.includes("Files") === true && event.preventDefault());
}

function wordList(delivery: Delivery, language: Language) {
  return later(async () => (await loadWords<typeof words>(delivery, language)).list);
}

function open(place: Place, app: App): void {
  switch (place) {
    case "report":
      return beginReport(app);
    case "check":
      prefetch(app.sealing, app.recipients);
      return app.go(checkScreen());
    case "protection":
      return app.go(protectionScreen());
    case "genuine":
      prefetch(app.sealing, app.recipients);
      return app.go(genuineScreen);
  }
}

function wakeButtons(app: App): void {
  for (const button of document.querySelectorAll<HTMLButtonElement>("button[data-go]")) {
    const place = PLACES.find((one) => one === button.dataset["go"]);
    if (place === undefined) continue;
    button.addEventListener("click", () => app.open(place));
    button.disabled = false;
  }
  const ready = document.getElementById("ready");
  if (ready !== null) ready.textContent = ready.dataset["effort"] ?? "";
}
