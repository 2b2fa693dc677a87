/** `npm run story -- NAME`: plays a story in a browser, one line a step; exit 1 on the first difference. */
import "../src/cli/node-version.ts";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import type { Browser } from "puppeteer-core";
import type { Language } from "../src/words/languages.ts";
import { isLanguage } from "./web/support/languages.ts";
import { BROWSERS, type BrowserName, isBrowserName, openBrowser } from "./web/support/browsers.ts";
import { type Lap, secondsOf } from "./web/support/laps.ts";
import { startFoundingSite } from "./web/support/founding-site.ts";
import { startMovableSite } from "./web/support/movable-site.ts";
import { startSite } from "./web/support/site.ts";
import { Teardowns } from "./web/support/teardowns.ts";
import { playCasework } from "./web/stories/casework.ts";
import { playHostileServer } from "./web/stories/hostile-server.ts";
import { playEvidence } from "./web/stories/evidence.ts";
import { type OfficeSize, type Story, isOfficeSize, playFounding } from "./web/stories/founding.ts";
import { playKeys } from "./web/stories/keys.ts";
import { playProof } from "./web/stories/proof.ts";
import { type Told, playRoundTrip } from "./web/stories/roundtrip.ts";

/** How a story is played, told line by line. */
type Play = (
  browserName: BrowserName,
  language: Language,
  told: Told,
  ends: Teardowns,
  opened: Browser[],
  people: OfficeSize,
) => Promise<unknown>;

const open = async (name: BrowserName, opened: Browser[]): Promise<Browser> => {
  const browser = await openBrowser(name);
  opened.push(browser);
  return browser;
};

const inOneBrowser =
  (play: typeof playEvidence | typeof playRoundTrip): Play =>
  async (name, language, told, ends, opened) => {
    const site = await startSite(ends);
    return play(await open(name, opened), site, language, told, name);
  };

const STORIES: Readonly<Record<string, Play>> = {
  roundtrip: inOneBrowser(playRoundTrip),
  evidence: inOneBrowser(playEvidence),
  founding: async (name, language, told, ends, opened, people) => {
    const story = await beginOffice(await open(name, opened), language, told, ends);
    const { laps, minutes } = await playFounding(story, people);
    tellLaps(laps);
    console.log(`by the clock on the wall: ${minutes.toFixed(1)} minutes`);
  },
  keys: async (name, language, told, ends, opened) => {
    const laps = await playKeys(await beginOffice(await open(name, opened), language, told, ends));
    tellLaps(laps);
    const seconds = laps.reduce((sum, lap) => sum + secondsOf(lap), 0);
    console.log(`of everybody together: ${(seconds / 60).toFixed(0)} minutes`);
  },
  "hostile-server": (name, language, told, ends, opened) =>
    playHostileServer(() => open(name, opened), language, told, ends),
  proof: (name, language, told, ends, opened) => playProof(() => open(name, opened), language, told, ends),
  casework: async (_, language, told, ends, opened) => {
    const site = await startMovableSite(ends);
    return playCasework([await open("chromium", opened), await open("firefox", opened)], site, language, told);
  },
};

/** A server that belongs to nobody yet, and a folder for what is on the stick. */
async function beginOffice(
  browser: Browser,
  language: Language,
  told: Told,
  ends: Teardowns,
): Promise<Omit<Story, "effort">> {
  const folder = await mkdtemp(path.join(tmpdir(), "segel-story-"));
  ends.teardown(() => rm(folder, { recursive: true, force: true }));
  const site = await startFoundingSite(ends);
  let last = performance.now();
  return {
    browser,
    site,
    language,
    folder,
    told(step) {
      told(step, performance.now() - last);
      last = performance.now();
    },
  };
}

/** What people did, one line a lap, and the seconds that it would take them. */
function tellLaps(laps: readonly Lap[]): void {
  for (const lap of laps) {
    const { name, who, beside = "everybody waits", ...counts } = lap;
    const told = Object.entries(counts).flatMap(([what, times]) => (times === 0 ? [] : [`${times} ${what}`]));
    const seconds = String(Math.round(secondsOf(lap))).padStart(6);
    console.log(`${seconds} s   ${name}, ${who} (${beside}): ${told.join(", ")}`);
  }
}

const USAGE = `npm run story -- NAME [--browser ${BROWSERS.join("|")}] [--language id|en] [--people 3|5|8]

Starts a service of its own and plays a story in a browser: one line a step with its milliseconds.

  roundtrip   a report is written, sealed, read, answered; its reporter comes back with the words and answers
  evidence    files are cleaned, sealed and sent, looked at and packed at the desk, and one comes back with an answer;
              with --browser safer the reporter's half
  founding    an office of five (--people) is founded from nothing to its first report, the key page opened from its
              file; what it asks of people is counted, and the minutes that it would take them
  keys        an office of eight from nothing, and what happens to its keys: somebody forgets everything, recovery is
              rehearsed, the office opens and takes reports, somebody is suspended within a minute and keeps nothing new,
              recovery key and root set are replaced, a statement lapses and comes back, everybody is lost and every
              case is opened again; what it asks of people is counted
  casework    ten reports are worked to ten endings by three investigators and a lead, over five weeks, in Chromium and
              Firefox together; the mails that ring arrive at a mail server
  proof       a quarter of forty cases in three channels is worked on; list, figures, worksheet, three case files, what
              two members publish and the audit trail must all tell the numbers of the story's own table, and none of them
              is verified once a byte of it was changed
  hostile-server
              a server that was taken over does what it can, act by act; the reporter's page, the desk and the command line
              say what they notice, by which code and in which words, and where nobody can notice it is said for how long`;

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      help: { type: "boolean", short: "h", default: false },
      browser: { type: "string", default: "chromium" },
      language: { type: "string", default: "id" },
      people: { type: "string", default: "5" },
    },
  });
  const [name = ""] = positionals;
  const { browser: browserName, language } = values;
  const people = Number(values.people);
  if (values.help) {
    console.log(USAGE);
    return 0;
  }
  if (
    !Object.hasOwn(STORIES, name) ||
    positionals.length > 1 ||
    !isBrowserName(browserName) ||
    !isLanguage(language) ||
    !isOfficeSize(people)
  ) {
    console.error(USAGE);
    return 2;
  }
  const ends = new Teardowns();
  const opened: Browser[] = [];
  try {
    const began = performance.now();
    const told = (step: string, ms: number) => console.log(`${String(Math.round(ms)).padStart(6)} ms  ${step}`);
    await STORIES[name]?.(browserName, language, told, ends, opened, people);
    const versions = await Promise.all(opened.map((browser) => browser.version()));
    console.log(
      `${String(Math.round(performance.now() - began)).padStart(6)} ms  the whole story, in ${versions.join(" and ")}`,
    );
    return 0;
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return 1;
  } finally {
    for (const browser of opened) await browser.close();
    await ends.run();
  }
}

process.exit(await main());
