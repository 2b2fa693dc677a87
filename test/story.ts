/** `npm run story -- NAME`: plays a story in a browser, one line a step; exit 1 on the first difference. */
import "../src/cli/node-version.ts";
import { parseArgs } from "node:util";
import type { Browser } from "puppeteer-core";
import { isLanguage } from "./web/support/languages.ts";
import { BROWSERS, isBrowserName, openBrowser } from "./web/support/browsers.ts";
import { startSite } from "./web/support/site.ts";
import { Teardowns } from "./web/support/teardowns.ts";
import { playEvidence } from "./web/stories/evidence.ts";
import { playRoundTrip } from "./web/stories/roundtrip.ts";

const STORIES = { roundtrip: playRoundTrip, evidence: playEvidence } as const;

const USAGE = `npm run story -- NAME [--browser ${BROWSERS.join("|")}] [--language id|en]

Starts a service of its own and plays a story in a browser: one line a step with its milliseconds.

  roundtrip   a report is written, sealed, read, answered; its reporter comes back with the words and answers
  evidence    files are cleaned, sealed and sent, looked at and packed at the desk, and one comes back with an answer;
              with --browser safer the reporter's half`;

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      help: { type: "boolean", short: "h", default: false },
      browser: { type: "string", default: "chromium" },
      language: { type: "string", default: "id" },
    },
  });
  const [name = ""] = positionals;
  const { browser: browserName, language } = values;
  if (values.help) {
    console.log(USAGE);
    return 0;
  }
  if (!Object.hasOwn(STORIES, name) || positionals.length > 1 || !isBrowserName(browserName) || !isLanguage(language)) {
    console.error(USAGE);
    return 2;
  }
  const ends = new Teardowns();
  let browser: Browser | undefined;
  try {
    const site = await startSite(ends);
    browser = await openBrowser(browserName);
    const began = performance.now();
    const told = (step: string, ms: number) => console.log(`${String(Math.round(ms)).padStart(6)} ms  ${step}`);
    await STORIES[name as keyof typeof STORIES](browser, site, language, told, browserName);
    console.log(
      `${String(Math.round(performance.now() - began)).padStart(6)} ms  the whole story, in ${await browser.version()}`,
    );
    return 0;
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return 1;
  } finally {
    await browser?.close();
    await ends.run();
  }
}

process.exit(await main());
