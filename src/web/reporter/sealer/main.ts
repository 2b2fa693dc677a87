/**
 * The script of segel-lapor.html: the reporter's form where there is no network. All parts stand in the one file; the
 * readers are verified as everywhere, with the roots that the build put in.
 */
import { LANGUAGE } from "./language.ts";
import { inWords } from "#words/numbers";
import { SCREENS } from "#words/screens";
import { SEALER } from "#words/sealer";
import { ENGLISH } from "../../../crypto/secret/wordlists/english.ts";
import { INDONESIAN } from "../../../crypto/secret/wordlists/indonesian.ts";
import { speak } from "../../../words/speech.ts";
import { type App, type Given, startApp } from "../app.ts";
import { makeDraft } from "../draft.ts";
import { element, icon } from "../element.ts";
import { forgetWhenLeft, installQuickExit } from "../exit.ts";
import { lazy } from "../lazy.ts";
import { explain, problemOf } from "../problem.ts";
import { beginReport } from "../screens/report.ts";
import * as sealing from "../sealing/part.ts";
import { indexUnits } from "../unit-search.ts";
import { keepDroppedFilesOut, wakeButtons } from "../waking.ts";
import type { ScreenWords } from "../words.ts";
import { readersInside } from "./connection.ts";
import { NO_FILES } from "./files.ts";
import { readInside } from "./inside.ts";
import { lock } from "./lock.ts";

function start(): void {
  speakLanguage();
  const first = document.getElementById("screen");
  if (first === null) return;
  const inside = readInside();
  const { delivery } = inside;
  const given: Given = {
    ...speak(LANGUAGE, delivery.timeZone),
    text: withoutNetwork(SCREENS),
    inWords,
    delivery,
    office: inside.offices[LANGUAGE] ?? "",
    fingerprint: "",
    keyWords: [],
    sealing: lazy(async () => sealing),
    casePart: absent(),
    receipts: absent(),
    carrying: absent(),
    files: lazy(async () => NO_FILES),
    recipients: lazy(() => sealing.loadRecipients(delivery)),
    proof: lazy(async () => ""),
    units: lazy(async () => indexUnits(inside.units)),
    codeWords: {
      id: lazy(async () => ({ language: "id", words: INDONESIAN })),
      en: lazy(async () => ({ language: "en", words: ENGLISH })),
    },
  };
  const app = startApp(
    given,
    () => first,
    makeDraft(),
    (place) => place === "report" && beginReport(app, lock),
  );
  addEventListener("input", () => app.hold("typed", true));
  const exit = document.getElementById("quick-exit");
  if (exit instanceof HTMLAnchorElement) installQuickExit(exit, app.leave);
  forgetWhenLeft(app.leave);
  keepDroppedFilesOut();
  addEventListener("hashchange", () => location.reload());
  void tellHowLong(app);
}

/** The other language lies beside the first one, as it was built. */
function speakLanguage(): void {
  const other = document.getElementById(`home-${LANGUAGE}`);
  if (!(other instanceof HTMLTemplateElement)) return;
  document.documentElement.lang = LANGUAGE;
  document.body.replaceChildren(other.content);
}

/** What only a page with a network says of itself is said otherwise here. */
function withoutNetwork(screens: ScreenWords): ScreenWords {
  const { who, readers, review, code, problems } = screens;
  return {
    ...screens,
    who: { ...who, ...SEALER.instead.who },
    readers: { ...readers, ...SEALER.instead.readers },
    review: { ...review, ...SEALER.instead.review },
    code: { ...code, ...SEALER.instead.code },
    problems: { ...problems, ...SEALER.instead.problems },
  };
}

/** Before anything is typed: whether the readers inside are genuine and hold today, and until when. */
async function tellHowLong(app: App): Promise<void> {
  const state = document.getElementById("state");
  try {
    if (readersInside() === "null") return refuse(state, SEALER.empty);
    await app.sealing.get();
    const { holdsUntil, isClosed } = await app.recipients.get();
    if (isClosed) return refuse(state, app.text.problems["channel-closed"]);
    wakeButtons(app);
    state?.replaceChildren(app.say(SEALER.holds, { until: app.day(holdsUntil) }));
  } catch (error) {
    refuse(state, explain(app, problemOf(app, error)));
  }
}

function refuse(state: HTMLElement | null, why: string): void {
  state?.classList.remove("hint");
  state?.replaceChildren(
    element(
      "div",
      { class: "banner failed" },
      element("h2", {}, icon("warning"), element("span", {}, SEALER.fails)),
      element("p", {}, why),
    ),
  );
}

function absent<Part>(): { get: () => Promise<Part>; now: undefined; renew: () => void } {
  return { get: () => Promise.reject(new TypeError("not in this file")), now: undefined, renew: () => {} };
}

start();
