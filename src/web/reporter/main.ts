/** The reporter's script: wakes the buttons of the static page, and fetches what seals before anybody needs it. */
import { inWords } from "#words/numbers";
import { SCREENS } from "#words/screens";
import { type UnderWay, beginPatience } from "../../client/line/patience.ts";
import type * as english from "../../crypto/secret/wordlists/english.ts";
import type * as indonesian from "../../crypto/secret/wordlists/indonesian.ts";
import type { WordList } from "../../crypto/secret/words.ts";
import { SHORT_REQUEST_BYTES } from "../../protocol/limits.ts";
import type { CodeWords, Language } from "../../words/languages.ts";
import { speak } from "../../words/speech.ts";
import {
  keepFilesWorker,
  loadPart,
  loadCodeWords,
  loadSealing,
  loadUnits,
  readDelivery,
  watchParts,
} from "../shared/delivery.ts";
import {
  type App,
  type CarryingPart,
  type CasePart,
  type ReceiptsPart,
  PLACES,
  type Place,
  type Sealing,
  startApp,
} from "./app.ts";
import { makeDraft } from "./draft.ts";
import { forgetWhenLeft, installQuickExit } from "./exit.ts";
import type * as files from "./attachments/main.ts";
import { lazy, prefetch } from "./lazy.ts";
import { tellSilence } from "./silence.ts";
import { tellRehearsal } from "./rehearsal.ts";
import { keepDroppedFilesOut, wakeButtons } from "./waking.ts";
import { checkScreen } from "./screens/check.ts";
import { genuineScreen } from "./screens/genuine.ts";
import { protectionScreen } from "./screens/protection.ts";
import { partScreen } from "./screens/part-screen.ts";
import { beginReport } from "./screens/report.ts";
import { send } from "./screens/send.ts";
import { indexUnits } from "./unit-search.ts";

/** Of the page, whose words these are: the build writes it here (src/web/bundle.ts). */
declare const LANGUAGE: Language;

function start(): void {
  const delivery = readDelivery();
  const first = document.getElementById("screen");
  if (first === null) return;
  const casePart = lazy(() => loadPart<CasePart>(delivery, "case", LANGUAGE));
  const sealing = lazy(async () => {
    const part = await loadSealing<Sealing>(delivery);
    Object.assign(part.connection, { underWay, onSilence });
    // After it, whatever it was needed for: who comes back needs it at once.
    prefetch(casePart);
    return part;
  });
  const codeWords = <Module>(language: CodeWords, wordsIn: (module: Module) => WordList["words"]) =>
    lazy(async () => ({ language, words: wordsIn(await loadCodeWords<Module>(delivery, language)) }));
  const app = startApp(
    {
      ...speak(LANGUAGE, delivery.timeZone),
      text: SCREENS,
      inWords,
      delivery,
      office: document.body.dataset["office"] ?? "",
      fingerprint: document.body.dataset["fingerprint"] ?? "",
      keyWords: document.body.dataset["keyWords"]?.split(" ") ?? [],
      sealing,
      casePart,
      receipts: lazy(() => loadPart<ReceiptsPart>(delivery, "receipts", LANGUAGE)),
      carrying: lazy(() => loadPart<CarryingPart>(delivery, "carrying", LANGUAGE)),
      files: lazy(async () => (await loadPart<typeof files>(delivery, "files", LANGUAGE)).files),
      recipients: lazy(async () => {
        const found = await (await sealing.get()).loadRecipients(delivery);
        tellRehearsal({ text: SCREENS }, found.directories.isRehearsal);
        return found;
      }),
      proof: lazy(async () => (await sealing.get()).solveProof(SHORT_REQUEST_BYTES)),
      units: lazy(async () => indexUnits(await loadUnits(delivery))),
      codeWords: {
        id: codeWords("id", ({ INDONESIAN }: typeof indonesian) => INDONESIAN),
        en: codeWords("en", ({ ENGLISH }: typeof english) => ENGLISH),
      },
    },
    () => first,
    makeDraft(),
    open,
  );
  const underWay: UnderWay = new Set();
  const onSilence = tellSilence(app);
  watchParts(() => beginPatience(underWay, onSilence, 0, undefined));
  addEventListener("input", () => app.hold("typed", true));
  const exit = document.getElementById("quick-exit");
  if (exit instanceof HTMLAnchorElement) installQuickExit(exit, app.leave);
  forgetWhenLeft(app.leave);
  keepDroppedFilesOut();
  wakeButtons(app);
  const place = PLACES.find((one) => one === document.body.dataset["place"]);
  if (place !== undefined) app.open(place);
  const parts = [sealing, casePart, app.receipts, app.carrying, app.units, app.files, ...Object.values(app.codeWords)];
  const whole = parts.map((part) => () => part.get());
  whenLoaded(() => void loadAll([...whole, () => keepFilesWorker(delivery)]));
}

/**
 * All parts of the page, on every visit and in one order, once home can be used: what lies in the browser's cache must
 * not tell who began a report, came back with words or attached files from who only looked
 * (docs/decisions/0057-every-visit-leaves-the-same.md). What does not arrive is asked for again by whoever needs it.
 */
async function loadAll(parts: readonly (() => Promise<unknown>)[]): Promise<void> {
  for (const load of parts) await load().catch(() => undefined);
}

function whenLoaded(then: () => void): void {
  if (document.readyState === "complete") then();
  else addEventListener("load", then, { once: true });
}

function open(place: Place, app: App): void {
  switch (place) {
    case "report":
      return beginReport(app, send);
    case "check":
      prefetch(app.sealing, app.recipients);
      return app.go(checkScreen());
    case "protection":
      return app.go(protectionScreen());
    case "genuine":
      prefetch(app.sealing, app.recipients);
      return app.go(genuineScreen);
    case "receipt":
      prefetch(app.sealing, app.recipients);
      return app.go(
        partScreen(
          ({ receipts }) => receipts,
          ({ checkingScreen }) => checkingScreen,
        ),
      );
    case "carry":
      prefetch(app.sealing, app.recipients);
      return app.go(
        partScreen(
          ({ carrying }) => carrying,
          ({ carryingScreen }) => carryingScreen,
        ),
      );
  }
}

start();
