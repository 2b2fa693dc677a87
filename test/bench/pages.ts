/** The pages' budgets: bytes as they are sent, and times on a slow line and a slow phone. */
import * as fs from "node:fs/promises";
import path from "node:path";
import type { Browser, Page } from "puppeteer-core";
import { HOME } from "../../src/web/reporter/words.ts";
import { SCREENS } from "../../src/web/reporter/words/id/screens.ts";
import { type BrowserName, SLOW_PHONE, openBrowser, openPage, slowDown } from "../web/support/browsers.ts";
import { screenOf } from "../web/support/screen.ts";
import { buildTestPages } from "../support/pages.ts";
import { type Site, startSite } from "../web/support/site.ts";
import { Teardowns } from "../web/support/teardowns.ts";
import { waitInPage } from "../web/support/wait.ts";
import { fillReport } from "../web/stories/reporter.ts";
import { type Figure, ROUNDS, median, rounded } from "./rounds.ts";

/** Bytes as sent: gzip to onion visitors, Brotli to the others. Targets are for gzip. */
const PARTS: readonly (readonly [name: string, files: readonly string[], mostGzip?: number])[] = [
  ["home, HTML and CSS", ["index.html", "a/reporter-style."], 15],
  ["reporter's script", ["a/reporter-id."], 30],
  ["Indonesian word list", ["a/code-words-id."], 8],
  ["English word list", ["a/code-words-en."], 8],
  ["sealing part with libsodium, WebAssembly", ["a/sealing."]],
  ["sealing part with libsodium, JavaScript", ["a/sealing-no-wasm."]],
  ["part for a case", ["a/case-id."]],
  ["part for files, with the worker, WebAssembly", ["a/files-id.", "a/files-worker."]],
  ["part for files, with the worker, JavaScript", ["a/files-id.", "a/files-worker-no-wasm."]],
  ["desk, HTML, CSS and script", ["desk.html", "a/desk-style.", "a/desk."]],
  ["vault with libsodium-sumo, WebAssembly", ["a/worker."]],
];

/** Ten pages. */
const TEN_PAGES = "Uraian kejadian yang panjang, ditulis pelan-pelan. ".repeat(400);

export async function benchPages(progress: (text: string) => void): Promise<Figure[]> {
  const figures = await weigh(await buildTestPages());
  const ends = new Teardowns();
  try {
    const site = await startSite(ends);
    const open = async (name: BrowserName): Promise<Browser> => {
      const browser = await openBrowser(name);
      ends.teardown(() => browser.close());
      return browser;
    };
    progress("home on a slow line");
    const chromium = await open("chromium");
    const arrivals = await repeat(() => timeArrival(chromium, site));
    const onSlowLine = `${SLOW_PHONE.kbitPerSecond} kbit/s, ${SLOW_PHONE.latencyMs} ms, ${SLOW_PHONE.cpu}× slower`;
    figures.push(
      {
        name: `home can be used, ${onSlowLine}`,
        value: medianSeconds(arrivals.map(({ usable }) => usable)),
        unit: "s",
        atMost: 2,
      },
      {
        name: `ready to seal after "Buat laporan", ${onSlowLine}`,
        value: medianSeconds(arrivals.map(({ sealing }) => sealing)),
        unit: "s",
      },
    );
    progress("sealing and sending");
    const slowed = await repeat(() => timeSending(chromium, site, SLOW_PHONE.cpu));
    figures.push({
      name: `ten pages from click to stored, ${SLOW_PHONE.cpu}× slower`,
      value: medianSeconds(slowed),
      unit: "s",
      atMost: 1,
    });
    progress("the same at Safer");
    const safer = await open("safer");
    const interpreted = await repeat(() => timeSending(safer, site, undefined));
    figures.push({
      name: "ten pages from click to stored, WebAssembly and JIT off",
      value: medianSeconds(interpreted),
      unit: "s",
      atMost: 5,
    });
  } finally {
    await ends.run();
  }
  return figures;
}

async function weigh(webDir: string): Promise<Figure[]> {
  const all = await fs.readdir(webDir, { recursive: true });
  const sizeOf = async (beginnings: readonly string[], suffix: string): Promise<number> => {
    const files = beginnings.map(
      (beginning) => all.find((file) => file.startsWith(beginning) && file.endsWith(suffix)) ?? beginning,
    );
    const sizes = await Promise.all(files.map(async (file) => (await fs.stat(path.join(webDir, file))).size));
    return rounded(sizes.reduce((sum, size) => sum + size, 0) / 1_000, 1);
  };
  const figures: Figure[] = [];
  for (const [name, files, atMost] of PARTS) {
    figures.push({
      name: `${name}, gzip`,
      value: await sizeOf(files, ".gz"),
      unit: "KB",
      ...(atMost === undefined ? {} : { atMost }),
    });
    figures.push({ name: `${name}, Brotli`, value: await sizeOf(files, ".br"), unit: "KB" });
  }
  return figures;
}

async function repeat<Result>(run: () => Promise<Result>): Promise<Result[]> {
  const results: Result[] = [];
  for (let round = 0; round < ROUNDS; round++) results.push(await run());
  return results;
}

function medianSeconds(ms: readonly number[]): number {
  return rounded(median(ms) / 1_000);
}

/** Ms from opening home until its button is awake, and from pressing it until the sealing part has arrived. Nothing is cached. */
async function timeArrival(browser: Browser, { origin }: Site): Promise<{ usable: number; sealing: number }> {
  const { page } = await openPage(browser);
  await slowDown(page, SLOW_PHONE);
  // Inside the page: from outside, the browser's own protocol would be measured as well.
  await page.evaluateOnNewDocument(() => {
    const look = () => {
      const button = document.querySelector<HTMLButtonElement>("main button.primary");
      if (button === null || button.disabled) requestAnimationFrame(look);
      else document.documentElement.dataset["usable"] = String(performance.now());
    };
    look();
  });
  // It is asked for as soon as home can be used, whether anybody presses or not.
  const arrived = page
    .waitForResponse((response) => response.url().includes("/a/sealing"))
    .then((response) => response.buffer());
  await page.goto(origin);
  const found = await waitInPage(page, () => document.documentElement.dataset["usable"]);
  const usable = Number(await found.jsonValue());
  const pressed = performance.now();
  await screenOf(page).press(HOME.id.report);
  await arrived;
  const sealing = performance.now() - pressed;
  await close(page);
  return { usable, sealing };
}

/** Ms from the click on send until the page says that the report was received. The proof of work was solved while it was read through. */
async function timeSending(browser: Browser, { origin }: Site, cpu: number | undefined): Promise<number> {
  const { page } = await openPage(browser);
  const screen = screenOf(page);
  if (cpu !== undefined) await (await page.createCDPSession()).send("Emulation.setCPUThrottlingRate", { rate: cpu });
  await page.goto(origin);
  await fillReport(screen, "id", { unit: "Unit Contoh", what: TEN_PAGES });
  await screen.see(SCREENS.review.lockReady);
  // A person reads the report through; meanwhile the proof of work is solved.
  await new Promise((resolve) => setTimeout(resolve, 3_000));
  // Measured inside the page: a click from outside would add the way through the browser's own protocol.
  const ms = await page.evaluate(
    async (send, received) => {
      const button = [...document.querySelectorAll("button")].find(({ textContent }) => textContent?.includes(send));
      const began = performance.now();
      button?.click();
      while (!document.body.textContent?.includes(received)) await new Promise((resolve) => setTimeout(resolve, 5));
      return performance.now() - began;
    },
    SCREENS.review.send,
    SCREENS.code.received,
  );
  await close(page);
  return ms;
}

async function close(page: Page): Promise<void> {
  const context = page.browserContext();
  await page.close();
  await context.close();
}
