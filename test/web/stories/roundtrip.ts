/**
 * The round trip as two people live it, in two windows of one browser: written, sealed, read, answered, moved on,
 * come back to with twelve words, answered again, read again.
 */
import type { Browser } from "puppeteer-core";
import type { Test } from "tap";
import { CASE } from "../../../src/web/investigator/case/words.ts";
import { CASE_WORDS, SCREENS } from "../../../src/web/reporter/words.ts";
import type { Language } from "../../../src/words/languages.ts";
import { type BrowserName, openBrowser, openPage } from "../support/browsers.ts";
import { findForeign, findSecret, startRecorder } from "../support/recorder.ts";
import { screenOf } from "../support/screen.ts";
import { type Site, startSite } from "../support/site.ts";
import { waitInPage } from "../support/wait.ts";
import { answer, lookAgain, move, openCase, signIn } from "./desk.ts";
import { comeBack, fillReport, proveNoted, sendReport, writeFollowUp } from "./reporter.ts";
import { speak } from "../../../src/words/speech.ts";
import { homePathOf } from "../../../src/web/reporter/pages.ts";

/** Told after each step: its name and how long it took. */
export type Told = (step: string, ms: number) => void;

/** What is written, so that a capture can be searched for it. Made of what programs like to spoil. */
const TEXTS = {
  unit: "Kantor Kenari Contoh",
  what: "Kenari-satu: petugas meminta Rp500.000.\n\tBaris kedua, “kutip”, é ≠ e\u0301, 👩🏽‍⚖️, עברית, <b>&amp;</b>",
  question: "Kenari-dua: kapan dan di loket berapa?",
  explanation: "Kenari-tiga: kami mulai memeriksa kelengkapan.",
  followUp: "Kenari-empat: Selasa pagi, loket tiga.",
} as const;

export async function playRoundTrip(
  browser: Browser,
  { origin, logins }: Site,
  language: Language,
  told: Told,
): Promise<{ words: string[]; complaints: string[] }> {
  const step = async <Result>(name: string, work: () => Promise<Result>): Promise<Result> => {
    const began = performance.now();
    const result = await work();
    told(name, performance.now() - began);
    return result;
  };
  const reporter = await openPage(browser);
  const atHome = screenOf(reporter.page);
  const firstLine = TEXTS.what.slice(0, TEXTS.what.indexOf("\n"));

  await step("home is opened", () => reporter.page.goto(origin + homePathOf(language)));
  await step("the report is written", () => fillReport(atHome, language, TEXTS));
  const words = await step("it is sealed, sent and confirmed", () => sendReport(atHome, language));
  await step("the code is noted", () => proveNoted(atHome, language, words));

  const desk = await openPage(browser);
  const atDesk = screenOf(desk.page);
  await step("the desk is opened", () => desk.page.goto(`${origin}/desk`));
  await step("an investigator signs in", () => signIn(atDesk, deskLanguage, logins[0]));
  await step("the report is opened", () => openCase(atDesk, deskLanguage, firstLine));
  await step("it says what was written", () => seeExactly(atDesk, TEXTS.what));
  // Pages for tests are of an office that has named no zone.
  await step("and whose days it shows", () => atDesk.see(speak(deskLanguage).say(CASE.zone, { zone: "UTC" })));
  await step("the state is changed", () => move(atDesk, deskLanguage, "verifying", TEXTS.explanation));
  await step("a question is sent", () => answer(atDesk, deskLanguage, TEXTS.question));

  // A page behind another one is put to sleep.
  await reporter.page.bringToFront();
  await step("home is opened anew", () => reporter.page.goto(origin + homePathOf(language)));
  await step("the reporter comes back", () => comeBack(atHome, language, words));
  await step("state and question are there", async () => {
    await atHome.see(CASE_WORDS[language].CASE.states.verifying);
    await atHome.see(TEXTS.explanation);
    await atHome.see(TEXTS.question);
  });
  await step("and whose days they are", () =>
    atHome.see(speak(language).say(SCREENS[language].upcoming.zone, { zone: "UTC" })),
  );
  await step("the reporter answers", () => writeFollowUp(atHome, language, TEXTS.followUp));

  await desk.page.bringToFront();
  await step("the investigator looks again", () => lookAgain(atDesk, deskLanguage));
  await step("and opens the case", () => openCase(atDesk, deskLanguage, firstLine));
  await step("the answer is there", () => atDesk.see(TEXTS.followUp));
  const complaints = [...reporter.complaints, ...desk.complaints];
  await Promise.all([reporter.page.close(), desk.page.close()]);
  return { words, complaints };
}

/** The first users are Indonesian offices; the tests' browsers ask for Indonesian. */
const deskLanguage: Language = "id";

/** Code point for code point, line breaks and tabs as they were typed. */
async function seeExactly({ page }: ReturnType<typeof screenOf>, text: string): Promise<void> {
  await waitInPage(
    page,
    (wanted) => [...document.querySelectorAll(".typed")].some((element) => element.textContent === wanted),
    {},
    text,
  );
}

/** The story in a browser whose every request is kept: all of it arrives, and nothing of it can be read on the way. */
export async function proveRoundTrip(t: Test, browserName: BrowserName, language: Language): Promise<void> {
  const [site, recorder] = [await startSite(t), await startRecorder(t)];
  const browser = await openBrowser(browserName, { proxy: recorder.proxy });
  t.teardown(() => browser.close());
  const { words, complaints } = await playRoundTrip(browser, site, language, (step) => t.pass(step));

  const { requests } = recorder;
  t.ok(
    requests.some(({ method, url }) => method === "POST" && new URL(url).pathname === "/api/reports"),
    "the capture saw the report go",
  );
  t.ok(
    requests.some(({ method, url }) => method === "PUT" && url.endsWith("/login")) ||
      requests.some(({ url }) => url.endsWith("/api/session")),
    "and the sign-in",
  );
  for (const text of Object.values(TEXTS))
    for (const line of text.split("\n")) t.same(findSecret(requests, line.trim()), [], "no plaintext in any request");
  t.same(findSecret(requests, site.logins[0].passphrase), [], "nor the passphrase");
  // A word alone may stand in a path by chance ("case"); four in a row can not.
  for (const separator of [" ", "-", ",", "\n"])
    t.same(findSecret(requests, words.slice(0, 4).join(separator)), [], "nor the words");
  t.notMatch(site.log(), /Kenari/, "nor in the server's log");
  t.same(findForeign(requests, site.origin), [], "and nothing goes to anybody else");
  // Each version of each browser knows other features.
  t.same(
    complaints.filter((complaint) => !complaint.includes("Permissions-Policy")),
    [],
    "no complaint of the browser",
  );
}
