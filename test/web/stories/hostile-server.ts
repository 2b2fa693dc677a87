/**
 * A server that was taken over, in front of people: each act of the table (test/support/hostile/hostile-acts.ts) is played
 * against the reporter's page, the desk and the command line, and each says what it means and what to do.
 */
import * as fs from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Browser } from "puppeteer-core";
import { CASE } from "../../../src/web/investigator/case/words.ts";
import { LIST, VIEW_NAMES } from "../../../src/web/investigator/list/words.ts";
import { homePathOf } from "../../../src/web/reporter/pages.ts";
import { HOME, SCREENS } from "../../../src/web/reporter/words.ts";
import { DIRECTORY_FAILURES } from "../../../src/words/failures.ts";
import type { Language } from "../../../src/words/languages.ts";
import { speak } from "../../../src/words/speech.ts";
import type { Reader } from "../../../src/words/told.ts";
import { ACTS, type Act, type Noticed } from "../../support/hostile/hostile-acts.ts";
import { callSegel } from "../../cli/programs.ts";
import { openPage, preferLanguage } from "../support/browsers.ts";
import { type RobbedSite, startRobbedSite } from "../support/robbed-site.ts";
import { screenOf } from "../support/screen.ts";
import type { Login } from "../support/site.ts";
import type { Teardowns } from "../support/teardowns.ts";
import {
  type Sentences,
  fixedPart,
  sentencesAtDesk,
  sentencesOfCommand,
  sentencesOnPage,
} from "./hostile-sentences.ts";
import { lookForNew, typeWords } from "./desk.ts";
import { openOffice } from "./keys/desks.ts";
import { comeBack, fillReport } from "./reporter.ts";
import type { Told } from "./roundtrip.ts";

/** Who looks: at a screen, or at what a command says. */
type Watcher = {
  readonly who: string;
  readonly sentences: Sentences;
  /** Does what a person would, until something stands before the eyes; what sees a sentence there. */
  readonly look: (noticed: Noticed, act: Act) => Promise<(sentence: string) => Promise<void>>;
  /** Back to where the next act begins, with an honest server */
  readonly leave?: (noticed: Noticed) => Promise<void>;
};

export async function playHostileServer(
  open: () => Promise<Browser>,
  language: Language,
  told: Told,
  ends: Teardowns,
): Promise<void> {
  const site = await startRobbedSite(ends);
  const browser = await open();
  const watchers = {
    reporter: [await reporterAtPage(browser, site, language), await atCommandLine(site, language, "reporter", ends)],
    member: [await memberAtDesk(browser, site, language), await atCommandLine(site, language, "member", ends)],
  };
  const before = await site.countReports();
  for (const [does, act] of Object.entries(ACTS)) {
    for (const side of ["reporter", "member"] as const) {
      const noticed = act[side];
      for (const watcher of noticed === undefined ? [] : watchers[side]) {
        site.lie(act);
        const began = performance.now();
        const sentences = watcher.sentences(noticed!);
        const see = await watcher.look(noticed!, act);
        for (const sentence of sentences) await see(fixedPart(sentence));
        const codes = Object.values(noticed!).flat().join(", ");
        told(`${does} → ${watcher.who} → ${codes} → ${sentences.join(" ")}`, performance.now() - began);
        site.lie(undefined);
        await watcher.leave?.(noticed!);
      }
    }
    if (act.bound !== undefined) told(`${does} → not always noticed: ${act.bound}`, 0);
  }
  if ((await site.countReports()) !== before + site.othersSent())
    throw new Error("a report went to a server that was not believed");
}

async function reporterAtPage(browser: Browser, site: RobbedSite, language: Language): Promise<Watcher> {
  const screen = screenOf((await openPage(browser)).page);
  const { page, press, see } = screen;
  page.on("dialog", (dialog) => void dialog.accept().catch(() => {}));
  const words = site.wordsIn(language);
  return {
    who: "reporter’s page",
    sentences: sentencesOnPage(language),
    async look(noticed) {
      await page.bringToFront();
      await page.goto(site.origin + homePathOf(language));
      // An answer that is none may come right in a moment: the form goes on, and who asks whether the page is genuine is told.
      if ("door" in noticed)
        await press(noticed.door in DIRECTORY_FAILURES ? HOME[language].report : HOME[language].genuine.howTo);
      else if ("sending" in noticed) {
        await fillReport(screen, language, { unit: "Unit", what: "Yang tidak akan dikirim." });
        await press(SCREENS[language].review.send);
      } else if ("told" in noticed) await comeBack(screen, language, words, { pasted: true, until: noticed.told });
      else await comeBack(screen, language, words, { pasted: true });
      return see;
    },
  };
}

/** One device, which has seen the newest directory: a window for signing in, and one in which a member is at work. */
async function memberAtDesk(browser: Browser, site: RobbedSite, language: Language): Promise<Watcher> {
  const { say } = speak(language);
  const context = await browser.createBrowserContext();
  const window = async () => {
    const page = await context.newPage();
    page.setDefaultTimeout(60_000);
    await preferLanguage(page, language);
    const screen = screenOf(page);
    const signIn = async (login: Login) => {
      await page.goto(`${site.origin}/desk`);
      await typeWords(screen, language, login);
    };
    return { ...screen, signIn };
  };
  const [door, work] = [await window(), await window()];
  await work.signIn(site.logins.reader);
  await work.seeHeading(say(LIST.title));
  await work.press(say(VIEW_NAMES.open));
  return {
    who: "desk",
    sentences: sentencesAtDesk(language),
    async look(noticed, { as }) {
      if ("door" in noticed || "inside" in noticed || "invalidProposals" in noticed) {
        await door.page.bringToFront();
        await door.signIn(site.logins[as ?? "reader"]);
        if ("invalidProposals" in noticed) {
          await door.seeHeading(say(LIST.title));
          await lookForNew(door, language);
          await openOffice(door, { language });
        }
        return door.see;
      }
      await work.page.bringToFront();
      if ("list" in noticed) {
        if (noticed.list === "alteredHeads") await site.sendAnother();
        await work.press(say(LIST.refresh));
      } else if (await work.has("button", site.talk.title)) await work.press(site.talk.title);
      // A list that was read anew meanwhile has lost it with the wrap.
      else await work.press(say(LIST.summaryMissing));
      return work.see;
    },
    async leave(noticed) {
      if (!("inCase" in noticed || "opening" in noticed)) return;
      await work.press(say(CASE.backLabel));
      await work.seeHeading(say(LIST.title));
    },
  };
}

async function atCommandLine(site: RobbedSite, language: Language, reader: Reader, ends: Teardowns): Promise<Watcher> {
  const home = await fs.mkdtemp(path.join(tmpdir(), "segel-hostile-"));
  ends.teardown(() => fs.rm(home, { recursive: true, force: true }));
  const report = path.join(home, "report.json");
  await fs.writeFile(report, JSON.stringify({ unitName: "Unit", what: "Yang tidak akan dikirim.", category: "suap" }));
  const call = async (line: string, input: string) => {
    const place = ["--origin", site.origin, "--roots", site.rootsFile, "--language", language];
    const { out, err } = await callSegel([...line.split(" "), ...place], { env: { SEGEL_HOME: home }, input });
    return `${out}\n${err}`.replaceAll(/\s+/gu, " ");
  };
  const loginAs = (who: keyof RobbedSite["logins"]) => `${site.logins[who].name}\n${site.logins[who].passphrase}\n`;
  // From now on this device remembers too.
  if (reader === "member") await call("read list", loginAs("reader"));
  const words = `${site.wordsIn(language).join(" ")}\n`;
  const say = (noticed: Noticed, { as }: Act): Promise<string> => {
    if ("sending" in noticed) return call(`send ${report}`, "");
    if (reader === "reporter") return call("check", words);
    if ("invalidProposals" in noticed) return call("statement show", loginAs(as ?? "reader"));
    return call(
      "inCase" in noticed || "opening" in noticed ? `read open ${site.talk.handle}` : "read list",
      loginAs(as ?? "reader"),
    );
  };
  return {
    who: reader === "member" ? "segel read" : "segel check and send",
    sentences: sentencesOfCommand(reader, language),
    async look(noticed, act) {
      const text = await say(noticed, act);
      return (sentence) =>
        text.includes(sentence)
          ? Promise.resolve()
          : Promise.reject(new Error(`the command does not say “${sentence}” but: ${text}`));
    },
  };
}
